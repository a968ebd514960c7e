import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';
import { VerdictMap } from '../../charts/verdict-map.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { VERDICT_WORDS, VerdictShape } from '../../components/verdict-chip.tsx';
import styles from './map-panel.module.css';
import { MapTable } from './map-table.tsx';
import { offMapCount, offMapReasons } from './off-map.ts';

type View = 'map' | 'table';

function Key({ summary }: { readonly summary: PortfolioSummary }) {
  const present = VERDICTS.filter((verdict) => summary.mapPoints.some((point) => point.verdict === verdict));
  return (
    <p className={styles.key}>
      {present.map((verdict) => (
        <span key={verdict} className={styles.keyItem}>
          <VerdictShape verdict={verdict} size={11} /> {VERDICT_WORDS[verdict]}
        </span>
      ))}
      <span className={styles.keyItem}>area: cost a month</span>
    </p>
  );
}

function NothingToPlot({ summary }: { readonly summary: PortfolioSummary }) {
  return (
    <EmptyState
      title="No initiative can be placed yet"
      actions={
        <>
          <Button component="a" href="#/register">
            Choose one in the register
          </Button>
          <Button component="a" href="#/help">
            How a verdict is reached
          </Button>
        </>
      }
    >
      <p>
        The map needs readiness, from a level in each of the five gaps, and expected value, from a complete
        forward model.
      </p>
      <ul className={styles.reasons}>
        {offMapReasons(summary.offMap).map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      <p>
        Begin with the five that cost most: record their levels, then enter what each would earn and cost.
      </p>
    </EmptyState>
  );
}

/** The verdict map with its key, the same figures as a table, and the count of those that cannot stand on it. */
export function MapPanel({ summary }: { readonly summary: PortfolioSummary }) {
  const [view, setView] = useState<View>('map');
  const hasPoints = summary.mapPoints.length > 0;
  const off = offMapCount(summary.offMap);
  return (
    <Panel
      className={styles.panel}
      title="Readiness and value"
      isPadded={false}
      aside={
        hasPoints ? (
          <SegmentedControl
            size="xs"
            aria-label="Show as"
            value={view}
            onChange={(value) => setView(value as View)}
            data={[
              { value: 'map', label: 'Map' },
              { value: 'table', label: 'Table' },
            ]}
          />
        ) : null
      }
    >
      {hasPoints ? (
        <div className={styles.content}>
          {view === 'map' ? (
            <div className={styles.chart}>
              <VerdictMap
                points={summary.mapPoints}
                currency={summary.currency}
                readinessMark={summary.readinessMark}
              />
            </div>
          ) : (
            <MapTable summary={summary} />
          )}
          <div className={styles.foot}>
            <Key summary={summary} />
            {off > 0 ? (
              <p className={styles.off}>
                Not on the map: {offMapReasons(summary.offMap).join('; ')}.{' '}
                <Link href="/register?rule=H1">See what to measure first</Link>
              </p>
            ) : null}
            <p className={styles.off}>E: {summary.valueLabel}</p>
          </div>
        </div>
      ) : (
        <NothingToPlot summary={summary} />
      )}
    </Panel>
  );
}
