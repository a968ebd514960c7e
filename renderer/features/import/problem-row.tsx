import { Button } from '@mantine/core';
import type { KeyboardEvent, Ref } from 'react';
import type { ImportProblem } from '#shared/api/schemas/intake.ts';
import { CorrectCell } from './correct-cell.tsx';
import type { ImportChange } from './import-options.ts';
import { SEVERITY_MEANINGS, SEVERITY_NAMES } from './problem-list.ts';
import styles from './problem-table.module.css';

interface ProblemRowProps {
  readonly ref: Ref<HTMLTableRowElement>;
  readonly index: number;
  readonly problem: ImportProblem;
  readonly isActive: boolean;
  readonly isEditing: boolean;
  readonly isIncluded: boolean;
  readonly onActivate: () => void;
  readonly onEdit: () => void;
  readonly onEndEdit: () => void;
  readonly change: (change: ImportChange) => void;
}

/** One problem: where, what stands there, what is wrong, and the ways to put it right. */
export function ProblemRow(props: ProblemRowProps) {
  const { problem, isActive, isEditing, isIncluded, onActivate, onEdit, onEndEdit, change } = props;
  const { row, columnIndex } = problem;
  const canCorrect = columnIndex !== null;
  const canInclude = problem.severity === 'duplicate';

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.key !== 'Enter' || !canCorrect) return;
    event.preventDefault();
    onEdit();
  };

  return (
    <tr
      ref={props.ref}
      aria-rowindex={props.index + 2}
      data-index={props.index}
      data-severity={problem.severity}
      tabIndex={isActive ? 0 : -1}
      className={styles.row}
      onFocus={onActivate}
      onKeyDown={onKeyDown}
    >
      <td className={styles.where}>{row}</td>
      <td>
        {problem.column === null ? (
          <span className={styles.wholeRow}>whole row</span>
        ) : (
          <span className={styles.column} title={problem.column}>
            {problem.column}
          </span>
        )}
        {isEditing && columnIndex !== null ? (
          <CorrectCell
            label={`Row ${row}, ${problem.column ?? 'cell'}`}
            initial={isCut(problem.cell) ? null : problem.cell}
            onSave={(value) => {
              change({ kind: 'correct', row, column: columnIndex, value });
              onEndEdit();
            }}
            onCancel={onEndEdit}
          />
        ) : (
          <span className={styles.text} title={problem.cell}>
            {problem.cell === '' && columnIndex !== null ? (
              <i className={styles.blank}>blank</i>
            ) : (
              problem.cell
            )}
          </span>
        )}
      </td>
      <td className={styles.message}>
        <span className={styles.severity} title={SEVERITY_MEANINGS[problem.severity]}>
          {SEVERITY_NAMES[problem.severity]}
        </span>{' '}
        {problem.message}
      </td>
      <td className={styles.actions}>
        {canCorrect && !isEditing ? (
          <Button
            size="compact-xs"
            tabIndex={isActive ? 0 : -1}
            aria-label={`Correct row ${row}, ${problem.column ?? 'cell'}`}
            onClick={onEdit}
          >
            Correct
          </Button>
        ) : null}
        {canInclude ? (
          <Button
            size="compact-xs"
            tabIndex={isActive ? 0 : -1}
            aria-label={`${isIncluded ? 'Leave out' : 'Import anyway'}: row ${row}`}
            onClick={() => change({ kind: isIncluded ? 'leaveOut' : 'include', row })}
          >
            {isIncluded ? 'Leave out' : 'Import anyway'}
          </Button>
        ) : null}
      </td>
    </tr>
  );
}

/** The host shows 300 characters of a long cell and an ellipsis; correcting from that would lose the rest. */
function isCut(cell: string): boolean {
  return cell.length > 300 && cell.endsWith('…');
}
