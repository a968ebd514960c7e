import { SegmentedControl } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { Panel } from '../components/panel.tsx';
import styles from './chart-or-table.module.css';

type View = 'chart' | 'table';

interface ChartOrTableProps {
  readonly title: string;
  /** How to read the figures: unit, window, label. */
  readonly note: ReactNode;
  readonly chart: ReactNode;
  readonly table: ReactNode;
  /** The chart in words. */
  readonly children?: ReactNode;
  readonly className?: string | undefined;
}

/** A chart and, one click away, its figures as a table; the words below stand under both. */
export function ChartOrTable({ title, note, chart, table, children, className }: ChartOrTableProps) {
  const [view, setView] = useState<View>('chart');
  return (
    <Panel
      title={title}
      isPadded={false}
      className={className}
      aside={
        <SegmentedControl
          size="xs"
          aria-label={`Show ${title} as`}
          value={view}
          onChange={(value) => setView(value as View)}
          data={[
            { value: 'chart', label: 'Chart' },
            { value: 'table', label: 'Table' },
          ]}
        />
      }
    >
      <p className={styles.note}>{note}</p>
      {view === 'chart' ? (
        chart
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        <section className={styles.scroll} tabIndex={0} aria-label={`Figures of ${title}`}>
          {table}
        </section>
      )}
      {children === undefined ? null : <div className={styles.words}>{children}</div>}
    </Panel>
  );
}
