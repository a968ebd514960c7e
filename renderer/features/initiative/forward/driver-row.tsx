import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { COMMON_FACTOR_NAMES, type Driver } from '#shared/domain/forward-model.ts';
import { EVIDENCE_KIND_NAMES } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatNumber } from '#shared/report/format.ts';
import { useCommand } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { formatDay } from '../../../components/dates.ts';
import { formatAmount, isMoneyUnit } from '../../../components/money-words.ts';
import { driverWith } from './driver-draft.ts';
import styles from './driver-table.module.css';
import { HEAVY_TAIL, POINTS, type Point, readTriple, type TripleText, tripleText } from './triple.ts';
import { TripleFields } from './triple-fields.tsx';

interface DriverRowProps {
  readonly driver: Driver;
  /** How many lines multiply it. */
  readonly uses: number;
  readonly assetNames: ReadonlyMap<string, string>;
  readonly currency: string;
  readonly asOf: IsoDate;
  readonly onEdit: () => void;
}

/** One driver: its numbers are written right here and kept when the row is left; the name opens everything else. */
export function DriverRow({ driver, uses, assetNames, currency, asOf, onEdit }: DriverRowProps) {
  const { draft, problem, note, change, done, cancel } = useTriple(driver, asOf);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.name}
          onClick={onEdit}
          title={`${driver.name}: edit this driver`}
        >
          {driver.name}
        </button>
        <span className={styles.second}>
          {[driver.unit, uses === 0 ? 'in no line' : ''].filter((part) => part !== '').join(' · ')}
        </span>
      </th>
      <td colSpan={POINTS.length} className={styles.points}>
        <TripleFields
          name={driver.name}
          text={draft}
          isAmount={isMoneyUnit(driver.unit, currency)}
          problem={problem}
          note={note}
          onText={change}
          onDone={() => void done()}
          onCancel={cancel}
        />
      </td>
      <td>
        {BOUND_WORDS[driver.bound]}
        {driver.isVolume ? <span className={styles.second}>volume</span> : null}
      </td>
      <td>
        {driver.grade === null ? <span className="dim">not said</span> : EVIDENCE_KIND_NAMES[driver.grade]}
        <span className={styles.second}>{driver.datedOn === null ? '' : formatDay(driver.datedOn)}</span>
      </td>
      <td>{followsText(driver, assetNames)}</td>
      <td>{measureText(driver, currency)}</td>
    </tr>
  );
}

const BOUND_WORDS: Readonly<Record<Driver['bound'], string>> = {
  positive: 'above 0',
  share: 'share',
  free: 'any number',
};

function followsText(driver: Driver, assetNames: ReadonlyMap<string, string>): string {
  const common: Readonly<Record<string, string>> = COMMON_FACTOR_NAMES;
  return driver.loadings
    .map(({ factor, loading }) => {
      const name = Object.hasOwn(common, factor) ? common[factor] : assetNames.get(factor);
      return `${name ?? 'a removed asset'} ${formatNumber(loading)}`;
    })
    .join(', ');
}

function measureText({ measureCost, measureDays }: Driver, currency: string): string {
  const cost =
    measureCost === null ? '' : `${formatAmount(measureCost, currency, { isCompact: true })} ${currency}`;
  const days = measureDays === null ? '' : countOf(measureDays, 'day');
  return [cost, days].filter((part) => part !== '').join(', ');
}

/** The three numbers while they are being written. */
function useTriple(driver: Driver, asOf: IsoDate) {
  const client = useQueryClient();
  const update = useCommand('updateDriver');
  const stored = tripleText(driver);
  const [draft, setDraft] = useState<TripleText | null>(null);
  const [problem, setProblem] = useState<{ readonly fields: readonly Point[]; readonly text: string } | null>(
    null,
  );
  const shown = draft ?? stored;
  const read = readTriple(shown, driver.bound);
  const cancel = () => {
    setDraft(null);
    setProblem(null);
  };
  const done = async () => {
    if (draft === null) return;
    if (!read.ok) return setProblem(read);
    if (POINTS.every((point) => read.triple[point] === driver[point])) return cancel();
    // The date says when the numbers were set: now.
    const result = await update.run({
      id: driver.id,
      driver: driverWith(driver, { ...read.triple, datedOn: asOf }),
    });
    if (!result.ok) return setProblem({ fields: POINTS, text: result.error.message });
    setProblem(null);
    await client.invalidateQueries({ queryKey: ['getInitiative', { id: driver.initiativeId }] });
    // A newer draft may have begun while this one was being kept.
    setDraft((now) => (now === draft ? null : now));
  };
  return {
    draft: shown,
    problem,
    note: read.ok && read.isHeavyTailed ? HEAVY_TAIL : null,
    change: (change: Partial<TripleText>) => {
      setDraft({ ...shown, ...change });
      setProblem(null);
    },
    done,
    cancel,
  };
}
