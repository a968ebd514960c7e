import { Button, NativeSelect } from '@mantine/core';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { addMonths, monthOf } from '#shared/domain/calendar.ts';
import type { OutcomeLine, ValueLine } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { MonthIndex } from '#shared/domain/units.ts';
import { claimedShare } from '#shared/finance/claimed-share.ts';
import { useCall } from '../../../app/use-call.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { formatMonthSpan } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Kbd } from '../../../components/kbd.tsx';
import { Panel } from '../../../components/panel.tsx';
import { WriteArea } from '../../../components/write-area.tsx';
import { hasMinorPart } from './grid-format.ts';
import { type CellValues, editRows, type GridRow, monthWindow } from './grid-model.ts';
import { LAYER_WORDS, type ValueLayer } from './layers.ts';
import { LineDialog, type LineTarget } from './line-dialog.tsx';
import { ValueGrid } from './value-grid.tsx';
import styles from './value-tab.module.css';
import { type CellProblem, type CellWrite, problemLines, type Sheet } from './write-cells.ts';

const SPANS = [6, 12, 18, 24, 36] as const;

interface GridPanelProps {
  readonly detail: InitiativeDetail;
  readonly layer: ValueLayer;
  readonly layerSwitch: ReactNode;
  readonly rows: readonly GridRow[];
  readonly values: CellValues;
  /** Months that may not be written. */
  readonly closed: ReadonlySet<MonthIndex>;
  readonly readOnly?: string | undefined;
  /** What can be done in this layer with the months shown; stands left of the window. */
  readonly actions?: (months: readonly MonthIndex[]) => ReactNode;
  /** A remark above the grid. */
  readonly remark?: ReactNode;
  readonly error: ApiError | null;
  /** What can be done about the error, beside putting it away. */
  readonly errorActions?: ReactNode;
  readonly onDismiss: () => void;
  readonly onWrites: (writes: readonly CellWrite[]) => void;
  readonly onToggleMonth: ((month: MonthIndex) => void) | null;
}

/** The grid of one layer with everything around it: window of months, what failed, keys, the dialog of a line. */
export function GridPanel(props: GridPanelProps) {
  const { detail, layer, layerSwitch, values, closed, actions, error, onDismiss } = props;
  const writingOff = useWritingOff();
  const readOnly = writingOff ?? props.readOnly;
  const rows = useMemo(
    () => (writingOff === null ? props.rows : props.rows.filter((row) => row.type !== 'add')),
    [writingOff, props.rows],
  );
  const { lines, currency } = detail;
  const asOf = monthOf(detail.asOf);
  // Plans and forecasts look ahead.
  const [end, setEnd] = useState<MonthIndex>(layer === 'actual' ? asOf : addMonths(asOf, 6));
  const [span, setSpan] = useState<number>(12);
  const [problems, setProblems] = useState<readonly CellProblem[]>([]);
  const [target, setTarget] = useState<LineTarget | null>(null);
  const months = useMemo(() => monthWindow(end, span), [end, span]);
  const sheet: Sheet = useMemo(
    () => ({ rows: editRows(rows), months, closed, currency, readOnly }),
    [rows, months, closed, currency, readOnly],
  );
  const policy = useCall('getPolicy', {}).data?.policy ?? DEFAULT_POLICY;
  const share = useCallback((line: OutcomeLine) => claimedShare(line, policy), [policy]);
  const showsMinor = useMemo(() => {
    const amounts = lines.flatMap((line) => months.map((month) => values.amount(line.id, month)));
    return hasMinorPart(
      amounts.filter((amount) => amount !== null),
      currency,
    );
  }, [lines, months, values, currency]);

  return (
    <Panel
      title="Cost and outcome by month"
      isPadded={false}
      aside={
        <div className={styles.window}>
          {actions?.(months)}
          {layerSwitch}
          <NativeSelect
            aria-label="Months shown"
            value={String(span)}
            data={SPANS.map((count) => ({ value: String(count), label: `${count} months` }))}
            onChange={(event) => setSpan(Number(event.currentTarget.value))}
          />
          <Button aria-label="Earlier months" onClick={() => setEnd(addMonths(end, -span))}>
            <IconChevronLeft size="1rem" stroke={1.5} aria-hidden="true" />
          </Button>
          <span className={styles.span}>{formatMonthSpan(months)}</span>
          <Button
            aria-label="Later months"
            disabled={end >= addMonths(asOf, 36)}
            onClick={() => setEnd(addMonths(end, span))}
          >
            <IconChevronRight size="1rem" stroke={1.5} aria-hidden="true" />
          </Button>
        </div>
      }
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice
            error={error}
            actions={
              <>
                {props.errorActions}
                <Button onClick={onDismiss}>Dismiss</Button>
              </>
            }
          />
        </div>
      ) : null}
      {problems.length > 0 ? (
        <div role="alert" className={styles.problems}>
          <p className={styles.problemsTitle}>Nothing was changed.</p>
          <ul>
            {problemLines(sheet, problems).map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <Button onClick={() => setProblems([])}>Dismiss</Button>
        </div>
      ) : null}
      {props.remark === undefined ? null : <div className={styles.begin}>{props.remark}</div>}
      <WriteArea>
        <ValueGrid
          rows={rows}
          lines={lines}
          values={values}
          sheet={sheet}
          asOf={asOf}
          showsMinor={showsMinor}
          words={LAYER_WORDS[layer]}
          share={share}
          actions={{
            onWrites: props.onWrites,
            onProblems: setProblems,
            onLine: (line: ValueLine) => setTarget({ mode: 'edit', line }),
            onAddLine: (kind) => setTarget({ mode: 'add', kind }),
            onToggleMonth: props.onToggleMonth,
          }}
        />
      </WriteArea>
      <Help layer={layer} isReadOnly={readOnly !== undefined} />
      <LineDialog
        target={target}
        initiativeId={detail.initiative.id}
        currency={currency}
        measuredMonths={
          target?.mode === 'edit'
            ? detail.values.filter((value) => value.lineId === target.line.id).length
            : 0
        }
        onClose={() => setTarget(null)}
      />
    </Panel>
  );
}

function Help({ layer, isReadOnly }: { readonly layer: ValueLayer; readonly isReadOnly: boolean }) {
  const { blank, filled } = LAYER_WORDS[layer];
  return (
    <footer className={styles.help}>
      <span>
        <span className="dim">·</span> {blank}, which is not zero
      </span>
      <span>* some values of the sum are not {filled}</span>
      {isReadOnly ? null : (
        <span>
          <Kbd>Enter</Kbd> edit <Kbd>=</Kbd> arithmetic <Kbd>Delete</Kbd> {blank} <Kbd>Ctrl</Kbd> <Kbd>V</Kbd>{' '}
          paste from a spreadsheet <Kbd>Ctrl</Kbd> <Kbd>R</Kbd> fill right
        </span>
      )}
    </footer>
  );
}
