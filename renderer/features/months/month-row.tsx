import { IconLock } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useState } from 'react';
import type { MonthInitiative, MonthLine } from '#shared/api/schemas/bulk.ts';
import { parseAmount } from '#shared/report/parse-amount.ts';
import { useAmountField } from '../../components/use-amount-field.ts';
import { cellAmount, hasMinorPart } from '../initiative/value/grid-format.ts';
import { typedText } from './month-model.ts';
import styles from './months.module.css';

/**
 * px from the top of all lines, of the one line that is kept although it is out of view. The others follow one another:
 * a place of its own in every line costs the browser the sharing of their styles.
 */
type FarTop = number | undefined;

interface GroupRowProps {
  readonly initiative: MonthInitiative;
  readonly index: number;
  readonly farTop: FarTop;
  /** True: the month is closed with the initiative; null: there is nothing to choose. */
  readonly isClosing: boolean | null;
  readonly unmeasured: number;
  readonly onClosing: (id: string, isClosing: boolean) => void;
}

/** The name of an initiative above its lines, and whether its month is closed with the others. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { initiative, index, farTop, isClosing, unmeasured, onClosing } = props;
  return (
    <tr className={styles.group} {...farPlace(farTop)} aria-rowindex={index + 2}>
      <th scope="rowgroup" title={initiative.name}>
        <a href={`#/initiative/${initiative.id}/value`} tabIndex={-1} dir="auto">
          {initiative.name}
        </a>
        {initiative.unit === '' ? null : <span className={styles.unit}>{initiative.unit}</span>}
      </th>
      <td className={styles.state}>
        {initiative.isClosed ? (
          <>
            <IconLock size="0.875rem" stroke={1.75} aria-hidden="true" /> closed
          </>
        ) : unmeasured > 0 ? (
          `${unmeasured} of ${initiative.lines.length} unmeasured`
        ) : (
          'all measured'
        )}
      </td>
      <td className={styles.state}>
        {isClosing === null ? null : (
          <label className={styles.close}>
            <input
              type="checkbox"
              checked={isClosing}
              aria-label={`Close the month for ${initiative.name}`}
              onChange={(event) => onClosing(initiative.id, event.currentTarget.checked)}
            />
            close
          </label>
        )}
      </td>
    </tr>
  );
});

interface LineRowProps {
  readonly initiative: MonthInitiative;
  readonly line: MonthLine;
  readonly index: number;
  readonly farTop: FarTop;
  readonly currency: string;
  readonly showsMinor: boolean;
  /** What was typed; undefined = what stands. */
  readonly text: string | undefined;
  /** False: shown, not entered. */
  readonly canWrite: boolean;
  readonly onText: (lineId: string, text: string | null) => void;
  readonly onMove: (index: number, by: 1 | -1) => void;
}

/** One line: plan and the month before to compare with, and the amount to enter. */
export const LineRow = memo(function LineRow(props: LineRowProps) {
  const { initiative, line, index, farTop, currency, showsMinor, text, canWrite, onText, onMove } = props;
  // Also draws the line again when amounts are hidden or shown.
  const amountField = useAmountField();
  const [isFocused, setIsFocused] = useState(false);
  const stands = typedText(line.amount, currency);
  const isClosed = initiative.isClosed;
  const read = parseAmount(isClosed ? stands : (text ?? stands), currency);
  const isChanged = read.ok && text !== undefined && !isClosed && read.value !== line.amount;
  const problem = read.ok ? null : read.problem.text;

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
      event.preventDefault();
      const isBack = event.key === 'ArrowUp' || (event.key === 'Enter' && event.shiftKey);
      onMove(index, isBack ? -1 : 1);
    } else if (event.key === 'Escape' && text !== undefined) {
      event.preventDefault();
      onText(line.lineId, null);
    }
  };

  // While it is typed the field holds what was typed; left, it shows the amount that was understood.
  const amount = (minor: number) =>
    cellAmount(minor, currency, showsMinor || hasMinorPart([minor], currency));
  const shown = !read.ok ? (text ?? '') : read.value === null ? '' : amount(read.value);
  return (
    <tr className={styles.line} {...farPlace(farTop)} aria-rowindex={index + 2}>
      <th scope="row" className={styles.name} title={line.name}>
        <span dir="auto">{line.name}</span>
        <span className={styles.kind}>{line.kind === 'cost' ? 'cost' : 'outcome'}</span>
      </th>
      <td className={styles.context}>
        {line.plan === null ? <Nothing what="not planned" /> : amount(line.plan)}
      </td>
      <td className={styles.context}>
        {line.previous === null ? <Nothing what="unmeasured" /> : amount(line.previous)}
      </td>
      {isClosed || !canWrite ? (
        <td className={styles.fixed}>
          {line.amount === null ? <Nothing what="unmeasured" /> : amount(line.amount)}
        </td>
      ) : (
        <td className={styles.entry}>
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            spellCheck={false}
            {...amountField}
            data-row={index}
            data-line={line.lineId}
            data-changed={isChanged || undefined}
            aria-label={`${initiative.name}, ${line.name}`}
            aria-invalid={problem !== null || undefined}
            placeholder="·"
            value={isFocused ? (text ?? stands) : shown}
            onFocus={(event) => {
              setIsFocused(true);
              const field = event.currentTarget;
              // After the field has taken its own text in place of the formatted one.
              requestAnimationFrame(() => field.select());
            }}
            onBlur={() => setIsFocused(false)}
            onChange={(event) => onText(line.lineId, event.currentTarget.value)}
            onKeyDown={onKeyDown}
          />
        </td>
      )}
      <td className={styles.remark} data-problem={problem !== null || undefined} title={problem ?? undefined}>
        {problem ?? (isChanged ? 'not saved yet' : '')}
      </td>
    </tr>
  );
});

function Nothing({ what }: { readonly what: string }) {
  return (
    <>
      <span aria-hidden="true">·</span>
      <span className="visually-hidden">{what}</span>
    </>
  );
}

const farPlace = (top: FarTop) => (top === undefined ? {} : { 'data-far': '', style: { top } });
