import { Button, Modal } from '@mantine/core';
import type { ValueLine } from '#shared/domain/initiative.ts';
import { LineForm } from './line-form.tsx';

export type LineTarget =
  | { readonly mode: 'add'; readonly kind: ValueLine['kind'] }
  | { readonly mode: 'edit'; readonly line: ValueLine };

interface LineDialogProps {
  readonly target: LineTarget | null;
  readonly initiativeId: string;
  readonly currency: string;
  /** Months that go with the line when it is removed. */
  readonly measuredMonths: number;
  readonly onClose: () => void;
}

const TITLES = { cost: 'cost line', outcome: 'outcome line' } as const;

/** Adds, edits or removes a cost or outcome line. */
export function LineDialog(props: LineDialogProps) {
  const { target, initiativeId, currency, measuredMonths, onClose } = props;
  const kind = target === null ? 'cost' : target.mode === 'add' ? target.kind : target.line.kind;
  const verb = target?.mode === 'edit' ? 'Edit' : 'Add';
  return (
    <Modal opened={target !== null} onClose={onClose} title={`${verb} ${TITLES[kind]}`} size="30rem">
      {target === null ? null : (
        <LineForm
          target={target}
          initiativeId={initiativeId}
          currency={currency}
          measuredMonths={measuredMonths}
          onClose={onClose}
          cancel={<Button onClick={onClose}>Cancel</Button>}
        />
      )}
    </Modal>
  );
}
