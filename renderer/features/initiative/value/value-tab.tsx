import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { ActualLayer } from './actual-layer.tsx';
import { ForecastLayer } from './forecast-layer.tsx';
import { LAYER_NAMES, LAYERS, type ValueLayer } from './layers.ts';
import { PlanLayer } from './plan-layer.tsx';
import { RestatementPanel } from './restatement-panel.tsx';
import { StatementPanel } from './statement-panel.tsx';
import { useLeaveGuard } from './use-leave-guard.ts';
import { usePlanDraft } from './use-plan-draft.ts';
import styles from './value-tab.module.css';

/** Cost and outcome by month in three layers, written like a spreadsheet; below, the figures of the life so far. */
export function ValueTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [layer, setLayer] = useState<ValueLayer>('actual');
  // Kept here, so that looking at another layer does not lose it.
  const plan = usePlanDraft(detail);
  const guard = useLeaveGuard(plan.isChanged);
  const layerSwitch = (
    <SegmentedControl
      aria-label="Layer"
      value={layer}
      data={LAYERS.map((value) => ({
        value,
        label: value === 'plan' && plan.draft !== null ? `${LAYER_NAMES.plan} (draft)` : LAYER_NAMES[value],
      }))}
      onChange={setLayer}
    />
  );
  return (
    <>
      {layer === 'actual' ? <ActualLayer detail={detail} layerSwitch={layerSwitch} /> : null}
      {layer === 'plan' ? <PlanLayer detail={detail} layerSwitch={layerSwitch} plan={plan} /> : null}
      {layer === 'forecast' ? <ForecastLayer detail={detail} layerSwitch={layerSwitch} /> : null}
      {detail.restatements.length === 0 ? null : <RestatementPanel detail={detail} />}
      {detail.values.length === 0 ? null : (
        <StatementPanel figures={detail.statement} currency={detail.currency} />
      )}
      <Modal opened={guard.isAsking} onClose={guard.stay} title="Leave the draft of the plan?" size="26rem">
        <p>The draft is not locked yet. Leaving this page discards what you wrote in it.</p>
        <div className={styles.askActions}>
          <Button data-autofocus onClick={guard.stay}>
            Keep writing
          </Button>
          <Button color="kill" variant="filled" onClick={plan.drop}>
            Discard and leave
          </Button>
        </div>
      </Modal>
    </>
  );
}
