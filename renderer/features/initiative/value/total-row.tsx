import { memo } from 'react';
import type { MonthIndex } from '#shared/domain/units.ts';
import { UNMEASURED } from '#shared/report/parse-amount.ts';
import { useDiscreet } from '../../../components/money-words.ts';
import { cellAmount } from './grid-format.ts';
import type { Span } from './grid-line.tsx';
import type { Total, TotalKind } from './grid-model.ts';
import { drawnColumns } from './use-column-window.ts';
import styles from './value-grid.module.css';

interface TotalRowProps {
  readonly kind: TotalKind;
  /** Counted from 1 over every row of the grid. */
  readonly ariaRow: number;
  readonly name: string;
  readonly perMonth: readonly Total[];
  readonly sum: Total;
  readonly months: readonly MonthIndex[];
  /** Columns to draw; null = all. */
  readonly shown: Span | null;
  readonly currency: string;
  readonly showsMinor: boolean;
  /** What a value that is there is called: "measured", "planned". */
  readonly filledWord: string;
}

/** Why a total reads as it does: how much of it was measured. */
function titleOf(total: Total, kind: TotalKind, filledWord: string): string {
  const measured = `${total.measured} of ${total.expected} values ${filledWord}`;
  if (total.value === null && kind === 'net') return `${measured}; net value needs every cost`;
  if (kind === 'benefit') return `amounts × realisation × attribution; ${measured}`;
  return measured;
}

/** A computed row; a total of incomplete values is marked. Drawn again only when something of it changed. */
export const TotalRow = memo(function TotalRow(props: TotalRowProps) {
  const { kind, name, perMonth, sum, months, currency, showsMinor, filledWord, shown } = props;
  useDiscreet();
  const cell = (total: Total) => {
    if (total.value === null) return <span className={styles.blank}>{UNMEASURED}</span>;
    const isPartial = total.measured < total.expected;
    return (
      <>
        {cellAmount(total.value, currency, showsMinor)}
        <span className={styles.partial} aria-hidden={!isPartial}>
          {isPartial ? '*' : ''}
        </span>
      </>
    );
  };
  return (
    <tr className={styles.total} data-kind={kind} aria-rowindex={props.ariaRow}>
      <th scope="row" className={styles.totalName} aria-colindex={1}>
        {name}
      </th>
      {drawnColumns(shown, null, months.length).map((part) => {
        if ('gap' in part) return <td key={`gap ${part.from}`} colSpan={part.gap} aria-hidden="true" />;
        const total = perMonth[part.col];
        if (total === undefined) return null;
        return (
          <td
            key={months[part.col]}
            aria-colindex={part.col + 2}
            data-explained=""
            data-total={kind}
            data-col={part.col}
            title={titleOf(total, kind, filledWord)}
            data-bad={(kind === 'net' && total.value !== null && total.value < 0) || undefined}
          >
            {cell(total)}
          </td>
        );
      })}
      <td
        className={styles.totalSum}
        aria-colindex={months.length + 2}
        data-explained=""
        data-total={kind}
        title={titleOf(sum, kind, filledWord)}
        data-bad={(kind === 'net' && sum.value !== null && sum.value < 0) || undefined}
      >
        {cell(sum)}
      </td>
    </tr>
  );
});
