import type { Explanation } from '#shared/decision/explanation.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { changeEffect, thenAndNow } from '#shared/report/explanation-words.ts';
import { countOf } from '../../../components/counts.ts';
import { formatDay } from '../../../components/dates.ts';
import { veil } from '../../../components/money-words.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './explain.module.css';

interface SinceReviewPanelProps {
  readonly since: Explanation['sinceReview'];
  readonly decision: DecisionResult;
}

/** What is not what it was at the last closed review, and which of it changed the verdict. */
export function SinceReviewPanel({ since, decision }: SinceReviewPanelProps) {
  if (since === null) {
    return (
      <Panel title="Since the last review">
        <p className="dim">
          No closed review has kept the inputs of this initiative yet. The first one will.
        </p>
      </Panel>
    );
  }
  const mattered = since.changes.filter((change) => change.mattered).length;
  return (
    <Panel
      title={`Since ${since.reviewName}`}
      aside={`inputs as of ${formatDay(since.endsOn)}`}
      isPadded={false}
    >
      <p className={styles.lead}>
        {thenAndNow(since, decision)}{' '}
        {since.changes.length === 0
          ? 'No input has changed.'
          : `${countOf(since.changes.length, 'input')} changed, ${mattered} of them alone ${mattered === 1 ? 'turns' : 'turn'} the verdict.`}
      </p>
      {since.changes.length === 0 ? null : (
        <table className={styles.list} aria-label="Inputs that changed">
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col">Then</th>
              <th scope="col">Now</th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {since.changes.map((change) => (
              <tr key={change.input} data-mattered={change.mattered || undefined}>
                <th scope="row">{change.name}</th>
                <td>{veil(change.was)}</td>
                <td>{veil(change.is)}</td>
                <td>{changeEffect(change)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
