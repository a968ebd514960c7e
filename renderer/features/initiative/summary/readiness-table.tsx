import type { DecisionResult, GapScore } from '#shared/decision/result.ts';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { formatNumber } from '#shared/report/format.ts';
import styles from './summary-tables.module.css';

const MAX_LEVEL = 4;

/** The five gaps as bars: the level claimed as outline, what counts after evidence and age filled, the floor as a tick. */
export function ReadinessTable({ decision }: { readonly decision: DecisionResult }) {
  return (
    <table className={styles.table} aria-label="Readiness by gap">
      <colgroup>
        <col className={styles.gapCol} />
        <col />
        <col className={styles.countsCol} />
      </colgroup>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">Gap</th>
          <th scope="col">Level</th>
          <th scope="col">Counts as</th>
        </tr>
      </thead>
      <tbody>
        {decision.gaps.map((score) => (
          <tr key={score.gap}>
            <th scope="row" className={styles.name}>
              <a href={`#/initiative/${decision.initiativeId}/gaps`}>{GAP_NAMES[score.gap]}</a>
            </th>
            <td className={styles.levelCell}>
              <LevelBar score={score} />
              {levelText(score)}
            </td>
            <td className={styles.counts}>
              {score.effective === null ? '' : formatNumber(Math.round(score.effective * 10) / 10)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** "level 2, needs 3", "level 3, stale", "not assessed". */
export function levelText({ level, floor, isStale }: GapScore): string {
  const needs = floor !== null && (level === null || level < floor) ? `, needs ${floor}` : '';
  if (level === null) return `not assessed${needs}`;
  return `level ${level}${needs}${isStale ? ', evidence stale or missing' : ''}`;
}

function LevelBar({ score }: { readonly score: GapScore }) {
  const x = (level: number) => (level / MAX_LEVEL) * 100;
  return (
    <svg aria-hidden="true" viewBox="0 0 100 10" preserveAspectRatio="none" className={styles.bar}>
      <rect x="0" y="4" width="100" height="2" className={styles.barTrack} />
      {score.level === null ? null : (
        <rect x="0" y="2" width={x(score.level)} height="6" className={styles.barClaimed} />
      )}
      {score.effective === null ? null : (
        <rect x="0" y="2" width={x(score.effective)} height="6" className={styles.barCounts} />
      )}
      {score.floor === null ? null : (
        <rect x={x(score.floor) - 0.4} y="0" width="0.8" height="10" className={styles.barFloor} />
      )}
    </svg>
  );
}
