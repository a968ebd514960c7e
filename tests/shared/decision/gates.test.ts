import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { GateState } from '#shared/decision/result.ts';
import type { Gap } from '#shared/domain/gap.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { type ActiveStage, STAGES } from '#shared/domain/stage.ts';
import { GATE_IDS, type GateId } from '#shared/domain/verdict.ts';
import {
  AS_OF,
  date,
  decided,
  evidence,
  incident,
  LAST_MONTH,
  lastMonths,
  month,
  soundFacts,
  tripwire,
  withLevel,
} from './example-facts.ts';

type Change = (facts: InitiativeFacts) => InitiativeFacts;
const nothing: Change = (facts) => facts;
const fields =
  (over: Partial<InitiativeFields>): Change =>
  (facts) => ({ ...facts, initiative: { ...facts.initiative, ...over } });
const level =
  (gap: Gap, to: 0 | 1 | 2 | 3 | 4): Change =>
  (facts) =>
    withLevel(facts, gap, to);
const unassessed =
  (gap: Gap): Change =>
  (facts) => ({ ...facts, assessments: facts.assessments.filter((a) => a.gap !== gap) });
const evidenceOf =
  (gap: Gap, pieces: InitiativeFacts['assessments'][number]['evidence']): Change =>
  (facts) => ({
    ...facts,
    assessments: facts.assessments.map((a) => (a.gap === gap ? { ...a, evidence: pieces } : a)),
  });
const readings =
  (values: Readonly<Record<string, number>>): Change =>
  (facts) => ({
    ...facts,
    readings: Object.entries(values).map(([m, value]) => ({ month: month(m), value })),
  });
const both =
  (...changes: Change[]): Change =>
  (facts) =>
    changes.reduce((all, change) => change(all), facts);

