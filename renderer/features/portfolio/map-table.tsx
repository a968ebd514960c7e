import { Button } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { formatCount } from '../../components/counts.ts';
import { Money, Score } from '../../components/money.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { CellPopover } from '../register/explain/cell-popover.tsx';
import { explainPressed } from '../register/explain/explained-cell.ts';
import styles from './map-panel.module.css';

/** So many rows are drawn at first: thousands take seconds. */
const AT_FIRST = 100;

interface MapTableProps {
  readonly summary: PortfolioSummary;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (ids: readonly string[], isAdding: boolean) => void;
}

/** The figures behind the verdict map, by value, each with a box that selects it as the lasso does. */
export function MapTable({ summary, selected, onSelect }: MapTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const sorted = [...summary.mapPoints].sort((a, b) => b.value - a.value);
  const points = isWhole ? sorted : sorted.slice(0, AT_FIRST);
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
            <tr key={point.id} onClick={(event) => explainPressed(event.target, point.id)}>
              <th scope="row">
                <input
                  type="checkbox"
                  className={styles.box}
                  aria-label={`Select ${point.name}`}
                  checked={selected.has(point.id)}
                  onChange={() => onSelect([point.id], true)}
                />
                <Link href={`/initiative/${point.id}`}>{point.name}</Link>
              </th>
              <td>
                <VerdictChip verdict={point.verdict} />
              </td>
              <td data-explained="" data-column="readiness">
                <Score score={point.readiness} />
              </td>
              <td data-explained="" data-column="value">
                <Money minor={point.value} currency={summary.currency} isBare isCompact isSigned />
              </td>
              <td data-explained="" data-column="monthlyCost">
                <Money minor={point.monthlyCost} currency={summary.currency} isBare isCompact />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <CellPopover />
      {points.length < sorted.length ? (
        <p className={styles.moreSelected}>
          <Button size="compact-sm" onClick={() => setIsWhole(true)}>
            Show the other {formatCount(sorted.length - points.length)}
          </Button>
        </p>
      ) : null}
    </section>
  );
}
