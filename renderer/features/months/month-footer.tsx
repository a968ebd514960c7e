import { Button } from '@mantine/core';
import type { MonthIndex } from '#shared/domain/units.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMonthName } from '../../components/dates.ts';
import type { MonthState } from './month-model.ts';
import styles from './months.module.css';

interface MonthFooterProps {
  readonly month: MonthIndex;
  readonly state: MonthState;
  readonly closing: ReadonlySet<string>;
  /** What was just done: "Pasted 80 amounts, not saved yet." */
  readonly note: string;
  readonly writingOff: string | null;
  readonly canClose: boolean;
  readonly isRunning: boolean;
  readonly isDirty: boolean;
  /** Somebody wants to leave while something is not saved. */
  readonly isLeaving: boolean;
  readonly onStay: () => void;
  readonly onDiscard: () => void;
  readonly onSave: () => void;
  readonly onClose: () => void;
}

/** What is measured and what is not, and the two ways to keep it. */
export function MonthFooter(props: MonthFooterProps) {
  const { month, state, closing, note, writingOff, canClose, isRunning, isDirty } = props;
  const { isLeaving, onStay, onDiscard, onSave, onClose } = props;
  const name = formatMonthName(month);
  const [problem] = state.problems;
  const isBlocked = writingOff !== null || state.problems.length > 0;
  const title = writingOff ?? (problem ? `${problem.where}: ${problem.text}` : undefined);
  const left = [...closing].reduce((sum, id) => sum + (state.open.get(id)?.unmeasured ?? 0), 0);
  return (
    <div className={styles.footer}>
      {isLeaving ? (
        <div role="alert" className={styles.ask}>
          <span>
            {countOf(state.changed + state.problems.length, 'amount')} of {name} not saved.
          </span>
          <Button onClick={onStay}>Stay</Button>
          <Button color="kill" variant="outline" onClick={onDiscard}>
            Discard and leave
          </Button>
        </div>
      ) : null}
      <p role="status" className={styles.sum}>
        {note}
        <strong>
          {formatCount(state.measured)} of {countOf(state.lines, 'line')} measured
        </strong>
        {state.changed > 0 ? `, ${formatCount(state.changed)} not saved` : ''}
        {state.problems.length > 0 ? `, ${formatCount(state.problems.length)} to correct` : ''}
        {state.closed > 0 ? `; closed for ${formatCount(state.closed)}` : ''}.
        {closing.size > 0 && left > 0 ? ` Closing leaves ${countOf(left, 'line')} unmeasured.` : ''}
      </p>
      {isDirty ? <Button onClick={onDiscard}>Discard</Button> : null}
      <Button disabled={isBlocked || state.changed === 0} title={title} loading={isRunning} onClick={onSave}>
        Save
      </Button>
      <Button
        variant="filled"
        disabled={isBlocked || closing.size === 0 || !canClose}
        title={title ?? (canClose ? undefined : `${name} is still to come`)}
        loading={isRunning}
        onClick={onClose}
      >
        Close {name} for {countOf(closing.size, 'initiative')}
      </Button>
    </div>
  );
}
