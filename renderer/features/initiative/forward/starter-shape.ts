import type { Driver, DriverBound, Scope, ScopeLineKind, ScopeStage } from '#shared/domain/forward-model.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { NewDriver } from './driver-draft.ts';
import { emptyScope, type NewScope, placeOnRoad } from './scope-draft.ts';

/** A line still without ids: its drivers by name. */
export interface StarterLine {
  readonly name: string;
  readonly kind: ScopeLineKind;
  readonly constant: number;
  readonly drivers: readonly string[];
}

export interface StarterScope {
  readonly stage: ScopeStage;
  /** null: the scope is there already and only gets lines. */
  readonly scope: NewScope | null;
  readonly lines: readonly StarterLine[];
}

/** What has to be created, in order; empty lists when everything is there. */
export interface Starter {
  readonly drivers: readonly NewDriver[];
  readonly scopes: readonly StarterScope[];
}

const NEEDED: Readonly<Record<Stage, readonly ScopeStage[]>> = {
  // An idea costs and earns nothing until somebody says otherwise; it needs no scope of its own.
  idea: ['pilot', 'limited'],
  pilot: ['pilot', 'limited'],
  limited: ['limited', 'scaled'],
  scaled: ['scaled'],
  retired: [],
};

/** The scopes a verdict asks for in a stage. */
export function neededScopes(stage: Stage): readonly ScopeStage[] {
  return NEEDED[stage];
}

type Blank = readonly [name: string, unit: string, bound: DriverBound];

function blankDriver([name, unit, bound]: Blank): NewDriver {
  return {
    name,
    unit,
    bound,
    p10: null,
    p50: null,
    p90: null,
    datedOn: null,
    grade: null,
    isVolume: unit === PER_MONTH,
    loadings: [],
    measureCost: null,
    measureDays: null,
  };
}

const PER_MONTH = 'per month';
const RATE = 'Loaded rate';
const MINUTES_TO_HOURS = 1 / 60;

interface Shape {
  readonly drivers: readonly Blank[];
  readonly lines: readonly StarterLine[];
}

const line = (name: string, kind: ScopeLineKind, drivers: readonly string[], constant = 1): StarterLine => ({
  name,
  kind,
  constant,
  drivers,
});

/** A pilot costs its running and its team; what it earns by the way is seldom worth a line. */
function pilotShape(isLater: boolean, currency: string): Shape {
  return {
    drivers: [
      ['Running cost, pilot', `${currency} per month`, 'positive'],
      ['Team, pilot', 'person-months per month', 'positive'],
      [RATE, `${currency} per person-month`, 'positive'],
      ...(isLater ? [['Set-up, pilot', currency, 'positive'] as const] : []),
    ],
    lines: [
      line('Running cost', 'fixed', ['Running cost, pilot']),
      line('Team', 'fixed', ['Team, pilot', RATE]),
      ...(isLater ? [line('Set-up', 'once', ['Set-up, pilot'])] : []),
    ],
  };
}

/** In production a task succeeds or not, costs inference, review and errors; platform and team stand beside it. */
function productionShape(stage: ScopeStage, isLater: boolean, currency: string): Shape {
  const at = SCOPE_STAGE_NAMES[stage].toLowerCase();
  const [tasks, platform, team, build] = [`Tasks, ${at}`, `Platform, ${at}`, `Team, ${at}`, `Build, ${at}`];
  return {
    drivers: [
      [tasks, PER_MONTH, 'positive'],
      ['Success rate', 'share of tasks', 'share'],
      ['Value per success', currency, 'positive'],
      ['Share that becomes money', 'realisation × attribution', 'share'],
      ['Inference per task', currency, 'positive'],
      ['Review share', 'share of tasks', 'share'],
      ['Minutes per review', 'minutes', 'positive'],
      ['Hourly rate', `${currency} per hour`, 'positive'],
      ['Cost of errors per task', currency, 'positive'],
      [platform, `${currency} per month`, 'positive'],
      [team, 'person-months per month', 'positive'],
      [RATE, `${currency} per person-month`, 'positive'],
      ...(isLater ? [[build, currency, 'positive'] as const] : []),
    ],
    lines: [
      line('Value of successful tasks', 'benefit', [
        tasks,
        'Success rate',
        'Value per success',
        'Share that becomes money',
      ]),
      line('Inference', 'variable', [tasks, 'Inference per task']),
      line(
        'Review by people',
        'variable',
        [tasks, 'Review share', 'Minutes per review', 'Hourly rate'],
        MINUTES_TO_HOURS,
      ),
      line('Errors', 'variable', [tasks, 'Cost of errors per task']),
      line('Platform', 'fixed', [platform]),
      line('Team', 'fixed', [team, RATE]),
      ...(isLater ? [line('Build', 'once', [build])] : []),
    ],
  };
}

/**
 * The usual shape for an initiative's stage as far as it is not there yet: scopes, lines, and drivers without a
 * number. Nothing is guessed: every number and month is left for a person to enter, and reads as missing until then.
 * Drivers are told apart by name: one that is there is used, not made again.
 */
export function starterFor(
  stage: Stage,
  existing: { readonly drivers: readonly Driver[]; readonly scopes: readonly Scope[] },
  currency: string,
): Starter {
  const drivers = new Map<string, NewDriver>();
  const known = new Set(existing.drivers.map((driver) => driver.name));
  const scopes = NEEDED[stage].flatMap((one): readonly StarterScope[] => {
    const there = existing.scopes.find((scope) => scope.stage === one);
    // A scope somebody has begun is theirs.
    if (there !== undefined && there.lines.length > 0) return [];
    const isLater = placeOnRoad(one, stage) === 'later';
    const shape = one === 'pilot' ? pilotShape(isLater, currency) : productionShape(one, isLater, currency);
    for (const blank of shape.drivers) {
      if (!known.has(blank[0])) drivers.set(blank[0], blankDriver(blank));
    }
    const { stage: at, basis } = emptyScope(one);
    const scope = { stage: at, basis, decisionMonth: null, buildMonths: null, rampMonths: null };
    return [{ stage: one, scope: there === undefined ? scope : null, lines: shape.lines }];
  });
  return { drivers: [...drivers.values()], scopes };
}
