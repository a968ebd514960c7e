import { describe, expect, it } from 'vitest';
import { decide } from '#shared/decision/decide.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { GateId, RuleId } from '#shared/domain/verdict.ts';
import { gateSentence, ruleSentence, verdictSentence } from '#shared/report/words.ts';
import {
  AS_OF,
  date,
  evidence,
  incident,
  lastMonths,
  losingFacts,
  soundFacts,
  tripwire,
  withLevel,
} from '../decision/example-facts.ts';

const run = (facts: InitiativeFacts) => decide(facts, DEFAULT_POLICY, AS_OF);
/** Sentences with no-break spaces and true minus signs as plain ones, for reading. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2212', '-');
const verdict = (facts: InitiativeFacts) => plain(verdictSentence(run(facts), 'EUR'));
const ofRule = (facts: InitiativeFacts, id: RuleId) => {
  const outcome = run(facts).rules.find((r) => r.rule === id);
  if (outcome === undefined) throw new Error(`no ${id}`);
  return plain(ruleSentence(outcome, 'EUR'));
};
const ofGate = (facts: InitiativeFacts, id: GateId) => {
  const outcome = run(facts).gates.find((g) => g.gate === id);
  if (outcome === undefined) throw new Error(`no ${id}`);
  return gateSentence(outcome);
};
const fixed = { reviewId: 'r', recommendedRule: 'F1', decision: 'fix', causes: ['G5'] } as const;
const bare: InitiativeFacts = {
  ...soundFacts('pilot', { lawfulBasis: null, businessOwner: '', baselineValue: null }),
  assessments: [],
  closedMonths: [],
};

describe('verdictSentence()', () => {
  it.each([
    [
      'K1',
      {
        ...soundFacts('limited', { lawfulBasis: 'no' }),
        incidents: [incident({ deadline: date('2026-09-20') })],
      },
      'KILL (K1): Data: no lawful basis for the data; Governance: Sev-1 incident of 2026-09-01 open past its deadline 2026-09-20.',
    ],
    [
      'K2 measured',
      { ...soundFacts(), tripwires: [tripwire({ dueOn: date('2026-06-30'), measuredValue: 4.25 })] },
      'KILL (K2): tripwire "cost per contact" due 2026-06-30: 4.25, not at most 3.',
    ],
    [
      'K2 not measured',
      { ...soundFacts(), tripwires: [tripwire({ dueOn: date('2026-06-30') })] },
      'KILL (K2): days without a value after tripwire "cost per contact" due 2026-06-30: 92, above 30.',
    ],
    [
      'K5',
      { ...withLevel(soundFacts(), 'evaluation', 1), pastDecisions: [fixed, fixed] },
      'KILL (K5): FIX was decided 2 times in a row and its cause is still open: Evaluation: level 1, needs 3.',
    ],
    [
      'K6',
      losingFacts('pilot', { stageEnteredOn: date('2025-10-01') }),
      'KILL (K6): 11 months in pilot, time-box 9; net value -2.4 k EUR a year (actual, last 3 closed months × 4), not above 0.',
    ],
    [
      'H1',
      bare,
      'HOLD (H1): measure first: whether the data may lawfully be used; a level for Data readiness; a level for Integration; and 4 more.',
    ],
    [
      'H1, months',
      { ...soundFacts(), closedMonths: lastMonths(1) },
      'HOLD (H1): measure first: 2 more complete closed months (1 of 3).',
    ],
    [
      'F1',
      withLevel(soundFacts('limited', { technicalOwner: '' }), 'evaluation', 2),
      'FIX (F1): repair first: Owner: no technical owner named; Evaluation: level 2, needs 3.',
    ],
    [
      'H3',
      losingFacts(),
      'HOLD (H3): net value -2.4 k EUR a year (actual, last 3 closed months × 4), not above 0; find out what would turn it.',
    ],
    [
      'C1',
      soundFacts(),
      'CONTINUE (C1): every gate of this stage passes; net value 6 k EUR a year (actual, last 3 closed months × 4).',
    ],
    [
      'C1 with ADVANCE',
      soundFacts('pilot'),
      'CONTINUE (C1): every gate of this stage passes; net value 6 k EUR a year (actual, last 3 closed months × 4); ready for limited production, whose gates pass already.',
    ],
    [
      'C1 without a value',
      { ...soundFacts('idea', { technicalOwner: '' }), closedMonths: [] },
      'CONTINUE (C1): every gate of this stage passes; value not known yet, missing three closed months (0 so far).',
    ],
    ['retired', soundFacts('retired'), 'Retired: no verdict.'],
  ] as const)('%s', (_, facts, expected) => {
    expect(verdict(facts)).toBe(expected);
  });
});

describe('ruleSentence()', () => {
  it.each([
    [
      'K6',
      losingFacts('pilot', { stageEnteredOn: date('2025-10-01') }),
      'Fires: months in pilot: 11, above 9; net value a year: -2.4 k EUR, at most 0.',
    ],
    [
      'K6',
      soundFacts('pilot'),
      'Quiet: months in pilot: 5, not above 9; net value a year: 6 k EUR, not at most 0.',
    ],
    ['K6', soundFacts(), 'Quiet: not a pilot.'],
    ['K4', soundFacts(), 'Not evaluated: missing the forward model (drivers, scopes, simulation).'],
    ['K1', soundFacts('limited', { riskClass: null }), 'Not evaluated: missing the risk class.'],
    [
      'H1',
      { ...soundFacts(), closedMonths: lastMonths(2) },
      'Fires: complete closed months: 2, not at least 3.',
    ],
    ['H4', soundFacts(), 'Quiet: funded: yes.'],
    [
      'S1',
      withLevel(soundFacts(), 'change', 2),
      'Quiet: Organizational change: 2, not at least 3; readiness: 70, not at least 75.',
    ],
    ['C1', soundFacts(), 'Fires.'],
    ['C1', losingFacts(), 'Quiet: another rule decides.'],
  ] as const)('%s', (id, facts, expected) => {
    expect(ofRule(facts, id)).toBe(expected);
  });
});

describe('gateSentence()', () => {
  it.each([
    ['G1', soundFacts(), 'G1 Owner passes: business and technical owner named.'],
    ['G5', withLevel(soundFacts(), 'evaluation', 1), 'G5 Evaluation fails: level 1, needs 3.'],
    ['G3', bare, 'G3 Data is unknown: lawful basis not answered; never assessed.'],
    [
      'G6',
      soundFacts('pilot', { riskClass: 'prohibited' }),
      'G6 Governance fails hard: prohibited practice.',
    ],
    ['G8', soundFacts('idea'), 'G8 Tripwire is not asked: not asked of an idea.'],
  ] as const)('%s', (id, facts, expected) => {
    expect(ofGate(facts, id)).toBe(expected);
  });

  it('names the evidence that went stale', () => {
    const facts = soundFacts();
    const old = facts.assessments.map((a) => ({ ...a, evidence: [evidence('document', '2025-01-10')] }));
    expect(ofGate({ ...facts, assessments: old }, 'G4')).toBe(
      'G4 Integration is unknown: evidence for level 3 is stale (Document, 2025-01-10).',
    );
  });
});
