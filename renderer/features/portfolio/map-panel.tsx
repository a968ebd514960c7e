import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';
import { nextSelection } from '../../charts/lasso.ts';
import { VerdictMap } from '../../charts/verdict-map.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Panel } from '../../components/panel.tsx';
import { VERDICT_WORDS, VerdictShape } from '../../components/verdict-chip.tsx';
import styles from './map-panel.module.css';
import { MapTable } from './map-table.tsx';
import { offMapCount, offMapReasons } from './off-map.ts';
import { OffMapList } from './off-map-list.tsx';
import { SelectionList } from './selection-list.tsx';

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
      <span className={styles.hint}>Drag around bubbles to select</span>
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
        {offMapReasons(summary.offMap).map(({ reason, phrase, route }) => (
          <li key={reason}>
            <Link href={route}>{phrase}</Link>
          </li>
        ))}
      </ul>
      <p>
        Begin with the five that cost most: record their levels, then enter what each would earn and cost.
      </p>
    </EmptyState>
  );
}

/** The verdict map with its key, the same figures as a table, what is selected on either, and what cannot stand on it. */
export function MapPanel({ summary }: { readonly summary: PortfolioSummary }) {
  const [view, setView] = useState<View>('map');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set());
  const points = summary.mapPoints;
  const selectedPoints = points.filter((point) => chosen.has(point.id));
  const selected = new Set(selectedPoints.map(({ id }) => id));
  const onSelect = (ids: readonly string[], isAdding: boolean) =>
    setChosen((before) => nextSelection(before, ids, isAdding));
  return (
    <Panel
      className={styles.panel}
      title="Readiness and value"
      isPadded={false}
      aside={
        points.length > 0 ? (
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
      {points.length > 0 ? (
        <div className={styles.content}>
          {view === 'map' ? (
            <div className={styles.chart}>
              <VerdictMap
                points={points}
                currency={summary.currency}
                readinessMark={summary.readinessMark}
                selected={selected}
                onSelect={onSelect}
              />
            </div>
          ) : (
            <MapTable summary={summary} selected={selected} onSelect={onSelect} />
          )}
          {selectedPoints.length === 0 ? null : (
            <SelectionList
              points={selectedPoints}
              currency={summary.currency}
              onClear={() => setChosen(new Set())}
            />
          )}
          <div className={styles.foot}>
            {view === 'map' ? <Key summary={summary} /> : null}
            {offMapCount(summary.offMap) > 0 ? <OffMapList offMap={summary.offMap} /> : null}
            <p className={styles.off}>E: {summary.valueLabel}</p>
          </div>
        </div>
      ) : (
        <NothingToPlot summary={summary} />
      )}
    </Panel>
  );
}
