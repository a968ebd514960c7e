import { Button, Modal, SegmentedControl } from '@mantine/core';
import { useRef, useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { Economics } from '../economics/economics-lazy.tsx';
import { ActualLayer } from './actual-layer.tsx';
import { ForecastLayer } from './forecast-layer.tsx';
import { newGridMemory } from './grid-window.ts';
import { LAYER_NAMES, LAYERS, type ValueLayer } from './layers.ts';
import { PlanLayer } from './plan-layer.tsx';
import { type RangeDraft, unfinished } from './range-draft.ts';
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
  const [ranges, setRanges] = useState<RangeDraft>(new Map());
  const openRanges = unfinished(ranges, detail.forecastRanges);
  const guard = useLeaveGuard(plan.isChanged || openRanges.size > 0);
  const memory = useRef(newGridMemory());
  const common = { detail, memory: memory.current };
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
      {layer === 'actual' ? <ActualLayer {...common} layerSwitch={layerSwitch} /> : null}
      {layer === 'plan' ? <PlanLayer {...common} layerSwitch={layerSwitch} plan={plan} /> : null}
      {layer === 'forecast' ? (
        <ForecastLayer {...common} layerSwitch={layerSwitch} draft={ranges} onDraft={setRanges} />
      ) : null}
      {detail.restatements.length === 0 ? null : <RestatementPanel detail={detail} />}
      {detail.values.length === 0 ? null : <Economics detail={detail} />}
      {detail.values.length === 0 ? null : (
        <StatementPanel figures={detail.statement} currency={detail.currency} />
      )}
      <Modal
        opened={guard.isAsking}
        onClose={guard.stay}
        title={plan.isChanged ? 'Leave the draft of the plan?' : 'Leave unfinished ranges?'}
        size="26rem"
      >
        {plan.isChanged ? (
          <p>The draft is not locked yet. Leaving this page discards what you wrote in it.</p>
        ) : null}
        {openRanges.size > 0 ? (
          <p>
            {openRanges.size === 1
              ? 'One range of the forecast is'
              : `${openRanges.size} ranges of the forecast are`}{' '}
            not complete and not kept. Leaving this page discards what you wrote of{' '}
            {openRanges.size === 1 ? 'it' : 'them'}.
          </p>
        ) : null}
        <div className={styles.askActions}>
          <Button data-autofocus onClick={guard.stay}>
            Keep writing
          </Button>
          <Button
            color="kill"
            variant="filled"
            onClick={() => {
              plan.drop();
              setRanges(new Map());
            }}
          >
            Discard and leave
          </Button>
        </div>
      </Modal>
    </>
  );
}
