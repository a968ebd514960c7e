import { expect } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readFacts } from '#db/read/facts.ts';
import type { NewDriver } from '#db/rows/driver-row.ts';
import type { Parsed } from '#shared/api/contract.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { newTestPortfolio, type TestPortfolio } from './portfolio.ts';

export const MARCH = (2026 * 12 + 2) as MonthIndex;
export const COST = {
  kind: 'cost',
  name: 'Inference',
  startsOn: null,
  endsOn: null,
  category: 'inference',
} as const;
export const OUTCOME = {
  kind: 'outcome',
  name: 'Hours saved',
  startsOn: MARCH,
  endsOn: null,
  outcomeKind: 'hours_saved',
  method: 'holdout',
  isCashReleasing: true,
} as const;

export interface Desk extends TestPortfolio {
  readonly id: string;
  readonly facts: () => InitiativeFacts;
  readonly addLine: (line?: typeof COST | typeof OUTCOME) => string;
  readonly setAmount: (lineId: string, amount: number | null, month?: MonthIndex) => void;
  readonly close: (...months: MonthIndex[]) => void;
}

/** A portfolio with one pilot, and short words for what the tests do over and over. */
export function desk(): Desk {
  const portfolio = newTestPortfolio();
  const { newId, run, db } = portfolio;
  const input = { name: 'Claims triage', stage: 'pilot', stageEnteredOn: '2026-01-05' as IsoDate } as const;
  const { id } = run('createInitiative', (tx) => commands.createInitiative(tx, input, newId)).value;
  return {
    ...portfolio,
    id,
    facts: () => readFacts(db(), id) as InitiativeFacts,
    addLine: (line = COST) =>
      run('addLine', (tx) => commands.addLine(tx, { initiativeId: id, line }, newId)).value.id,
    setAmount: (lineId, amount, month = MARCH) => {
      const cells = [{ lineId, month, amount: amount as MinorUnits | null }];
      run('setMonthValues', (tx) => commands.setMonthValues(tx, { initiativeId: id, cells }));
    },
    close: (...months) => {
      run('closeMonths', (tx) => commands.closeMonths(tx, { initiativeId: id, months }));
    },
  };
}

/** What `work` was refused with; the portfolio must be as before. */
export function refusal(portfolio: TestPortfolio, work: () => unknown): { code: string; message: string } {
  const before = contentDigest(portfolio.db());
  let error: unknown;
  try {
    work();
  } catch (thrown) {
    error = thrown;
  }
  expect(contentDigest(portfolio.db())).toBe(before);
  expect(error).toMatchObject({ name: 'AppError' });
  return error as { code: string; message: string };
}

/** A driver of which nothing but the name is known. */
export const DRIVER: NewDriver = {
  name: 'Tasks',
  unit: 'per month',
  bound: 'positive',
  p10: null,
  p50: null,
  p90: null,
  datedOn: null,
  grade: null,
  isVolume: true,
  loadings: [],
  measureCost: null,
  measureDays: null,
};

/** A platform that is not live yet. */
export const ASSET: Parsed<'addAsset'>['asset'] = {
  name: 'Policy connector',
  kind: 'connector',
  liveOn: null,
  plannedLiveMonth: MARCH,
  lateProbability: 0.25,
  monthsLate: 3,
};
