import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import { classNames } from '../../components/class-names.ts';
import { formatCount } from '../../components/counts.ts';
import { isDiscreet } from '../../components/money-words.ts';
import { compactAmount } from './compact-amount.ts';
import { type RegisterGroup, SUMMED_COLUMNS, type SummedColumn } from './group-register.ts';
import type { ColumnId } from './register-columns.ts';
import { type LineProps, lineAttributes } from './register-row.tsx';
import styles from './register-table.module.css';

interface GroupRowProps extends LineProps {
  readonly group: RegisterGroup;
}

const isSummed = (id: ColumnId): id is SummedColumn => (SUMMED_COLUMNS as readonly string[]).includes(id);

/** The heading of a group: its name and count over the first columns, the sums under their own. */
export const GroupRow = memo(function GroupRow(props: GroupRowProps) {
  const { group, columns, currency } = props;
  // The name takes the leading and the first column and all up to the first sum, which it must not cover.
  const firstSum = columns.findIndex(({ column }, place) => place > 0 && isSummed(column.id));
  const span = firstSum === -1 ? columns.length : firstSum;
  const Chevron = group.isCollapsed ? IconChevronRight : IconChevronDown;
  return (
    <tr
      {...lineAttributes(`group:${group.key}`, props)}
      aria-level={1}
      aria-expanded={!group.isCollapsed}
      className={classNames(styles.row, styles.group)}
    >
      <th scope="rowgroup" className={styles.groupName} style={{ gridColumn: `span ${span + 1}` }}>
        <span className={styles.groupLabel}>
          <Chevron size="0.875rem" stroke={2} aria-hidden="true" />
          <span className={styles.groupText} dir="auto">
            {group.name}
          </span>
          <span className={styles.groupCount}>{formatCount(group.count)}</span>
        </span>
      </th>
      {columns
        .slice(span)
        .map(({ column }) =>
          isSummed(column.id) ? (
            <SubtotalCell key={column.id} group={group} column={column.id} currency={currency} />
          ) : (
            <td key={column.id} />
          ),
        )}
    </tr>
  );
});

interface SubtotalCellProps {
  readonly group: RegisterGroup;
  readonly column: SummedColumn;
  readonly currency: string;
}

/** A sum over the measured; how many are not is said beside it to who listens, and under the pointer. */
function SubtotalCell({ group, column, currency }: SubtotalCellProps) {
  const { sum, measured } = group.subtotals[column];
  if (sum === null) {
    return (
      <td className={styles.blankNumber} aria-label={`none of ${formatCount(group.count)} measured`}>
        ·
      </td>
    );
  }
  const text = compactAmount(sum, currency);
  const isPart = measured < group.count;
  const words = `Sum ${text}, ${formatCount(measured)} of ${formatCount(group.count)} measured`;
  return (
    <td
      className={sum < 0 && column !== 'cost3' && !isDiscreet() ? styles.loss : styles.number}
      aria-label={words}
    >
      {text}
      {isPart ? <span className={styles.part}>*</span> : null}
    </td>
  );
}
