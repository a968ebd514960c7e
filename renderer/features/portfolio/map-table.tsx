import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { Money, Score } from '../../components/money.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import styles from './map-panel.module.css';

/** The figures behind the verdict map, by value. */
export function MapTable({ summary }: { readonly summary: PortfolioSummary }) {
  const points = [...summary.mapPoints].sort((a, b) => b.value - a.value);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <section className={styles.tableScroll} tabIndex={0} aria-label="Figures of the verdict map">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Initiative</th>
            <th scope="col">Verdict</th>
            <th scope="col">Readiness</th>
            <th scope="col">Expected value E, {summary.currency}</th>
            <th scope="col">Cost a month, {summary.currency}</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.id}>
              <th scope="row">
                <Link href={`/initiative/${point.id}`}>{point.name}</Link>
              </th>
              <td>
                <VerdictChip verdict={point.verdict} />
              </td>
              <td>
                <Score score={point.readiness} />
              </td>
              <td>
                <Money minor={point.value} currency={summary.currency} isBare isCompact isSigned />
              </td>
              <td>
                <Money minor={point.monthlyCost} currency={summary.currency} isBare isCompact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
