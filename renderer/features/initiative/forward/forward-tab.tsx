import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { AssetPanel } from './asset-panel.tsx';
import { DriverTable } from './driver-table.tsx';
import styles from './forward-tab.module.css';
import { MissingPanel } from './missing-panel.tsx';
import { ModelFigures } from './model-figures.tsx';
import { onTheRoad, openStages } from './scope-draft.ts';
import { ScopeForm } from './scope-form.tsx';
import { ScopePanel } from './scope-panel.tsx';
import { neededScopes } from './starter-shape.ts';
import { StopPanel } from './stop-panel.tsx';
import { type StarterRun, useStarter } from './use-starter.ts';

/** What going on would bring and cost from today on: drivers, scopes, what stopping means, and what is still missing. */
export function ForwardTab({ detail }: { readonly detail: InitiativeDetail }) {
  const { initiative, drivers, scopes, decision, currency } = detail;
  const starter = useStarter(detail);
  const isEmpty = drivers.length === 0 && scopes.length === 0;
  const isRetired = initiative.stage === 'retired';
  if (isRetired && isEmpty) {
    return (
      <EmptyState title="A retired initiative has no forecast">
        Nothing is decided about it any more. Moved back to another stage, it can have a forward model.
      </EmptyState>
    );
  }
  if (isEmpty && starter.progress === null) return <Begin detail={detail} starter={starter} />;
  return (
    <>
      <ModelFigures decision={decision} currency={currency} />
      {starter.progress === null ? null : <Progress starter={starter} />}
      <MissingPanel detail={detail} />
      <div className={styles.columns}>
        <DriverTable detail={detail} />
        <div className={styles.column}>
          {onTheRoad(scopes).map((scope) => (
            <ScopePanel key={scope.id} scope={scope} detail={detail} />
          ))}
          {isRetired ? null : <NextScope detail={detail} starter={starter} />}
          <div className={styles.pair}>
            <StopPanel detail={detail} />
            <AssetPanel detail={detail} />
          </div>
        </div>
      </div>
    </>
  );
}

interface PartProps {
  readonly detail: InitiativeDetail;
  readonly starter: StarterRun;
}

/** Nothing entered yet: two ways to begin. */
function Begin({ detail, starter }: PartProps) {
  const [isOpen, dialog] = useDisclosure(false);
  const names = neededScopes(detail.initiative.stage).map((stage) => SCOPE_STAGE_NAMES[stage].toLowerCase());
  return (
    <>
      <EmptyState
        title="No forward model yet"
        actions={
          <>
            <Button variant="filled" loading={starter.isRunning} onClick={() => void starter.start()}>
              Start from a usual shape
            </Button>
            <Button onClick={dialog.open}>Add a scope by hand</Button>
          </>
        }
      >
        It says what going on would bring and cost from today on, and so whether the value is positive and how
        likely. The usual shape has the scopes {listed(names)} with their lines; every number is left blank
        for you.
      </EmptyState>
      <ScopeDialog detail={detail} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}

/** How far the usual shape has been created, and what to do when it stopped. */
function Progress({ starter }: { readonly starter: StarterRun }) {
  const { progress, error } = starter;
  if (progress === null) return null;
  if (error !== null) {
    return (
      <ErrorNotice
        error={error}
        actions={
          <Button onClick={() => void starter.start()}>
            Go on with the other {progress.of - progress.done}
          </Button>
        }
      />
    );
  }
  return (
    <p role="status" className="muted">
      Creating the usual shape: {progress.done} of {progress.of}
    </p>
  );
}

/** The way to the next scope: in its usual shape when the stage asks for one, by hand otherwise. */
function NextScope({ detail, starter }: PartProps) {
  const [isOpen, dialog] = useDisclosure(false);
  const { scopes, initiative } = detail;
  const open = openStages(scopes, initiative.stage);
  const lacking = neededScopes(initiative.stage).filter((stage) => open.includes(stage));
  if (open.length === 0 || starter.isRunning) return null;
  return (
    <div className={styles.next}>
      <Button onClick={dialog.open}>Add scope</Button>
      {lacking.length === 0 ? null : (
        <Button onClick={() => void starter.start()}>
          Add {listed(lacking.map((stage) => SCOPE_STAGE_NAMES[stage].toLowerCase()))} in the usual shape
        </Button>
      )}
      <ScopeDialog detail={detail} isOpen={isOpen} onClose={dialog.close} />
    </div>
  );
}

interface ScopeDialogProps {
  readonly detail: InitiativeDetail;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

function ScopeDialog({ detail, isOpen, onClose }: ScopeDialogProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title="Add a scope" size="34rem">
      <ScopeForm scope={null} detail={detail} onClose={onClose} />
    </Modal>
  );
}

/** "pilot and limited production". */
function listed(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
