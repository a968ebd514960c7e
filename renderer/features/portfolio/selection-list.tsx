import { Button } from '@mantine/core';
import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { hrefTo } from '../../app/hash-location.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { Money, Score } from '../../components/money.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import styles from './map-panel.module.css';

/** So many are listed here; the register shows them all. */
const MOST_LISTED = 50;

interface SelectionListProps {
  readonly points: PortfolioSummary['mapPoints'];
  readonly currency: string;
  readonly onClear: () => void;
}

/** What is selected on the map, dearest first, and the way to exactly these in the register. */
export function SelectionList({ points, currency, onClear }: SelectionListProps) {
  const dearest = [...points].sort((a, b) => (b.monthlyCost ?? -1) - (a.monthlyCost ?? -1));
  const listed = dearest.slice(0, MOST_LISTED);
  const these =
    points.length === 1
      ? 'Open it in the register'
      : `Open these ${formatCount(points.length)} in the register`;
  return (
    <section aria-label="Selected on the map" className={styles.selection}>
      <header className={styles.selectionHead}>
        <p role="status">{countOf(points.length, 'initiative')} selected</p>
        <span className={styles.selectionTools}>
          <Button size="compact-sm" onClick={onClear}>
            Clear
          </Button>
          <Button
            size="compact-sm"
            component="a"
            href={hrefTo('/register', { ids: points.map(({ id }) => id).join(',') })}
          >
            {these}
          </Button>
        </span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section className={styles.selectionScroll} tabIndex={0} aria-label="Selected initiatives">
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col">Initiative</th>
              <th scope="col">Verdict</th>
              <th scope="col">Readiness</th>
              <th scope="col">E, {currency}</th>
              <th scope="col">Cost a month, {currency}</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((point) => (
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
                  <Money minor={point.value} currency={currency} isBare isCompact isSigned />
                </td>
                <td>
                  <Money minor={point.monthlyCost} currency={currency} isBare isCompact />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        {dearest.length > listed.length ? (
          <p className={styles.moreSelected}>
            {formatCount(dearest.length - listed.length)} more; the register shows them all.
          </p>
        ) : null}
      </section>
    </section>
  );
}
