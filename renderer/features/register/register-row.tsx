import { memo } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { GAP_NAMES, GAPS, type Level } from '#shared/domain/gap.ts';
import { formatScore } from '#shared/report/format.ts';
import { RuleTag } from '../../components/rule-tag.tsx';
import { StageLabel } from '../../components/stage-label.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { compactAmount } from './compact-amount.ts';
import styles from './register-table.module.css';

interface RegisterRowViewProps {
  readonly row: RegisterRow;
  readonly index: number;
  readonly top: number;
  readonly currency: string;
  readonly isActive: boolean;
  /** False: the columns beyond the first screen are not made. */
  readonly showsFar: boolean;
}

/** The DOM id of a row, for `aria-activedescendant`. */
export const rowElementId = (id: string) => `register-row-${id}`;

/**
 * One row, plain elements throughout: some forty of these render after every sort and filter,
 * and they only render again when their own facts, place or focus change.
 */
export const RegisterRowView = memo(function RegisterRowView(props: RegisterRowViewProps) {
  const { row, index, top, currency, isActive, showsFar } = props;
  return (
    // The grid holds the focus and names the active row: rows come and go with scrolling.
    <tr
      id={rowElementId(row.id)}
      data-index={index}
      data-active={isActive || undefined}
      aria-rowindex={index + 2}
      aria-selected={isActive}
      className={styles.row}
      style={{ top }}
    >
      <th scope="row" className={styles.name} aria-colindex={1}>
        <a href={`#/initiative/${row.id}/summary`} tabIndex={-1} title={row.name}>
          {row.name}
        </a>
      </th>
      <Text index={2} value={row.unit} />
      <td aria-colindex={3} className={styles.mark}>
        <StageLabel stage={row.stage} isPaused={row.isPaused} />
      </td>
      <td aria-colindex={4} className={styles.mark} title={row.reason}>
        <VerdictChip verdict={row.verdict} isComputing={row.isComputing} />
        <RuleTag rule={row.rule} />
      </td>
      <Num index={5} value={row.readiness === null ? null : formatScore(row.readiness)} />
      <Amount
        index={6}
        value={row.value}
        currency={currency}
        isSigned
        why={row.isValueComputing ? 'computing' : 'unknown'}
      />
      <Amount index={7} value={row.cost3} currency={currency} />
      <Amount index={8} value={row.net3} currency={currency} isSigned />
      <Num index={9} value={String(row.closedMonths)} />
      <Num index={10} value={row.gatesAsked === 0 ? null : `${row.gatesPassed}/${row.gatesAsked}`} />
      {showsFar ? <FarCells row={row} /> : null}
    </tr>
  );
});

/** The columns right of the gates; see {@link FAR_COLUMN}. */
function FarCells({ row }: { readonly row: RegisterRow }) {
  return (
    <>
      {GAPS.map((gap, i) => (
        <LevelCell key={gap} index={11 + i} name={GAP_NAMES[gap]} level={row.levels[gap] ?? null} />
      ))}
      <Text index={16} value={row.businessOwner} />
      <Text index={17} value={row.technicalOwner} />
      <td aria-colindex={18} className={styles.cell}>
        {row.lastChangedAt.slice(0, 10)}
      </td>
    </>
  );
}

const MISSING = '·';

/** Text; blank shows as a dim dot, so that a gap in the record is seen as one. */
function Text({ index, value }: { readonly index: number; readonly value: string }) {
  if (value.trim() === '') return <Missing index={index} className={styles.blankText} what="not named" />;
  return (
    <td aria-colindex={index} className={styles.cell} title={value}>
      {value}
    </td>
  );
}

function Num({ index, value }: { readonly index: number; readonly value: string | null }) {
  if (value === null) return <Missing index={index} className={styles.blankNumber} what="unmeasured" />;
  return (
    <td aria-colindex={index} className={styles.number}>
      {value}
    </td>
  );
}

interface AmountProps {
  readonly index: number;
  readonly value: number | null;
  readonly currency: string;
  readonly isSigned?: boolean;
  /** What a missing amount is. */
  readonly why?: string;
}

function Amount({ index, value, currency, isSigned = false, why = 'unmeasured' }: AmountProps) {
  if (value === null) return <Missing index={index} className={styles.blankNumber} what={why} />;
  return (
    <td aria-colindex={index} className={isSigned && value < 0 ? styles.loss : styles.number}>
      {compactAmount(value, currency)}
    </td>
  );
}

interface LevelCellProps {
  readonly index: number;
  readonly name: string;
  readonly level: Level | null;
}

function LevelCell({ index, name, level }: LevelCellProps) {
  if (level === null) return <Missing index={index} className={styles.blankNumber} what="not assessed" />;
  return (
    <td
      aria-colindex={index}
      className={level >= 3 ? styles.levelHigh : styles.level}
      title={`${name}: level ${level}`}
    >
      {level}
    </td>
  );
}

interface MissingProps {
  readonly index: number;
  readonly className: string | undefined;
  readonly what: string;
}

/** One text node: in a fresh inventory most cells are this one, and every element in them costs part of a frame. */
function Missing({ index, className, what }: MissingProps) {
  return (
    <td aria-colindex={index} className={className} aria-label={what}>
      {MISSING}
    </td>
  );
}
