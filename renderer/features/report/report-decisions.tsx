import type { BoardReport } from '#shared/api/schemas/views.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { countOf } from '../../components/counts.ts';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { explainPressed } from '../register/explain/explained-cell.ts';
import styles from './report.module.css';

type Decision = BoardReport['decisions'][number];

const ASKS: Readonly<Record<Verdict, string>> = {
  kill: 'Stop these and release their money',
  fix: 'Keep these on condition that the named gap is repaired',
  hold: 'Wait on these',
  continue: 'Let these go on',
  scale: 'Fund the next stage of these',
};

/** Consecutive decisions with the same verdict, in the order of the report. */
export function groupDecisions(
  decisions: readonly Decision[],
): readonly { readonly verdict: Verdict; readonly items: readonly Decision[] }[] {
  const groups: { verdict: Verdict; items: Decision[] }[] = [];
  for (const decision of decisions) {
    const last = groups.at(-1);
    if (last?.verdict === decision.verdict) last.items.push(decision);
    else groups.push({ verdict: decision.verdict, items: [decision] });
  }
  return groups;
}

/** What the board is asked, one group a verdict, every initiative with its reason and figures. */
export function ReportDecisions({ decisions }: { readonly decisions: readonly Decision[] }) {
  return (
    <section>
      <h3>Decisions asked</h3>
      {decisions.length === 0 ? (
        <p>
          None: no initiative has earned a kill, fix or scale verdict yet. What is missing stands with each
          initiative.
        </p>
      ) : null}
      {groupDecisions(decisions).map(({ verdict, items }) => (
        <div key={verdict} className={styles.ask}>
          <h4 className={styles.askTitle}>
            <VerdictChip verdict={verdict} /> {ASKS[verdict]}
            <span className={styles.askCount}>{countOf(items.length, 'initiative')}</span>
          </h4>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Initiative and reason</th>
                <th scope="col">Rule</th>
                <th scope="col" className={styles.number}>
                  Readiness
                </th>
                <th scope="col" className={styles.number}>
                  Net, last 3 months
                </th>
                <th scope="col" className={styles.number}>
                  E, forecast
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <tr key={item.id} onClick={(event) => explainPressed(event.target, item.id)}>
                  <td>
                    <b>
                      <bdi>{item.name}</bdi>
                    </b>{' '}
                    <span className={styles.note}>
                      {item.unit === '' ? null : (
                        <>
                          <bdi>{item.unit}</bdi>,{' '}
                        </>
                      )}
                      {item.stage}
                    </span>
                    <br />
                    {item.reason}
                  </td>
                  <td>{item.rule}</td>
                  <td className={styles.number} data-explained="" data-column="readiness">
                    {item.readiness}
                  </td>
                  <td className={styles.number} data-explained="" data-column="net3">
                    {item.net3}
                  </td>
                  <td className={styles.number} data-explained="" data-column="value">
                    {item.value}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ))}
    </section>
  );
}
