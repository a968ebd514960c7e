import type {
  AssetKind,
  DriverBound,
  ScopeBasis,
  ScopeLineKind,
  ScopeStage,
} from '#shared/domain/forward-model.ts';
import type { EvidenceKind } from '#shared/domain/gap.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { day, month } from './script.ts';

/** P10, P50, P90. */
export type Triple = readonly [number, number, number];

/** A driver of the story; `key` is what the lines name. */
export interface ScriptDriver {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly bound: DriverBound;
  readonly p: Triple;
  readonly isVolume?: boolean;
  readonly grade?: EvidenceKind;
  /** Whole euros and days to measure it better. */
  readonly measure?: readonly [number, number];
}

/** A line of a scope: what it is called, what it is, k, and the drivers it multiplies. */
export interface ScriptScopeLine {
  readonly name: string;
  readonly kind: ScopeLineKind;
  readonly k: number;
  readonly drivers: readonly string[];
  readonly role?: string;
}

export interface ScriptScope {
  readonly stage: ScopeStage;
  readonly basis?: ScopeBasis;
  /** Decision, build and ramp months; left out for the current scope. */
  readonly months?: Triple;
  readonly lines: readonly ScriptScopeLine[];
}

/** The forward model of an initiative as a person entered it on one day. */
export interface ScriptModel {
  readonly enteredOn: IsoDate;
  readonly drivers: readonly ScriptDriver[];
  readonly scopes: readonly ScriptScope[];
  /** Whole euros: salvage, exit cost, upkeep a month; and for how many months. */
  readonly stop: readonly [number, number, number, number];
}

/** What was promised: euros a month and line, flat from the first month to the last. */
export interface ScriptPlan {
  readonly inForceFrom: MonthIndex;
  readonly to: MonthIndex;
  readonly approvedOn: IsoDate;
  readonly approvedBy: string;
  readonly euros: Readonly<Record<string, number>>;
}

/** Tasks attempted and done, month by month. */
export interface ScriptCounts {
  readonly from: MonthIndex;
  readonly attempts: readonly (number | null)[];
  readonly successes: readonly (number | null)[];
}

/** What an initiative promised, counted and expects; by the key of its story. */
export interface ScriptOutlook {
  readonly model?: ScriptModel;
  readonly plan?: ScriptPlan;
  readonly counts?: ScriptCounts;
}

/** Who builds on a shared asset: from which stage on, entered when, and since when it really does. */
export interface ScriptAssetUser {
  readonly key: string;
  readonly neededFrom: ScopeStage;
  readonly enteredOn: IsoDate;
  /** null = it cannot yet: the asset is not there, or the stage is not reached. */
  readonly usedSince: IsoDate | null;
}

/** A shared asset several initiatives build on. */
export interface ScriptAsset {
  readonly key: string;
  readonly name: string;
  readonly kind: AssetKind;
  readonly addedOn: IsoDate;
  readonly liveOn: IsoDate | null;
  /** As planned when it was added. */
  readonly plannedLiveMonth: MonthIndex;
  readonly lateProbability: number | null;
  readonly monthsLate: number | null;
  /** Who built it; null = a team that runs no initiative. */
  readonly builtBy: string | null;
  readonly owner: string;
  /** Whole euros: what it costs to build it for one use only, and to keep a month. */
  readonly costAlone: number;
  readonly upkeep: number;
  /** Relative cost of reuse, and of writing for reuse. */
  readonly reuseCostShare: number;
  readonly writeForReuse: number;
  readonly users: readonly ScriptAssetUser[];
}

/** A work item that comes in a number a month: what the usual model of an agent is made of. */
export interface TaskScope {
  readonly stage: ScopeStage;
  readonly basis?: ScopeBasis;
  readonly months?: Triple;
  readonly tasks: Triple;
  readonly reviewShare: Triple;
  readonly platform: Triple;
  /** Person-months a month. */
  readonly team: number;
  readonly once?: Triple;
}

