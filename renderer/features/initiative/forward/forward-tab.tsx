import { Button, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { AssetPanel } from './asset-panel.tsx';
import { DriverTable } from './driver-table.tsx';
import styles from './forward-tab.module.css';
import { MissingPanel } from './missing-panel.tsx';
import { ModelFigures } from './model-figures.tsx';
import { ResultStrip } from './result-strip.tsx';
import { onTheRoad, openStages } from './scope-draft.ts';
import { ScopeForm } from './scope-form.tsx';
import { ScopePanel } from './scope-panel.tsx';
import { neededScopes } from './starter-shape.ts';
import { StopPanel } from './stop-panel.tsx';
import { type StarterRun, useStarter } from './use-starter.ts';

// With its chart a chunk of its own: the page shows without it.
const CashFlowPanel = lazy(async () => ({ default: (await import('./cash-flow-panel.tsx')).CashFlowPanel }));

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
  if (isEmpty) return <Begin detail={detail} starter={starter} />;
  return (
    <div className={styles.tab}>
      <ModelFigures decision={decision} currency={currency} />
      <MissingPanel detail={detail} />
      {detail.flowAtP50 === null ? null : (
        <Suspense fallback={<div className={styles.chartSpace} />}>
          <CashFlowPanel flow={detail.flowAtP50} currency={currency} />
        </Suspense>
      )}
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
      <ResultStrip detail={detail} />
    </div>
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
      {starter.error === null ? null : <ErrorNotice error={starter.error} />}
      <ScopeDialog detail={detail} isOpen={isOpen} onClose={dialog.close} />
    </>
  );
}

/** The way to the next scope: in its usual shape when the stage asks for one, by hand otherwise. */
function NextScope({ detail, starter }: PartProps) {
  const [isOpen, dialog] = useDisclosure(false);
  const { scopes, initiative } = detail;
  const open = openStages(scopes, initiative.stage);
  const lacking = neededScopes(initiative.stage).filter((stage) => open.includes(stage));
  if (open.length === 0) return null;
  return (
    <div className={styles.next}>
      <Button onClick={dialog.open}>Add scope</Button>
      {lacking.length === 0 ? null : (
        <Button loading={starter.isRunning} onClick={() => void starter.start()}>
          Add {listed(lacking.map((stage) => SCOPE_STAGE_NAMES[stage].toLowerCase()))} in the usual shape
        </Button>
      )}
      {starter.error === null ? null : <ErrorNotice error={starter.error} />}
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
