import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { RULE_NAMES, VERDICTS } from '#shared/domain/verdict.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { Panel } from '../../components/panel.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import styles from './verdict-counts.module.css';

/** How many initiatives have each verdict, and by which rules; every number leads to them in the register. */
export function VerdictCounts({ summary }: { readonly summary: PortfolioSummary }) {
  const judged = VERDICTS.reduce((sum, verdict) => sum + summary.byVerdict[verdict], 0);
  return (
    <Panel title="Verdicts" aside={countOf(judged, 'initiative')} isPadded={false}>
      <ul className={styles.list}>
        {VERDICTS.map((verdict) => {
          const count = summary.byVerdict[verdict];
          const rules = summary.byRule.filter((one) => one.verdict === verdict && one.count > 0);
          return (
            <li key={verdict} className={styles.row} data-none={count === 0 || undefined}>
              <Link href={`/register?verdict=${verdict}`} className={styles.verdict}>
                <VerdictChip verdict={verdict} />
                <span className={styles.count}>{formatCount(count)}</span>
              </Link>
              <span className={styles.rules}>
                {rules.map(({ rule, count: ruleCount }) => (
                  <Link
                    key={rule}
                    href={`/register?rule=${rule}`}
                    className={styles.rule}
                    title={RULE_NAMES[rule]}
                  >
                    <b>{rule}</b> {rules.length === 1 ? RULE_NAMES[rule] : formatCount(ruleCount)}
                  </Link>
                ))}
              </span>
            </li>
          );
        })}
        {summary.computing === 0 ? null : (
          <li className={styles.row}>
            <Link href="/register?verdict=computing" className={styles.verdict}>
              <VerdictChip verdict={null} isComputing />
              <span className={styles.count}>{formatCount(summary.computing)}</span>
            </Link>
          </li>
        )}
      </ul>
    </Panel>
  );
}