function gate(stage: ActiveStage, id: GateId, change: Change) {
  const result = decided(change(soundFacts(stage)));
  const found = result.gates.find((g) => g.gate === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}

const stale = [evidence('document', '2025-06-01')];
/** Stage entered 1 Apr, target date 31 Dec (274 days); on 30 Sep 182 days have passed: .8 x 182/274 = .5314 asked. */
const behind = readings({ '2026-09': 0.65 }); // (.65 - .5) / (.8 - .5) = .5
const onTrack = readings({ '2026-09': 0.66 }); // .5333

type Case = readonly [GateId, ActiveStage, string, GateState, Change];
const cases: readonly Case[] = [
  ['G1', 'idea', 'a business owner alone', 'pass', fields({ technicalOwner: '' })],
  ['G1', 'idea', 'no business owner', 'fixable', fields({ businessOwner: '  ' })],
  ['G1', 'pilot', 'both owners', 'pass', nothing],
  ['G1', 'pilot', 'no technical owner', 'fixable', fields({ technicalOwner: '' })],
  ['G1', 'scaled', 'no business owner', 'fixable', fields({ businessOwner: '' })],

  ['G2', 'idea', 'metric and unit named', 'pass', nothing],
  ['G2', 'idea', 'no unit', 'fixable', fields({ metricUnit: '' })],
  ['G2', 'idea', 'no metric', 'fixable', fields({ metricName: '' })],
  ['G2', 'pilot', 'a baseline before the pilot', 'pass', nothing],
  ['G2', 'pilot', 'no baseline', 'fixable', fields({ baselineValue: null })],
  [
    'G2',
    'pilot',
    'a baseline that ends on the day of entry',
    'fixable',
    fields({ baselineDataEnd: date('2026-04-01') }),
  ],
  ['G2', 'pilot', 'a baseline without a day', 'fixable', fields({ baselineDataEnd: null })],
  [
    'G2',
    'pilot',
    'a late baseline from a holdout',
    'pass',
    fields({ baselineDataEnd: date('2026-08-01'), baselineSource: 'holdout' }),
  ],
  [
    'G2',
    'pilot',
    'a late baseline from a comparison group',
    'pass',
    fields({ baselineDataEnd: null, baselineSource: 'comparison_group' }),
  ],
  [
    'G2',
    'pilot',
    'a holdout whose data end after the as-of date',
    'fixable',
    fields({ baselineDataEnd: date('2026-10-01'), baselineSource: 'holdout' }),
  ],
  ['G2', 'pilot', 'an unknown entry day', 'unknown', fields({ stageEnteredOn: null })],
  ['G2', 'limited', 'target met', 'pass', nothing],
  ['G2', 'limited', 'on track', 'pass', onTrack],
  ['G2', 'limited', 'behind', 'fixable', behind],
  ['G2', 'limited', 'no target', 'fixable', fields({ targetValue: null })],
  ['G2', 'limited', 'no target date', 'fixable', fields({ targetDate: null })],
  ['G2', 'limited', 'no value', 'unknown', readings({})],
  ['G2', 'limited', 'a value only before the last 3 closed months', 'unknown', readings({ '2026-06': 0.9 })],
  ['G2', 'limited', 'a value only in an open month', 'unknown', readings({ '2026-10': 0.9 })],
  [
    'G2',
    'limited',
    'behind without a baseline',
    'unknown',
    both(readings({ '2026-09': 0.6 }), fields({ baselineValue: null })),
  ],
  [
    'G2',
    'limited',
    'not met without a stage entry',
    'unknown',
    both(readings({ '2026-09': 0.6 }), fields({ stageEnteredOn: null })),
  ],
  [
    'G2',
    'limited',
    'worse than a baseline that met the target',
    'fixable',
    both(readings({ '2026-09': 0.3 }), fields({ baselineValue: 0.9 })),
  ],
  [
    'G2',
    'limited',
    'a falling target on track: (10 - 7) / (10 - 5) = .6',
    'pass',
    both(
      readings({ '2026-09': 7 }),
      fields({ baselineValue: 10, targetValue: 5, targetComparator: 'at_most' }),
    ),
  ],
  [
    'G2',
    'limited',
    'a target date before stage entry, not met',
    'fixable',
    both(readings({ '2026-09': 0.7 }), fields({ targetDate: date('2026-03-01') })),
  ],
  ['G2', 'scaled', 'mean of 3 months meets the target', 'pass', nothing],
  [
    'G2',
    'scaled',
    'mean below the target: (.9 + .75 + .7) / 3 = .783',
    'fixable',
    readings({ '2026-07': 0.9, '2026-08': 0.75, '2026-09': 0.7 }),
  ],
  ['G2', 'scaled', 'a month unmeasured', 'unknown', readings({ '2026-07': 0.9, '2026-09': 0.9 })],
  ['G2', 'scaled', 'two closed months', 'unknown', (facts) => ({ ...facts, closedMonths: lastMonths(2) })],
  ['G2', 'scaled', 'no target', 'fixable', fields({ targetComparator: null })],

  ['G3', 'idea', 'a plan', 'pass', level('data', 0)],
  ['G3', 'idea', 'a stale plan', 'pass', evidenceOf('data', stale)],
  ['G3', 'idea', 'assessed without a plan', 'fixable', evidenceOf('data', [])],
  ['G3', 'idea', 'never assessed', 'unknown', unassessed('data')],
  ['G3', 'pilot', 'at the floor', 'pass', level('data', 2)],
  ['G3', 'pilot', 'below the floor', 'fixable', level('data', 1)],
  ['G3', 'limited', 'below the floor', 'fixable', level('data', 2)],
  ['G3', 'limited', 'never assessed', 'unknown', unassessed('data')],
  ['G3', 'limited', 'stale evidence', 'unknown', evidenceOf('data', stale)],
  [
    'G3',
    'limited',
    'stale evidence for a low level',
    'unknown',
    both(level('data', 0), evidenceOf('data', stale)),
  ],
  ['G3', 'limited', 'no evidence', 'unknown', evidenceOf('data', [])],
  ['G3', 'limited', 'lawful basis not answered', 'unknown', fields({ lawfulBasis: null })],
  ['G3', 'idea', 'no lawful basis', 'hard', fields({ lawfulBasis: 'no' })],
  [
    'G3',
    'limited',
    'no lawful basis and never assessed',
    'hard',
    both(fields({ lawfulBasis: 'no' }), unassessed('data')),
  ],

  ['G4', 'idea', 'no plan', 'fixable', evidenceOf('integration', [])],
  ['G4', 'pilot', 'at the floor', 'pass', level('integration', 1)],
  ['G4', 'limited', 'below the floor', 'fixable', level('integration', 1)],
  ['G4', 'scaled', 'below the floor', 'fixable', level('integration', 2)],
  ['G4', 'scaled', 'never assessed', 'unknown', unassessed('integration')],

  ['G5', 'pilot', 'no run needed', 'pass', both(level('evaluation', 1), fields({ evaluationRanOn: null }))],
  ['G5', 'limited', 'at the floor and passing', 'pass', nothing],
  ['G5', 'limited', 'below the floor', 'fixable', level('evaluation', 2)],
  ['G5', 'limited', 'below its pass mark', 'fixable', fields({ evaluationPassRate: 0.89 })],
  ['G5', 'limited', 'a run 92 days old', 'pass', fields({ evaluationRanOn: date('2026-06-30') })],
  ['G5', 'limited', 'a run 93 days old', 'unknown', fields({ evaluationRanOn: date('2026-06-29') })],
  ['G5', 'scaled', 'no run', 'unknown', fields({ evaluationRanOn: null })],
  ['G5', 'scaled', 'a run after the as-of date', 'unknown', fields({ evaluationRanOn: date('2026-10-01') })],
  ['G5', 'scaled', 'no pass mark', 'unknown', fields({ evaluationPassMark: null })],
  ['G5', 'scaled', 'never assessed', 'unknown', unassessed('evaluation')],

  ['G6', 'idea', 'class set, no oversight yet', 'pass', fields({ oversight: '' })],
  ['G6', 'idea', 'no class', 'fixable', fields({ riskClass: null })],
  ['G6', 'pilot', 'no oversight', 'fixable', fields({ oversight: ' ' })],
  ['G6', 'limited', 'below the floor', 'fixable', level('governance', 2)],
  ['G6', 'limited', 'stale evidence', 'unknown', evidenceOf('governance', stale)],
  ['G6', 'pilot', 'prohibited', 'hard', fields({ riskClass: 'prohibited' })],
  ['G6', 'pilot', 'Sev-1 inside its deadline', 'fixable', (f) => ({ ...f, incidents: [incident()] })],
  [
    'G6',
    'pilot',
    'Sev-1 on its deadline',
    'fixable',
    (f) => ({ ...f, incidents: [incident({ deadline: AS_OF })] }),
  ],
  [
    'G6',
    'pilot',
    'Sev-1 past its deadline',
    'hard',
    (f) => ({ ...f, incidents: [incident({ deadline: date('2026-09-29') })] }),
  ],
  [
    'G6',
    'pilot',
    'Sev-1 mitigated, though late',
    'pass',
    (f) => ({ ...f, incidents: [incident({ deadline: date('2026-09-10'), mitigatedOn: AS_OF })] }),
  ],
  [
    'G6',
    'pilot',
    'Sev-1 mitigated only after the as-of date',
    'hard',
    (f) => ({
      ...f,
      incidents: [incident({ deadline: date('2026-09-10'), mitigatedOn: date('2026-10-01') })],
    }),
  ],
  [
    'G6',
    'pilot',
    'Sev-1 opened after the as-of date',
    'pass',
    (f) => ({ ...f, incidents: [incident({ openedOn: date('2026-10-01') })] }),
  ],
  ['G6', 'pilot', 'Sev-2 open', 'pass', (f) => ({ ...f, incidents: [incident({ severity: 2 })] })],

  ['G7', 'idea', 'a plan', 'pass', nothing],
  ['G7', 'pilot', 'below the floor', 'fixable', level('change', 0)],
  ['G7', 'limited', 'at the floor', 'pass', level('change', 2)],
  ['G7', 'scaled', 'below the floor', 'fixable', level('change', 2)],
  ['G7', 'scaled', 'never assessed', 'unknown', unassessed('change')],

  ['G8', 'idea', 'none', 'not_required', (f) => ({ ...f, tripwires: [] })],
  ['G8', 'pilot', 'one', 'pass', nothing],
  ['G8', 'pilot', 'none', 'fixable', (f) => ({ ...f, tripwires: [] })],
  [
    'G8',
    'limited',
    'one without a metric',
    'fixable',
    (f) => ({ ...f, tripwires: [tripwire({ metric: '' })] }),
  ],
  [
    'G8',
    'scaled',
    'one committed after the as-of date',
    'fixable',
    (f) => ({ ...f, tripwires: [tripwire({ committedOn: date('2026-10-01') })] }),
  ],
];

describe('evaluateGates()', () => {
  it.each(cases)('%s in %s with %s: %s', (id, stage, _, state, change) => {
    expect(gate(stage, id, change).state).toBe(state);
  });

  it('covers every state a gate can be in', () => {
    const possible: Record<GateId, readonly GateState[]> = {
      G1: ['pass', 'fixable'],
      G2: ['pass', 'fixable', 'unknown'],
      G3: ['pass', 'fixable', 'unknown', 'hard'],
      G4: ['pass', 'fixable', 'unknown'],
      G5: ['pass', 'fixable', 'unknown'],
      G6: ['pass', 'fixable', 'unknown', 'hard'],
      G7: ['pass', 'fixable', 'unknown'],
      G8: ['pass', 'fixable', 'not_required'],
    };
    for (const id of GATE_IDS) {
      const seen = new Set(cases.filter((c) => c[0] === id).map((c) => c[3]));
      expect([...seen].sort(), id).toEqual([...possible[id]].sort());
    }
  });

  it('reads the column of the current stage, and the next one beside it', () => {
    for (const [stage, next] of [
      ['idea', 'pilot'],
      ['pilot', 'limited'],
      ['limited', 'scaled'],
      ['scaled', undefined],
    ] as const) {
      const result = decided(soundFacts(stage));
      expect(result.gates.map((g) => [g.gate, g.stage])).toEqual(GATE_IDS.map((id) => [id, stage]));
      expect(new Set(result.nextGates.map((g) => g.stage))).toEqual(
        new Set(next === undefined ? [] : [next]),
      );
    }
    expect(STAGES).toHaveLength(5);
  });

  it('counts any finished baseline as taken before a pilot that has not begun', () => {
    const facts = fields({ baselineDataEnd: date('2026-09-29') })(soundFacts('idea'));
    const next = decided(facts).nextGates.find((g) => g.gate === 'G2');
    expect(next?.state).toBe('pass');
  });

  it('lists every finding, the worst first, with its comparison', () => {
    const change = both(level('governance', 2), fields({ riskClass: null, oversight: '' }));
    const { findings, evidence: used } = gate('limited', 'G6', change);
    expect(findings.map((f) => [f.state, f.text])).toEqual([
      ['fixable', 'level 2, needs 3'],
      ['fixable', 'no human oversight measure set'],
      ['fixable', 'no risk class set'],
    ]);
    expect(findings[0]?.term).toEqual({
      quantity: 'level',
      actual: 2,
      comparator: '>=',
      threshold: 3,
      unit: 'level',
      holds: false,
    });
    expect(used).toEqual({ kind: 'test', datedOn: '2026-09-01', ageDays: 29, quality: expect.any(Number) });
  });

  it('puts what is unknown before what is broken', () => {
    const { state, findings } = gate(
      'limited',
      'G6',
      both(unassessed('governance'), fields({ oversight: '' })),
    );
    expect(state).toBe('unknown');
    expect(findings.map((f) => f.state)).toEqual(['unknown', 'fixable', 'pass']);
  });

  it('judges the latest of the last 3 closed months', () => {
    const change = both(readings({ '2026-07': 0.9, '2026-08': 0.55 }));
    expect(gate('limited', 'G2', change).findings[0]?.text).toBe('0.55, target at least 0.8: behind');
    expect(LAST_MONTH).toBe(month('2026-09'));
  });
});
