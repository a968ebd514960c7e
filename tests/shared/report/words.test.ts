import { describe, expect, it } from 'vitest';
import type { DecisionResult, GateFinding, GateOutcome, RuleOutcome } from '#shared/decision/result.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { GateId } from '#shared/domain/verdict.ts';
import { gateSentence, ruleSentence, verdictSentence } from '#shared/report/words.ts';
import { chance, firing, known, result, term, unknown, value, yes } from './example-result.ts';

/** Sentences with no-break spaces and true minus signs as plain ones, for reading. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
const sentence = (one: DecisionResult) => plain(verdictSentence(one, 'EUR', DEFAULT_POLICY));

const gate = (id: GateId, ...findings: readonly GateFinding[]): GateOutcome => ({
  gate: id,
  stage: 'limited',
  state: findings[0]?.state ?? 'pass',
  findings,
  evidence: null,
});
const hard = (text: string): GateFinding => ({ state: 'hard', code: text, text });
const low: GateFinding = { state: 'fixable', code: 'low', text: 'level 1, needs 3' };
const late = term('months in pilot', 11, '>', 9, { unit: 'months' });
const data = yes('data in order', 'yes');

const CASES: readonly (readonly [string, DecisionResult, string])[] = [
  [
    'K1 with what failed',
    result(firing('K1', [yes('Data', 'hard failure')]), {
      gates: [gate('G3', hard('no lawful basis')), gate('G5', low)],
    }),
    'KILL (K1): Data: no lawful basis.',
  ],
  [
    'K2 with the value that missed',
    result(
      firing('K2', [term('tripwire "cost" due 2026-06-30', 4.25, '<=', 3, { unit: 'metric', holds: false })]),
    ),
    'KILL (K2): tripwire "cost" due 2026-06-30: 4.25, not at most 3.',
  ],
  [
    'K3 with UE and its standard error',
    result(firing('K3', [data, term('P(a task earns more than it costs)', 0.04, '<', 0.1, { se: 0.002 })])),
    'KILL (K3): loses money per task: P(a task earns more than it costs) is 0.04 (SE 0.002), below 0.10.',
  ],
  [
    'K4 with E labelled',
    result(firing('K4', [data, value(-4_800_000, '<='), chance(0.18, '<', 0.3)])),
    'KILL (K4): value gone: E -48 k EUR (forecast, PV over 36 months), at most 0; P(value > 0) is 0.18 (SE 0.005), below 0.30.',
  ],
  [
    'K4 held by memory: P without a limit it does not keep, then the band',
    result(
      firing('K4', [
        data,
        value(-4_800_000, '<='),
        chance(0.31, '<', 0.3, { holds: false }),
        term('band of P', 0, '<', 1, { unit: 'count' }),
      ]),
    ),
    'KILL (K4): value gone: E -48 k EUR (forecast, PV over 36 months), at most 0; P(value > 0) is 0.31 (SE 0.005); band of P is 0, below 1.',
  ],
  [
    'K5 with the gate and the figure that are still open, not the closed ones',
    result(
      firing('K5', [
        term('FIX decisions in a row', 2, '>=', 2, { unit: 'count' }),
        yes('Evaluation', 'open'),
        term('Data', 'closed', '=', 'open', { unit: 'text', holds: false }),
        term('benefit realisation (BRI)', 0.55, '<', 0.7),
      ]),
      { strikes: 2, gates: [gate('G5', low), gate('G3', low)] },
    ),
    'KILL (K5): FIX was decided 2 times in a row and its cause is still open: Evaluation: level 1, needs 3; benefit realisation (BRI) is 0.55, below 0.70.',
  ],
  [
    'K6 with the clock and the value',
    result(firing('K6', [late, value(-240_000, '<=')]), { value: known(-240_000) }),
    'KILL (K6): 11 months in pilot, time-box 9; E -2.4 k EUR (forecast, PV over 36 months), at most 0.',
  ],
  [
    'H0',
    result(
      firing('H0', [
        data,
        value(-5_110_000, '<='),
        chance(0.24, '<', 0.3),
        term('band of P', 1, '>=', 1, { unit: 'count' }),
      ]),
    ),
    'HOLD (H0): kill watch: E -51.1 k EUR (forecast, PV over 36 months), at most 0; P(value > 0) is 0.24 (SE 0.005), below 0.30; band of P is 1, at least 1; it becomes KILL when this lasts.',
  ],
  [
    'H1 with the first three of many',
    result(firing('H1', [], { missing: ['a', 'b', 'c', 'd', 'e'].map((text) => ({ code: text, text })) })),
    'HOLD (H1): measure first: a; b; c; and 2 more.',
  ],
  [
    'F1',
    result(firing('F1', [yes('Evaluation', 'fixable')]), { gates: [gate('G5', low)] }),
    'FIX (F1): repair first: Evaluation: level 1, needs 3.',
  ],
  [
    'F2 with the comparison that holds only',
    result(
      firing('F2', [
        term('benefit realisation (BRI)', 0.84, '<', 0.7, { holds: false }),
        term('rise of the cost per success', 0.241, '>', 0.2, { unit: 'percent' }),
      ]),
    ),
    'FIX (F2): repair first: rise of the cost per success is 24.1 %, above 20 %.',
  ],
  [
    'H2 with the asset',
    result(
      firing('H2', [
        yes('shared asset "Connector", needed from Pilot', 'not live'),
        term('shared asset "Suite", needed from Pilot', 'live', '=', 'not live', {
          unit: 'text',
          holds: false,
        }),
      ]),
    ),
    'HOLD (H2): waits for shared asset "Connector", needed from Pilot (not live).',
  ],
  [
    'H3 above 0 but unsure',
    result(firing('H3', [value(1_200_000, '>'), chance(0.43, '<', 0.6)])),
    'HOLD (H3): value unclear: E +12 k EUR (forecast, PV over 36 months), above 0; P(value > 0) is 0.43 (SE 0.005), below 0.60; find out what would turn it.',
  ],
  [
    'H4',
    result(firing('H4', [yes('funded', 'no'), value(5_210_000, '>'), chance(0.82, '>=', 0.6)])),
    'HOLD (H4): good, but outside the funded set of the adopted plan: E +52.1 k EUR (forecast, PV over 36 months), above 0; P(value > 0) is 0.82 (SE 0.005), at least 0.60.',
  ],
  [
    'S1 with every mark it reached',
    result(
      firing('S1', [
        term('Data readiness', 4, '>=', 3, { unit: 'level' }),
        term('readiness', 80, '>=', 75, { unit: 'score' }),
        chance(0.86, '>=', 0.8),
        term('benefit to cost (BCR50)', 1.8, '>=', 1.5),
        term('benefit realisation (BRI)', 0.97, '>=', 0.9),
        term('P(scaling pays back in 12 months)', 0.78, '>=', 0.7, { se: 0.0041 }),
      ]),
    ),
    'SCALE (S1): floors of scaled met, readiness 80 ≥ 75, P(value > 0) 0.86 (SE 0.005) ≥ 0.80, BCR50 1.80 ≥ 1.50, BRI 0.97 ≥ 0.90, P(scaling pays back in 12 months) 0.78 (SE 0.004) ≥ 0.70.',
  ],
  [
    'S1 held in the top band',
    result(
      firing('S1', [
        chance(0.78, '>=', 0.8, { holds: false }),
        term('band of P', 3, '>=', 3, { unit: 'count' }),
      ]),
    ),
    'SCALE (S1): P(value > 0) 0.78 (SE 0.005), band of P 3 ≥ 3.',
  ],
  [
    'C1 in production with why it is not SCALE',
    result(firing('C1', [value(600_000, '>'), chance(0.94, '>=', 0.6), yes('funded', 'yes')]), {
      value: known(600_000),
      rules: [
        firing(
          'S1',
          [
            chance(0.94, '>=', 0.8),
            term('P(scaling pays back in 12 months)', 0.64, '>=', 0.7, { holds: false }),
          ],
          {
            status: 'quiet',
          },
        ),
        firing('C1', [value(600_000, '>'), chance(0.94, '>=', 0.6), yes('funded', 'yes')]),
      ],
    }),
    'CONTINUE (C1): every gate of this stage passes; E +6 k EUR (forecast, PV over 36 months), above 0; P(value > 0) is 0.94 (SE 0.005), at least 0.60; not SCALE: P(scaling pays back in 12 months) is 0.64, not at least 0.70.',
  ],
  [
    'C1 whose SCALE cannot be told',
    result(firing('C1', [value(600_000, '>')]), {
      value: known(600_000),
      rules: [
        firing('S1', [], {
          status: 'not_evaluated',
          missing: [{ code: 'x', text: 'the scope of an expansion' }],
        }),
        firing('C1', [value(600_000, '>')]),
      ],
    }),
    'CONTINUE (C1): every gate of this stage passes; E +6 k EUR (forecast, PV over 36 months), above 0; whether it is ready to scale cannot be told, missing the scope of an expansion.',
  ],
  [
    'C1 with ADVANCE',
    result(firing('C1', [value(600_000, '>')]), { stage: 'pilot', isAdvance: true, value: known(600_000) }),
    'CONTINUE (C1): every gate of this stage passes; E +6 k EUR (forecast, PV over 36 months), above 0; ready for limited production, whose gates pass already.',
  ],
  [
    'a value that is missing',
    result(firing('K6', [late]), { value: unknown('stop terms') }),
    'KILL (K6): 11 months in pilot, time-box 9; E not known yet, missing stop terms.',
  ],
  [
    'a verdict that waits',
    result(null, { isComputing: true, value: { status: 'computing' } }),
    'Computing: the simulation is running.',
  ],
  ['a retired initiative', result(null, { stage: 'retired' }), 'Retired: no verdict.'],
];

describe('verdictSentence()', () => {
  it.each(CASES)('says %s', (_, one, expected) => {
    expect(sentence(one)).toBe(expected);
  });
});

describe('ruleSentence()', () => {
  const quiet = (rule: RuleOutcome['rule'], terms: RuleOutcome['terms'] = []) =>
    firing(rule, terms, { status: 'quiet' });
  it.each([
    [
      firing('K6', [late, value(-240_000, '<=')]),
      'Fires: months in pilot: 11, above 9; expected value: -2.4 k EUR, at most 0.',
    ],
    [
      quiet('K4', [data, chance(0.86, '<', 0.3, { holds: false })]),
      'Quiet: P(value > 0): 0.86 (SE 0.005), not below 0.30.',
    ],
    [quiet('K6'), 'Quiet: not a pilot.'],
    [quiet('H4', [term('funded', 'yes', '=', 'no', { unit: 'text', holds: false })]), 'Quiet: funded: yes.'],
    [
      firing('F2', [], {
        status: 'not_evaluated',
        missing: [{ code: 'x', text: 'successful tasks a month' }],
      }),
      'Not evaluated: missing successful tasks a month.',
    ],
    [firing('C1'), 'Fires.'],
  ])('of %j', (outcome, expected) => {
    expect(plain(ruleSentence(outcome, 'EUR'))).toBe(expected);
  });

  it('shows the too few months that make H1 fire', () => {
    const months = term('complete closed months', 2, '>=', 3, { unit: 'months', holds: false });
    expect(ruleSentence(firing('H1', [months]), 'EUR')).toBe(
      'Fires: complete closed months: 2, not at least 3.',
    );
  });
});

describe('gateSentence()', () => {
  const passed: GateFinding = { state: 'pass', code: 'p', text: 'both named' };
  it.each([
    [gate('G1', passed), 'G1 Owner passes: both named.'],
    [gate('G5', low, passed), 'G5 Evaluation fails: level 1, needs 3.'],
    [gate('G6', hard('prohibited practice')), 'G6 Governance fails hard: prohibited practice.'],
  ])('of %j', (outcome, expected) => {
    expect(gateSentence(outcome)).toBe(expected);
  });
});
