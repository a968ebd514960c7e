import { useMemo } from 'react';
import { formatMonthSpan } from '../../../components/dates.ts';
import { useDiscreet } from '../../../components/money-words.ts';
import { type Block, sizeOf } from './grid-cursor.ts';
import { cellText } from './grid-format.ts';
import { type CellValues, isExpected, valueAt } from './grid-model.ts';
import { rangeWords } from './grid-words.ts';
import type { GridWords } from './layers.ts';
import { rangeStats } from './range-stats.ts';
import styles from './value-grid.module.css';
import { lockOf, rowName, type Sheet } from './write-cells.ts';

interface StatusLineProps {
  readonly sheet: Sheet;
  readonly block: Block;
  readonly values: CellValues;
  readonly words: GridWords;
}

/** What is selected, in figures: of a range the sum, count and average and what is blank in it, of a cell its value. */
export function StatusLine({ sheet, block, values, words }: StatusLineProps) {
  const isRange = sizeOf(block) > 1;
  useDiscreet();
  const stats = useMemo(
    () => (isRange ? rangeStats(sheet, block, values) : null),
    [isRange, sheet, block, values],
  );
  const range = stats && rangeWords(stats, sheet.currency, words);
  return (
    <p className={styles.status} role="status">
      {range === null ? (
        <CellStatus sheet={sheet} block={block} values={values} words={words} />
      ) : (
        <>
          <strong>{formatMonthSpan(sheet.months.slice(block.left, block.right + 1))}</strong>
          <span>{range.counts}</span>
          {range.sums.map((sum) => (
            <span key={sum}>{sum}</span>
          ))}
        </>
      )}
    </p>
  );
}

function CellStatus({ sheet, block, values, words }: StatusLineProps) {
  const row = sheet.rows[block.top];
  const month = sheet.months[block.left];
  if (row === undefined || month === undefined || sizeOf(block) !== 1) return null;
  const text = cellText(row, valueAt(values, row, month), sheet.currency, true);
  const unit = row.kind === 'line' || row.kind === 'bound' ? ` ${sheet.currency}` : '';
  const lock = lockOf(sheet, month);
  return (
    <>
      <strong>
        {rowName(row)}, {formatMonthSpan([month])}
      </strong>
      <span>{text === null ? (isExpected(row, month) ? words.blank : 'blank') : `${text}${unit}`}</span>
      {lock === null ? null : <span>{lock}</span>}
    </>
  );
}
