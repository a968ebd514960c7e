import { Button, NativeSelect } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { monthOf } from '#shared/domain/calendar.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import { formatDay, formatMonthName } from '../../../components/dates.ts';
import { WriteArea } from '../../../components/write-area.tsx';
import { cellValues, gridRows } from './grid-model.ts';
import { GridPanel } from './grid-panel.tsx';
import type { LayerProps } from './layer-props.ts';
import { LockPlanDialog } from './lock-plan-dialog.tsx';
import { byVersion, versionInForce } from './plan-versions.ts';
import type { PlanDraftControl } from './use-plan-draft.ts';

const NOTHING_CLOSED: ReadonlySet<never> = new Set();

interface PlanLayerProps extends LayerProps {
  readonly plan: PlanDraftControl;
}

/** What was approved, version by version: read-only, because a plan is what months are held against. */
export function PlanLayer({ detail, layerSwitch, memory, plan }: PlanLayerProps) {
  const versions = useMemo(() => byVersion(detail.planVersions), [detail.planVersions]);
  const inForce = versionInForce(versions, monthOf(detail.asOf));
  const [chosen, setChosen] = useState<string | null>(null);
  const [isLocking, locking] = useDisclosure(false);
  const shown = versions.find((one) => one.id === chosen) ?? inForce;
  const { draft } = plan;
  const rows = useMemo(() => gridRows(detail.lines, null), [detail.lines]);
  const values = useMemo(
    () => cellValues(draft === null ? (shown?.values ?? []) : [...draft.values()], []),
    [draft, shown],
  );
  const next = (versions.at(-1)?.version ?? 0) + 1;

  return (
    <>
      <GridPanel
        detail={detail}
        layer="plan"
        layerSwitch={layerSwitch}
        memory={memory}
        restatedMonths={null}
        rows={rows}
        values={values}
        closed={NOTHING_CLOSED}
        readOnly={
          draft === null
            ? shown === undefined
              ? 'There is no plan yet. Choose “New plan version” to write one.'
              : `Version ${shown.version} is locked. Choose “New plan version” to write another one.`
            : undefined
        }
        actions={() =>
          draft === null ? (
            <>
              {versions.length < 2 ? null : (
                <NativeSelect
                  aria-label="Plan version"
                  value={shown?.id ?? ''}
                  data={versions.map((one) => ({
                    value: one.id,
                    label: `Version ${one.version}${one.id === inForce?.id ? ', in force' : ''}`,
                  }))}
                  onChange={(event) => setChosen(event.currentTarget.value)}
                />
              )}
              <WriteArea>
                <Button disabled={detail.lines.length === 0} onClick={plan.begin}>
                  New plan version
                </Button>
              </WriteArea>
            </>
          ) : (
            <>
              <Button onClick={plan.drop}>Discard draft</Button>
              <Button variant="filled" disabled={draft.size === 0} onClick={locking.open}>
                Lock plan
              </Button>
            </>
          )
        }
        remark={
          draft === null
            ? remarkOn(shown, detail.lines.length)
            : `Draft of version ${next}: on this page alone until it is locked.`
        }
        error={null}
        onDismiss={() => undefined}
        onWrites={(writes) => {
          plan.write(writes);
          return [];
        }}
        onToggleMonth={null}
      />
      {draft === null ? null : (
        <LockPlanDialog
          isOpen={isLocking}
          detail={detail}
          draft={draft}
          version={next}
          onClose={locking.close}
          onLocked={() => {
            locking.close();
            setChosen(null);
            plan.drop();
          }}
        />
      )}
    </>
  );
}

function remarkOn(shown: PlanVersion | undefined, lineCount: number): string {
  if (shown !== undefined) {
    return `Version ${shown.version}, in force from ${formatMonthName(shown.inForceFrom)}, approved ${formatDay(shown.approvedOn)} by ${shown.approvedBy}.`;
  }
  return lineCount === 0
    ? 'No plan yet. Add the cost and outcome lines first; a plan has an amount of each by month.'
    : 'No plan yet. Without one, benefits cannot be held against what was promised.';
}
