import { useEffect } from 'react';
import { Link, useSearch } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { formatShare } from '#shared/report/format.ts';
import { useCall } from '../../app/use-call.ts';
import { formatCount } from '../../components/counts.ts';
import { Screen } from '../../components/screen.tsx';
import styles from './benchmarks.module.css';
import { BENCHMARKS, type Benchmark } from './benchmarks.ts';

/** Published figures with source, date, what they may be used for and what not, and this portfolio's own beside them. */
export function BenchmarksScreen() {
  const summary = useCall('getPortfolio', {}).data;
  const asked = new URLSearchParams(useSearch()).get('figure');
  useEffect(() => {
    if (asked !== null) document.getElementById(`benchmark-${asked}`)?.scrollIntoView({ block: 'center' });
  }, [asked]);
  return (
    <Screen title="Published figures" subtitle={<Link href="/help">Help</Link>}>
      <div className={styles.page}>
        <p className={styles.lead}>
          Context, and how far to trust it. No threshold, weight or forecast in Pilotage is derived from any
          of these figures, and your own figures are never coloured by them.
        </p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
        <section className={styles.scroll} tabIndex={0} aria-label="Published figures">
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Figure</th>
                <th scope="col">Where it comes from</th>
                <th scope="col">Use it for</th>
                <th scope="col">Do not</th>
                <th scope="col">Your own</th>
              </tr>
            </thead>
            <tbody>
              {BENCHMARKS.map((one) => (
                <tr key={one.id} id={`benchmark-${one.id}`} data-asked={one.id === asked || undefined}>
                  <th scope="row">
                    {one.figure}
                    <span className={styles.small}>as quoted: {one.asQuoted}</span>
                  </th>
                  <td>
                    {one.source}
                    <span className={styles.small}>
                      {one.date ?? 'no date known'}; {one.trace}
                    </span>
                  </td>
                  <td>{one.useFor ?? <span className="dim">nothing yet</span>}</td>
                  <td>{one.doNot}</td>
                  <td>
                    <Own benchmark={one} summary={summary} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      </div>
    </Screen>
  );
}

interface OwnProps {
  readonly benchmark: Benchmark;
  readonly summary: PortfolioSummary | undefined;
}

/** This portfolio's figure of the same kind, with its label; not comparable, and said so. */
function Own({ benchmark, summary }: OwnProps) {
  const own = summary && ownFigure(benchmark, summary);
  if (!own) return <span className="dim">none beside it</span>;
  return (
    <>
      {own.value ?? <span className="dim">unmeasured</span>}
      <span className={styles.small}>{own.label}</span>
    </>
  );
}

/** The value is null where the portfolio has no data for it yet; null altogether where nothing of its own compares. */
export function ownFigure(
  { own }: Pick<Benchmark, 'own'>,
  { inProduction, roi12 }: Pick<PortfolioSummary, 'inProduction' | 'roi12'>,
): { readonly value: string | null; readonly label: string } | null {
  switch (own) {
    case 'in_production':
      return {
        value: inProduction.share === null ? null : formatShare(inProduction.share),
        label: `${formatCount(inProduction.count)} of ${formatCount(inProduction.of)} not retired in production; not comparable`,
      };
    case 'roi':
      return {
        value: roi12.value === null ? null : formatShare(roi12.value),
        label: `return on cost, ${roi12.label}; not comparable`,
      };
    case null:
      return null;
  }
}