/** The figures that hold at every size. */
export interface TaskModel {
  readonly enteredOn: string;
  readonly taskName: string;
  readonly success: Triple;
  /** Euros per successful task; `k` = realisation x attribution. */
  readonly value: Triple;
  readonly k: number;
  readonly inference: Triple;
  readonly reviewMinutes: Triple;
  readonly hourlyRate: number;
  readonly errors: Triple;
  readonly stop: ScriptModel['stop'];
  /** What it would take to measure the value per success better. */
  readonly measureValue?: readonly [number, number];
  readonly scopes: readonly TaskScope[];
}

/** Loaded cost of a person-month of engineering, euros. */
const PERSON_MONTH = 9000;
const same = (value: number): Triple => [value, value, value];

/** The usual lines of an agent that works through tasks, as drivers and scopes. */
export function taskModel(input: TaskModel): ScriptModel {
  const drivers: ScriptDriver[] = [
    { key: 'success', name: 'Success rate', unit: 'share', bound: 'share', p: input.success, grade: 'test' },
    {
      key: 'value',
      name: 'Value per success',
      unit: 'EUR',
      bound: 'positive',
      p: input.value,
      ...(input.measureValue && { measure: input.measureValue }),
    },
    { key: 'inference', name: 'Inference per task', unit: 'EUR', bound: 'positive', p: input.inference },
    { key: 'minutes', name: 'Review time', unit: 'minutes', bound: 'positive', p: input.reviewMinutes },
    { key: 'hour', name: 'Hourly rate', unit: 'EUR', bound: 'positive', p: same(input.hourlyRate) },
    { key: 'errors', name: 'Cost of errors per task', unit: 'EUR', bound: 'positive', p: input.errors },
  ];
  const scopes = input.scopes.map((scope): ScriptScope => {
    const own = (key: string) => `${key} ${scope.stage}`;
    const stage = scope.stage;
    drivers.push(
      {
        key: own('tasks'),
        name: `${input.taskName}, ${stage}`,
        unit: 'per month',
        bound: 'positive',
        p: scope.tasks,
        isVolume: true,
        grade: scope.basis === 'measured' ? 'telemetry' : 'document',
      },
      {
        key: own('review'),
        name: `Review share, ${stage}`,
        unit: 'share',
        bound: 'share',
        p: scope.reviewShare,
      },
      {
        key: own('platform'),
        name: `Platform, ${stage}`,
        unit: 'EUR a month',
        bound: 'positive',
        p: scope.platform,
      },
      {
        key: own('team'),
        name: `Team, ${stage}`,
        unit: 'person-months',
        bound: 'positive',
        p: same(scope.team),
      },
    );
    const lines: ScriptScopeLine[] = [
      {
        name: 'Value of tasks done',
        kind: 'benefit',
        k: input.k,
        drivers: [own('tasks'), 'success', 'value'],
      },
      { name: 'Inference', kind: 'variable', k: 1, drivers: [own('tasks'), 'inference'] },
      {
        name: 'Human review',
        kind: 'variable',
        k: 1 / 60,
        drivers: [own('tasks'), own('review'), 'minutes', 'hour'],
      },
      { name: 'Error correction', kind: 'variable', k: 1, drivers: [own('tasks'), 'errors'] },
      { name: 'Platform', kind: 'fixed', k: 1, drivers: [own('platform')] },
      { name: 'Team', kind: 'fixed', k: PERSON_MONTH, drivers: [own('team')], role: 'Engineering' },
    ];
    if (scope.once) {
      drivers.push({
        key: own('once'),
        name: `Build, ${stage}`,
        unit: 'EUR',
        bound: 'positive',
        p: scope.once,
      });
      lines.push({ name: 'Build', kind: 'once', k: 1, drivers: [own('once')] });
    }
    return {
      stage,
      lines,
      ...(scope.basis && { basis: scope.basis }),
      ...(scope.months && { months: scope.months }),
    };
  });
  return { enteredOn: day(input.enteredOn), drivers, scopes, stop: input.stop };
}

/** A flat promise by line, whole euros a month. */
export function plan(
  inForceFrom: string,
  approvedOn: string,
  approvedBy: string,
  euros: Readonly<Record<string, number>>,
): ScriptPlan {
  return {
    inForceFrom: month(inForceFrom),
    to: month('2026-12'),
    approvedOn: day(approvedOn),
    approvedBy,
    euros,
  };
}
