import { Link } from 'wouter';
import type { DecisionCondition } from '#shared/domain/condition.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { hrefTo } from '../../../app/hash-location.ts';
import { classNames } from '../../../components/class-names.ts';
import { conditionState } from './decision-words.ts';
import styles from './decisions-tab.module.css';

interface ConditionListProps {
  readonly conditions: readonly DecisionCondition[];
  /** Leads to each condition on the Details tab; null: without links. */
  readonly initiativeId: string | null;
  readonly asOf: IsoDate;
}

/** What a decision was made to depend on: who owes what by when, and whether it was met. */
export function ConditionList({ conditions, initiativeId, asOf }: ConditionListProps) {
  if (conditions.length === 0) return null;
  return (
    <ul className={styles.conditions}>
      {conditions.map((one) => {
        const state = conditionState(one, asOf);
        const route = hrefTo(`/initiative/${one.initiativeId}/details`, { focus: `condition:${one.id}` });
        return (
          <li key={one.id}>
            {initiativeId === null ? <b>Condition</b> : <Link href={route.slice(1)}>Condition</Link>}:{' '}
            {one.what}{' '}
            <span className={classNames('dim', state.isLate && styles.late)}>
              {one.owner}, {state.text}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
