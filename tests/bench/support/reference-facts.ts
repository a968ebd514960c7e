import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type { Driver, Scope, ScopeLine, ScopeStage } from '#shared/domain/forward-model.ts';
import { GAPS } from '#shared/domain/gap.ts';
import type { ValueLine } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { NO_STAGE_RECORD } from '#shared/domain/stage-record.ts';
import { type IsoDate, type MinorUnits, type MonthIndex, minorUnits } from '#shared/domain/units.ts';
import { COST_CATEGORIES, OUTCOME_KINDS } from '#shared/domain/value-lines.ts';
import { costLine, initiative, outcomeLine, tripwire } from '#tests/shared/decision/example-facts.ts';

const MONTHS = 24;
const COST_LINES = 5;
const OUTCOME_LINES = 3;
const UNCERTAIN_DRIVERS = 10;
export const REFERENCE_AS_OF = '2026-09-30' as IsoDate;
const LAST: MonthIndex = (2026 * 12 + 8) as MonthIndex;

/** Numbers in [0, 1), the same on every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The reference portfolio of the architecture page, as facts: initiatives in limited production with 24 closed months,
 * 8 lines, levels with evidence, and a forward model of 2 scopes, 8 lines and 10 uncertain drivers.
 */
export function referenceFacts(count: number): readonly InitiativeFacts[] {
  const random = seeded(2026);
  const months = Array.from({ length: MONTHS }, (_, back) => (LAST - MONTHS + 1 + back) as MonthIndex);
  return Array.from({ length: count }, (_, index): InitiativeFacts => {
    const id = `r${index}`;
    const lines = referenceLines(id);
    return {
      initiative: { ...initiative({ stage: 'limited', name: `Initiative ${index}` }), id },
      assessments: GAPS.map((gap) => ({
        id: `${id}-${gap}`,
        initiativeId: id,
        gap,
        level: 3,
        rater: 'office',
        ratedOn: '2026-08-10' as IsoDate,
        note: '',
        evidence: [
          {
            id: `${id}-${gap}-e`,
            assessmentId: `${id}-${gap}`,
            kind: 'telemetry',
            datedOn: '2026-08-10' as IsoDate,
            link: '',
            note: '',
            sourceQuestion: '',
          },
        ],
      })),
      lines,
      values: lines.flatMap(({ id: lineId, kind }) =>
        months.map((month) => ({
          lineId,
          month,
          amount: minorUnits(Math.round((kind === 'cost' ? 200_000 : 450_000) * (0.8 + 0.4 * random()))),
        })),
      ),
      closedMonths: months,
      readings: months.slice(-6).map((month) => ({ month, value: 0.85 })),
      tripwires: [{ ...tripwire(), initiativeId: id }],
      incidents: [],
      pastDecisions: [],
      planVersions: [],
      forecasts: [],
      unitCounts: months.map((month) => ({ month, attempts: 1000, successes: 800 })),
      ...referenceModel(id, random),
      assetUses: [],
      checklist: [],
    };
  });
}

function referenceLines(id: string): readonly ValueLine[] {
  return [
    ...COST_CATEGORIES.filter((category) => category !== 'integration_build')
      .slice(0, COST_LINES)
      .map((category) => ({ ...costLine(`${id}-${category}`), initiativeId: id, category })),
    ...OUTCOME_KINDS.slice(0, OUTCOME_LINES).map((outcomeKind) => ({
      ...outcomeLine(`${id}-${outcomeKind}`),
      initiativeId: id,
      outcomeKind,
    })),
  ];
}

function referenceModel(
  id: string,
  random: () => number,
): Pick<InitiativeFacts, 'drivers' | 'scopes' | 'stopTerms'> {
  const drivers = Array.from({ length: UNCERTAIN_DRIVERS }, (_, j): Driver => {
    const isShare = j % 5 === 1;
    const middle = isShare ? 0.5 + 0.3 * random() : 10 + 90 * random();
    return {
      id: `${id}-d${j}`,
      initiativeId: id,
      name: `driver ${j}`,
      unit: '',
      bound: isShare ? 'share' : 'positive',
      p10: isShare ? middle - 0.1 : middle * 0.8,
      p50: middle,
      p90: isShare ? middle + 0.08 : middle * 1.3,
      datedOn: '2026-09-01' as IsoDate,
      grade: 'document',
      isVolume: false,
      loadings: [],
      measureCost: null,
      measureDays: null,
      sortOrder: j,
    };
  });
  const line = (
    scope: ScopeStage,
    j: number,
    kind: ScopeLine['kind'],
    used: readonly number[],
  ): ScopeLine => ({
    id: `${id}-${scope}-${j}`,
    scopeId: `${id}-${scope}`,
    name: `line ${j}`,
    kind,
    constant: kind === 'benefit' ? 4 : 1,
    driverIds: used.map((driver) => `${id}-d${driver}`),
    role: null,
    sortOrder: j,
  });
  const scope = (stage: ScopeStage, lines: readonly ScopeLine[]): Scope => ({
    id: `${id}-${stage}`,
    initiativeId: id,
    stage,
    basis: stage === 'limited' ? 'measured' : 'plan',
    decisionMonth: 1,
    buildMonths: 2,
    rampMonths: 3,
    lines,
  });
  const zero = 0 as MinorUnits;
  return {
    drivers,
    scopes: [
      scope('limited', [
        line('limited', 0, 'benefit', [0, 1, 2]),
        line('limited', 1, 'variable', [0, 3]),
        line('limited', 2, 'variable', [0, 6]),
        line('limited', 3, 'fixed', [4]),
      ]),
      scope('scaled', [
        line('scaled', 0, 'benefit', [5, 1, 2]),
        line('scaled', 1, 'variable', [5, 3]),
        line('scaled', 2, 'fixed', [7, 8]),
        line('scaled', 3, 'once', [9]),
      ]),
    ],
    stopTerms: { salvage: zero, exitCost: zero, upkeepPerMonth: zero, upkeepMonths: 0 },
  };
}

/** Shipped policy, no plan, no memory; simulations of exactly `draws` draws. */
export function referenceContext(draws: number): EngineContext {
  return {
    policy: { ...DEFAULT_POLICY, draws, mostDraws: draws },
    plan: null,
    stageRecord: NO_STAGE_RECORD,
    memory: new Map(),
    asOf: REFERENCE_AS_OF,
    seed: 'bench',
    minorPerUnit: 100,
  };
}
