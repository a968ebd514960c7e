import { useState } from 'react';
import type { Explanation, Measurement } from '#shared/decision/explanation.ts';
import { measurementAdvice } from '#shared/report/explanation-words.ts';
import { countOf } from '../../../components/counts.ts';
import { formatMoney, veil } from '../../../components/money-words.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './explain.module.css';

interface MeasurePanelProps {
  readonly explanation: Explanation;
  readonly currency: string;
}

const FIRST = 7;

/** What to find out next: what is missing first, then drivers by what knowing them is worth against what it costs. */
export function MeasurePanel({ explanation, currency }: MeasurePanelProps) {
  const [isAll, setIsAll] = useState(false);
  const { measureNext, cheapestTest, evpi } = explanation;
  const { worthAsking, worthless } = byWorth(measureNext);
  const shown = isAll ? worthAsking : worthAsking.slice(0, FIRST);
  return (
    <Panel title="Measure next" isPadded={false}>
      {measureNext.length === 0 ? (
        <p className={styles.nothing}>Nothing is missing, and no driver has a spread left to narrow.</p>
      ) : (
        <ul className={styles.measures}>
          {shown.map((one) => (
            <li key={one.code} data-advice={one.advice}>
              <span className={styles.what}>{one.text.charAt(0).toUpperCase() + one.text.slice(1)}</span>
              <span className={styles.advice}>
                {veil(measurementAdvice(one, currency))}
                {one.code === cheapestTest ? <b>, the cheapest test worth buying</b> : null}
              </span>
            </li>
          ))}
        </ul>
      )}
      {worthless === 0 ? null : (
        <p className={styles.rest}>
          {countOf(worthless, 'driver')} {worthless === 1 ? 'is' : 'are'} worth nothing to know better now: no
          answer would change whether to go on.
        </p>
      )}
      {worthAsking.length > FIRST ? (
        <button type="button" className={styles.more} onClick={() => setIsAll(!isAll)}>
          {isAll ? 'Show the first only' : `Show all ${worthAsking.length}`}
        </button>
      ) : null}
      {evpi === null || Math.round(evpi) === 0 || measureNext.length === 0 ? null : (
        <p className={styles.rest}>{evpiText(evpi, currency)}</p>
      )}
    </Panel>
  );
}

/** Drivers whose exact value is worth less than half a minor unit are counted, not listed. */
export function byWorth(all: readonly Measurement[]): {
  readonly worthAsking: readonly Measurement[];
  readonly worthless: number;
} {
  const worthAsking = all.filter((one) => one.evppi === null || Math.round(one.evppi) > 0);
  return { worthAsking, worthless: all.length - worthAsking.length };
}

/** The ceiling: no measurement can be worth more than knowing everything. */
function evpiText(evpi: number, currency: string): string {
  return `Knowing everything would be worth ${formatMoney(evpi, currency, { compact: true })} (EVPI): no measurement is worth more.`;
}
