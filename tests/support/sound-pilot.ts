import type { Input } from '#shared/api/contract.ts';
import { GAPS } from '#shared/domain/gap.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import type { TestService } from './data-service.ts';

const day = (text: string) => text as IsoDate;
const money = (amount: number) => amount as MinorUnits;

type Ask = TestService['ask'];

export interface SoundPilot {
  readonly id: string;
  /** The driver with the value of a task, in EUR. */
  readonly valueId: string;
  readonly costLineId: string;
  readonly outcomeLineId: string;
}

/** The closed months of {@link enterSoundPilot}. */
export const PILOT_MONTHS = [6, 7, 8].map((month) => (2026 * 12 + month) as MonthIndex);

/** A pilot of which every gate of its column passes: no money, no forward model yet. */
export async function enterGatedPilot(ask: Ask, name = 'Claims triage'): Promise<string> {
  const { id } = await ask('createInitiative', {
    name,
    stage: 'pilot',
    stageEnteredOn: day('2026-06-01'),
    businessOwner: 'Head of claims',
    technicalOwner: 'Platform lead',
    metricName: 'Share settled at once',
    metricUnit: 'share',
    baselineValue: 0.5,
    baselineDataEnd: day('2026-05-01'),
    baselineSource: 'before',
    lawfulBasis: 'yes',
    riskClass: 'minimal',
    oversight: 'A clerk releases each payment',
  });
  for (const gap of GAPS) {
    await ask('recordAssessment', {
      initiativeId: id,
      gap,
      level: 2,
      rater: 'Ada',
      ratedOn: day('2026-09-01'),
      note: '',
      evidence: [{ kind: 'test', datedOn: day('2026-09-01'), link: '', note: 'Trial run' }],
    });
  }
  await ask('addTripwire', {
    initiativeId: id,
    tripwire: {
      metric: 'Share settled at once',
      comparator: 'at_least',
      threshold: 0.6,
      dueOn: day('2026-12-31'),
      committedOn: day('2026-05-15'),
      measuredValue: null,
    },
  });
  return id;
}

/** Three closed months, July to September 2026: 1,000.00 EUR of inference and 1,500.00 EUR saved in each. */
export async function enterPilotMonths(
  ask: Ask,
  id: string,
): Promise<Pick<SoundPilot, 'costLineId' | 'outcomeLineId'>> {
  const span = { startsOn: null, endsOn: null };
  const cost = await ask('addLine', {
    initiativeId: id,
    line: { kind: 'cost', name: 'Inference', category: 'inference', ...span },
  });
  const outcome = await ask('addLine', {
    initiativeId: id,
    line: {
      kind: 'outcome',
      name: 'Claims settled at once',
      outcomeKind: 'cost_avoided',
      method: 'log_count',
      isCashReleasing: true,
      ...span,
    },
  });
  await ask('setMonthValues', {
    initiativeId: id,
    cells: PILOT_MONTHS.flatMap((month) => [
      { lineId: cost.id, month, amount: money(100_000) },
      { lineId: outcome.id, month, amount: money(150_000) },
    ]),
  });
  await ask('closeMonths', { initiativeId: id, months: PILOT_MONTHS });
  return { costLineId: cost.id, outcomeLineId: outcome.id };
}

/** The driver of the value of a task, known to be so many EUR. */
export function valueOfTask(perTask: number): Input<'addDriver'>['driver'] {
  return {
    name: 'Value of a task',
    unit: 'EUR',
    bound: 'positive',
    p10: perTask,
    p50: perTask,
    p90: perTask,
    datedOn: day('2026-09-01'),
    grade: 'document',
    isVolume: false,
    loadings: [],
    measureCost: null,
    measureDays: null,
  };
}

/**
 * A forward model of round numbers: the pilot costs 100 EUR a month; in limited production 900 to 1,100 tasks a month
 * bring `perTask` EUR and cost 0.50 EUR each, and 500 EUR a month are fixed. Stopping brings and costs nothing.
 * @returns the id of the driver of the value of a task
 */
export async function enterForwardModel(ask: Ask, id: string, perTask: number): Promise<string> {
  const driver = async (name: string, known: number, over: { p10?: number; p90?: number } = {}) =>
    (
      await ask('addDriver', {
        initiativeId: id,
        driver: { ...valueOfTask(known), name, unit: '', isVolume: name === 'Tasks', ...over },
      })
    ).id;
  const tasks = await driver('Tasks', 1000, { p10: 900, p90: 1100 });
  const value = (await ask('addDriver', { initiativeId: id, driver: valueOfTask(perTask) })).id;
  const [cost, platform, pilotCost] = [
    await driver('Cost of a task', 0.5),
    await driver('Platform', 500),
    await driver('Pilot', 100),
  ];
  const scope = async (stage: 'pilot' | 'limited', months: number | null) =>
    (
      await ask('addScope', {
        initiativeId: id,
        scope: { stage, basis: 'plan', decisionMonth: months, buildMonths: months, rampMonths: months },
      })
    ).id;
  const [pilot, limited] = [await scope('pilot', null), await scope('limited', 1)];
  const lines = [
    [pilot, 'fixed', [pilotCost]],
    [limited, 'benefit', [tasks, value]],
    [limited, 'variable', [tasks, cost]],
    [limited, 'fixed', [platform]],
  ] as const;
  for (const [scopeId, kind, driverIds] of lines) {
    await ask('addScopeLine', {
      scopeId,
      line: { name: kind, kind, constant: 1, driverIds: [...driverIds], role: null },
    });
  }
  await ask('setStopTerms', {
    initiativeId: id,
    terms: { salvage: money(0), exitCost: money(0), upkeepPerMonth: money(0), upkeepMonths: 0 },
  });
  return value;
}

/** A pilot that wants nothing: gates, three closed months and a forward model that earns `perTask` EUR a task. */
export async function enterSoundPilot(ask: Ask, perTask = 2, name?: string): Promise<SoundPilot> {
  const id = await enterGatedPilot(ask, name);
  const lines = await enterPilotMonths(ask, id);
  return { id, ...lines, valueId: await enterForwardModel(ask, id, perTask) };
}
