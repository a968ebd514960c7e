import type { DecisionResult, RuleOutcome } from '#shared/decision/result.ts';
import { RULE_NAMES } from '#shared/domain/verdict.ts';
import { ruleSentence } from '#shared/report/words.ts';
import { veil } from '../../../components/money-words.ts';
import { VerdictChip } from '../../../components/verdict-chip.tsx';
import styles from './summary-tables.module.css';

interface RuleTableProps {
  readonly decision: DecisionResult;
  readonly currency: string;
}

const STATUS_WORDS: Readonly<Record<Exclude<RuleOutcome['status'], 'fires'>, string>> = {
  quiet: 'quiet',
  not_evaluated: 'not evaluated',
};

/** Every rule in its order, whether it fires, and the numbers it compared; what it lacks where it cannot be told. */
export function RuleTable({ decision, currency }: RuleTableProps) {
  return (
    <table className={styles.table} aria-label="Rules in order">
      <colgroup>
        <col className={styles.idCol} />
        <col className={styles.ruleCol} />
        <col className={styles.statusCol} />
        <col />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Rule</th>
          <th scope="col">Name</th>
          <th scope="col">Status</th>
          <th scope="col">Compared</th>
        </tr>
      </thead>
      <tbody>
        {decision.rules.map((rule) => {
          const decides = rule.rule === decision.rule;
          return (
            <tr key={rule.rule} data-status={rule.status} data-decides={decides || undefined}>
              <td className={styles.id}>{rule.rule}</td>
              <th scope="row" className={styles.name}>
                {RULE_NAMES[rule.rule]}
              </th>
              <td className={styles.status}>
                {rule.status === 'fires' ? <VerdictChip verdict={rule.verdict} /> : STATUS_WORDS[rule.status]}
                {rule.status === 'fires' ? (
                  <span className="visually-hidden">{decides ? 'fires and decides' : 'fires too'}</span>
                ) : null}
              </td>
              <td className={styles.text}>{veil(ruleText(rule, currency))}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** The rule's sentence without its status, which has a column of its own. */
export function ruleText(rule: RuleOutcome, currency: string): string {
  const text = ruleSentence(rule, currency).replace(/^(Fires|Quiet|Not evaluated)(: |\.$)/, '');
  return text.replace(/\.$/, '');
}
