import type { ReactElement } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { GAP_NAMES, GAPS, type Gap } from '#shared/domain/gap.ts';
import { RULE_NAMES } from '#shared/domain/verdict.ts';
import { formatScore } from '#shared/report/format.ts';
import { isDiscreet, veil } from '../../components/money-words.ts';
import { RuleTag } from '../../components/rule-tag.tsx';
import { StageLabel } from '../../components/stage-label.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { compactAmount } from './compact-amount.ts';
import { isExplained } from './explain/explained-columns.ts';
import type { ColumnId } from './register-columns.ts';
import styles from './register-table.module.css';

/** A cell that is one piece of text. */
interface TextCell {
  readonly text: string;
  readonly look: 'text' | 'number' | 'loss' | 'level' | 'levelHigh' | 'blankText' | 'blankNumber';
  /** What the text does not say to who cannot see it. */
  readonly label?: string;
}

const MISSING = '·';
const missing = (what: string): TextCell => ({ text: MISSING, look: 'blankNumber', label: what });
const words = (value: string): TextCell =>
  value.trim() === ''
    ? { text: MISSING, look: 'blankText', label: 'not named' }
    : { text: value, look: 'text' };

function amount(value: number | null, currency: string, isSigned: boolean, why = 'unmeasured'): TextCell {
  if (value === null) return missing(why);
  return {
    text: compactAmount(value, currency),
    look: isSigned && value < 0 && !isDiscreet() ? 'loss' : 'number',
  };
}

function level(value: number | null): TextCell {
  if (value === null) return missing('not assessed');
  return { text: String(value), look: value >= 3 ? 'levelHigh' : 'level' };
}

/** What a cell of plain text says; undefined for the columns that are more than text. */
function textCell(id: ColumnId, row: RegisterRow, currency: string): TextCell | undefined {
  switch (id) {
    case 'unit':
    case 'businessOwner':
    case 'technicalOwner':
      return words(row[id]);
    case 'readiness':
      return row.readiness === null
        ? missing('unmeasured')
        : { text: formatScore(row.readiness), look: 'number' };
    case 'value':
      return amount(row.value, currency, true, row.isValueComputing ? 'computing' : 'unknown');
    case 'cost3':
      return amount(row.cost3, currency, false);
    case 'net3':
      return amount(row.net3, currency, true);
    case 'closedMonths':
      return { text: String(row.closedMonths), look: 'number' };
    case 'gates':
      return row.gatesAsked === 0
        ? missing('no gates asked')
        : { text: `${row.gatesPassed}/${row.gatesAsked}`, look: 'number' };
    case 'lastChangedAt':
      return { text: row.lastChangedAt.slice(0, 10), look: 'text' };
    case 'data':
    case 'integration':
    case 'evaluation':
    case 'governance':
    case 'change':
      return level(row.levels[id] ?? null);
    case 'name':
    case 'stage':
    case 'verdict':
      return undefined;
  }
}

interface CellProps {
  readonly id: ColumnId;
  readonly row: RegisterRow;
  readonly currency: string;
  /** px from the left where a pinned cell stays. */
  readonly pinnedAt: number | undefined;
  readonly isEdge: boolean;
}

/**
 * One cell, called by its row: as a component of its own it would cost three hundred more of them at every sort. Text
 * cells are all the same element with one text node: most cells of a sort change only that, and every element made or
 * removed costs part of a frame. Titles come on demand, see {@link cellTitle}.
 */
export function registerCell({ id, row, currency, pinnedAt, isEdge }: CellProps): ReactElement {
  const pin =
    pinnedAt === undefined ? undefined : { 'data-pinned': isEdge ? 'edge' : '', style: pinStyle(pinnedAt) };
  const cell = textCell(id, row, currency);
  if (cell !== undefined) {
    return (
      <td
        key={id}
        data-column={id}
        data-explained={isExplained(id) ? '' : undefined}
        className={styles[cell.look]}
        aria-label={cell.label}
        {...pin}
      >
        {cell.text}
      </td>
    );
  }
  if (id === 'name') {
    return (
      <th key={id} scope="row" data-column={id} className={styles.name} {...pin}>
        <a href={`#/initiative/${row.id}/summary`} tabIndex={-1} dir="auto">
          {row.name}
        </a>
      </th>
    );
  }
  return (
    <td key={id} data-column={id} className={styles.mark} {...pin}>
      {id === 'stage' ? (
        <StageLabel stage={row.stage} isPaused={row.isPaused} />
      ) : (
        <>
          <VerdictChip verdict={row.verdict} isComputing={row.isComputing} />
          <RuleTag rule={row.rule} />
        </>
      )}
    </td>
  );
}

const pinStyles = new Map<number, { readonly left: number }>();
/** The same object for the same place, so that React does not compare it key by key in every row. */
function pinStyle(left: number): { readonly left: number } {
  let style = pinStyles.get(left);
  if (style === undefined) {
    style = { left };
    pinStyles.set(left, style);
  }
  return style;
}

/** What the pointer is told over a cell: the reason of a verdict, the meaning of a level, or the text when it is cut off. */
export function cellTitle(id: ColumnId, row: RegisterRow, element: HTMLElement): string {
  if (id === 'verdict')
    return veil(row.rule === null ? row.reason : `${RULE_NAMES[row.rule]}. ${row.reason}`);
  if ((GAPS as readonly string[]).includes(id)) {
    const value = row.levels[id as Gap] ?? null;
    return `${GAP_NAMES[id as Gap]}: ${value === null ? 'not assessed' : `level ${value}`}`;
  }
  const text = element.getAttribute('aria-label') ?? '';
  if (text !== '') return text;
  return element.scrollWidth > element.clientWidth ? (element.textContent ?? '') : '';
}
