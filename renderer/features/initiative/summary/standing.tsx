import type { DecisionResult } from '#shared/decision/result.ts';
import { standingFacts } from './standing-words.ts';
import styles from './summary-tab.module.css';

interface StandingProps {
  readonly decision: DecisionResult;
  readonly currency: string;
}

/** One line of facts under the figures. */
export function Standing({ decision, currency }: StandingProps) {
  const facts = standingFacts(decision, currency);
  if (facts.length === 0) return null;
  return (
    <dl className={styles.standing} aria-label="Standing">
      {facts.map(({ name, text }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}
