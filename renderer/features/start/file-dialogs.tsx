import { Modal } from '@mantine/core';
import { showDialog, useShell } from '../../stores/shell.ts';
import { NewPortfolioForm } from './new-portfolio-form.tsx';
import { PortfolioList } from './portfolio-list.tsx';

const close = () => showDialog('none');

/** The two questions about files that the page itself asks. */
export function FileDialogs() {
  const dialog = useShell((state) => state.dialog);
  return (
    <>
      <Modal opened={dialog === 'new-portfolio'} onClose={close} title="New portfolio">
        <NewPortfolioForm onDone={close} />
      </Modal>
      <Modal opened={dialog === 'open-portfolio'} onClose={close} title="Open a portfolio" size="lg">
        <PortfolioList onDone={close} />
      </Modal>
    </>
  );
}
