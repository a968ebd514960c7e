import { describe, expect, it } from 'vitest';
import { decide } from '#shared/decision/decide.ts';
import type { InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import type { RuleOutcome } from '#shared/decision/result.ts';
import type { InitiativeFields } from '#shared/domain/initiative.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { RULE_IDS, type RuleId } from '#shared/domain/verdict.ts';
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
} from './example-facts.ts';

const run = (facts: InitiativeFacts) => decide(facts, DEFAULT_POLICY, AS_OF);
function rule(facts: InitiativeFacts, id: RuleId): RuleOutcome {
  const found = run(facts).rules.find((r) => r.rule === id);
  if (found === undefined) throw new Error(`no ${id}`);
  return found;
}
const status = (facts: InitiativeFacts, id: RuleId) => rule(facts, id).status;
const codes = (facts: InitiativeFacts, id: RuleId) => rule(facts, id).missing.map((m) => m.code);
const set = (facts: InitiativeFacts, over: Partial<InitiativeFields>): InitiativeFacts => ({
  ...facts,
  initiative: { ...facts.initiative, ...over },
});
const fix = (...causes: string[]): PastDecision => ({
  reviewId: 'r',
  recommendedRule: 'F1',
  decision: 'fix',
  causes,
});
const went = (
  decision: PastDecision['decision'],
  recommendedRule: RuleId,
  endsOn = '2026-06-30',
): PastDecision => ({
  reviewId: 'r',
  endsOn: date(endsOn),
  recommendedRule,
  decision,
  causes: [],
});
const noMonths = (facts: InitiativeFacts): InitiativeFacts => ({ ...facts, closedMonths: [] });

describe('evaluateRules()', () => {
  it('gives all 15 rules in their order', () => {
    expect(run(soundFacts()).rules.map((r) => r.rule)).toEqual(RULE_IDS);
  });

  describe('K1', () => {
    it('fires on a hard failure and names the gate', () => {
      const outcome = rule(set(soundFacts(), { riskClass: 'prohibited' }), 'K1');
      expect(outcome).toMatchObject({ status: 'fires', terms: [{ quantity: 'Governance', holds: true }] });
    });

    it('cannot be told while the lawful basis or the risk class is not known', () => {
      expect(codes(set(soundFacts(), { lawfulBasis: null }), 'K1')).toEqual(['lawfulBasis']);
      expect(codes(set(soundFacts(), { riskClass: null }), 'K1')).toEqual(['riskClass']);
      expect(status(soundFacts(), 'K1')).toBe('quiet');
    });

    it('fires on one hard failure, whatever else is unknown', () => {
      expect(status(set(soundFacts(), { lawfulBasis: null, riskClass: 'prohibited' }), 'K1')).toBe('fires');
    });
  });

  describe('K2', () => {
    const withTripwires = (...tripwires: InitiativeFacts['tripwires']) => ({ ...soundFacts(), tripwires });
    it.each([
      ['not due yet, though measured badly', { dueOn: date('2026-10-01'), measuredValue: 9 }, 'quiet'],
      ['due today and met', { dueOn: AS_OF, measuredValue: 3 }, 'quiet'],
      ['due today and missed', { dueOn: AS_OF, measuredValue: 3.01 }, 'fires'],
      ['due today, not measured', { dueOn: AS_OF }, 'not_evaluated'],
      ['not measured, 30 days late', { dueOn: date('2026-08-31') }, 'not_evaluated'],
      ['not measured, 31 days late', { dueOn: date('2026-08-30') }, 'fires'],
      [
        'missed, but committed after the as-of date',
        { dueOn: AS_OF, measuredValue: 9, committedOn: date('2026-10-02') },
        'quiet',
      ],
      ['at least, met', { dueOn: AS_OF, comparator: 'at_least', measuredValue: 3 }, 'quiet'],
      ['at least, missed', { dueOn: AS_OF, comparator: 'at_least', measuredValue: 2.9 }, 'fires'],
    ] as const)('%s: %s', (_, over, expected) => {
      expect(status(withTripwires(tripwire(over)), 'K2')).toBe(expected);
    });

    it('says when it fires for want of a value', () => {
      const { terms } = rule(withTripwires(tripwire({ dueOn: date('2026-08-01') })), 'K2');
      expect(terms).toMatchObject([
        { quantity: 'tripwire "cost per contact" due 2026-08-01', actual: null, holds: null },
        { actual: 60, threshold: 30, unit: 'days', holds: true },
      ]);
    });

    it('fires on one missed tripwire beside one that cannot be told', () => {
      const facts = withTripwires(
        tripwire({ dueOn: AS_OF }),
        tripwire({ id: 't2', dueOn: AS_OF, measuredValue: 9 }),
      );
      expect(status(facts, 'K2')).toBe('fires');
    });

    const missed = tripwire({ dueOn: date('2026-06-30'), measuredValue: 9 });
    const renewed = tripwire({ id: 't2', committedOn: date('2026-07-10'), dueOn: date('2026-12-31') });
    it('is quiet when an override replaced the missed tripwire, not when only a new one was added', () => {
      const facts = withTripwires(missed, renewed);
      expect(status(facts, 'K2')).toBe('fires');
      expect(status({ ...facts, pastDecisions: [went('continue', 'K2')] }, 'K2')).toBe('quiet');
      expect(status({ ...facts, pastDecisions: [went('kill', 'K2')] }, 'K2')).toBe('fires');
    });

    it('fires again when the replacement is missed too: the old override does not cover it', () => {
      const second = { ...renewed, dueOn: date('2026-08-15'), measuredValue: 9 };
      const third = tripwire({ id: 't3', committedOn: date('2026-08-20') });
      const facts = { ...withTripwires(missed, second, third), pastDecisions: [went('continue', 'K2')] };
      expect(status(facts, 'K2')).toBe('fires');
      const twice = [went('continue', 'K2'), went('hold', 'K2', '2026-09-30')];
      expect(status({ ...facts, pastDecisions: twice }, 'K2')).toBe('quiet');
    });

    it('does not take a tripwire committed on its own due date for its replacement', () => {
      const late = { ...missed, committedOn: missed.dueOn };
      expect(status({ ...withTripwires(late), pastDecisions: [went('continue', 'K2')] }, 'K2')).toBe('fires');
    });

    it('is not fooled by an override without a new tripwire', () => {
      const facts = { ...withTripwires(missed), pastDecisions: [went('continue', 'K2')] };
      expect(status(facts, 'K2')).toBe('fires');
    });
  });

  describe('rules that wait for the forward model, the plan, unit counts or shared assets', () => {
    it.each([
      ['K3', ['forwardModel']],
      ['K4', ['forwardModel']],
      ['H0', ['forwardModel']],
      ['F2', ['plan', 'unitCounts']],
      ['H2', ['sharedAssets']],
      ['S1', ['forwardModel', 'plan']],
    ] as const)('%s is not evaluated in production with data in order, and names %j', (id, missing) => {
      const facts = soundFacts();
      const ready = { ...facts, assessments: facts.assessments.map((a) => ({ ...a, level: 3 as const })) };
      expect(status(ready, id)).toBe('not_evaluated');
      expect(codes(ready, id)).toEqual(missing);
    });

    it('is quiet where a known condition is false already', () => {
      expect(status(soundFacts('idea'), 'K3')).toBe('quiet');
      expect(status(noMonths(soundFacts()), 'K3')).toBe('quiet');
      expect(status(noMonths(soundFacts()), 'K4')).toBe('quiet');
      expect(status(noMonths(soundFacts()), 'H0')).toBe('quiet');
      expect(status(soundFacts('pilot'), 'F2')).toBe('quiet');
      expect(status(soundFacts('pilot'), 'S1')).toBe('quiet');
      expect(status(withLevel(soundFacts(), 'change', 2), 'S1')).toBe('quiet');
    });

    it('keeps K4 open after two kill watches in a row, even without enough months', () => {
      const facts = { ...noMonths(soundFacts()), pastDecisions: [went('hold', 'H0'), went('hold', 'H0')] };
      expect(status(facts, 'K4')).toBe('not_evaluated');
    });

    it('asks S1 for readiness 75, or 70 once the last review recommended SCALE', () => {
      const facts = soundFacts();
      const old = facts.assessments.map((a) =>
        a.gap === 'change'
          ? { ...a, evidence: a.evidence.map((e) => ({ ...e, datedOn: date('2026-04-01') })) }
          : a,
      );
      const below = { ...facts, assessments: old };
      const readiness = run(below).readiness;
      expect(readiness.status === 'known' && readiness.value > 70 && readiness.value < 75).toBe(true);
      expect(status(below, 'S1')).toBe('quiet');
      expect(status({ ...below, pastDecisions: [went('scale', 'S1')] }, 'S1')).toBe('not_evaluated');
    });

    it('cannot tell S1 from a low level whose evidence is stale', () => {
      const facts = soundFacts();
      const assessments = facts.assessments.map((a) =>
        a.gap === 'change'
          ? { ...a, level: 2 as const, evidence: [] }
          : { ...a, level: 4 as const, evidence: [evidence('telemetry', '2026-09-01')] },
      );
      // R = 25 x .2 x (4 x 4 + 1) = 85: readiness does not stand against it
      expect(codes({ ...facts, assessments }, 'S1')).toEqual(['evidence:change', 'forwardModel', 'plan']);
    });

    it('cannot tell S1 while a gap was never assessed', () => {
      const facts = soundFacts();
      const partial = { ...facts, assessments: facts.assessments.filter((a) => a.gap !== 'change') };
      expect(codes(partial, 'S1')).toEqual(['levels:change', 'forwardModel', 'plan']);
    });
  });

  describe('K5', () => {
    const failing = withLevel(soundFacts(), 'evaluation', 1);
    it.each([
      ['one FIX', [fix('G5')], 'quiet'],
      ['two FIX and the gate still fails', [fix('G5'), fix('G5')], 'fires'],
      ['two FIX, but another decision between', [fix('G5'), went('hold', 'H1'), fix('G5')], 'quiet'],
      ['two FIX, then another decision', [fix('G5'), fix('G5'), went('continue', 'C1')], 'quiet'],
      ['two FIX, the cause mended', [fix('G5'), fix('G1')], 'quiet'],
      ['two FIX, one of two causes open', [fix('G5'), fix('G1', 'G5')], 'fires'],
      ['two FIX for benefits not evaluated', [fix('BRI'), fix('BRI')], 'not_evaluated'],
      ['two FIX without a cause on record', [fix(), fix()], 'not_evaluated'],
    ] as const)('%s: %s', (_, pastDecisions, expected) => {
      expect(status({ ...failing, pastDecisions }, 'K5')).toBe(expected);
    });

    it('cannot be told when the cause has become unknown', () => {
      const facts = soundFacts();
      const gone = {
        ...facts,
        assessments: facts.assessments.filter((a) => a.gap !== 'evaluation'),
        pastDecisions: [fix('G5'), fix('G5')],
      };
      expect(codes(gone, 'K5')).toEqual(['levels:evaluation']);
    });

    it('counts a hard failure of the cause as open', () => {
      const facts = soundFacts('limited', { riskClass: 'prohibited' });
      expect(status({ ...facts, pastDecisions: [fix('G6'), fix('G6')] }, 'K5')).toBe('fires');
    });

    it('fires while the cause fails beside something unknown', () => {
      const facts = set(failing, { evaluationRanOn: null });
      expect(status({ ...facts, pastDecisions: [fix('G5'), fix('G5')] }, 'K5')).toBe('fires');
    });
  });

  describe('K6', () => {
    const late = { stageEnteredOn: date('2025-11-30') }; // 10 months on 30 Sep 2026
    const box = { stageEnteredOn: date('2025-12-30') }; // 9 months
    it.each([
      ['late and losing', losingFacts('pilot', late), 'fires'],
      ['at its time-box and losing', losingFacts('pilot', box), 'quiet'],
      ['late and earning', soundFacts('pilot', late), 'quiet'],
      ['late, value unknown', noMonths(soundFacts('pilot', late)), 'not_evaluated'],
      ['in time, value unknown', noMonths(soundFacts('pilot', box)), 'quiet'],
      ['past twice the planned months', losingFacts('pilot', { ...box, plannedPilotMonths: 4 }), 'fires'],
      [
        'a long plan does not stretch the policy',
        losingFacts('pilot', { ...late, plannedPilotMonths: 12 }),
        'fires',
      ],
      ['paused for a while', losingFacts('pilot', { ...late, pausedMonths: 1 }), 'quiet'],
      [
        'late by the calendar, still paused',
        losingFacts('pilot', { ...late, isPaused: true }),
        'not_evaluated',
      ],
      ['losing, entry day blank', losingFacts('pilot', { stageEnteredOn: null }), 'not_evaluated'],
      ['earning, entry day blank', soundFacts('pilot', { stageEnteredOn: null }), 'quiet'],
      ['not a pilot', losingFacts('limited', late), 'quiet'],
    ] as const)('%s: %s', (_, facts, expected) => {
      expect(status(facts, 'K6')).toBe(expected);
    });
  });

  describe('H1', () => {
    it('fires on too few complete months and lists what to measure', () => {
      const facts = { ...soundFacts(), closedMonths: lastMonths(2) };
      expect(rule(facts, 'H1')).toMatchObject({
        status: 'fires',
        missing: [{ code: 'closedMonths', text: '1 more complete closed month (2 of 3)' }],
      });
    });

    it('fires on an unknown gate, its items before the months', () => {
      const facts = noMonths(set(soundFacts(), { lawfulBasis: null }));
      expect(codes(facts, 'H1')).toEqual(['readings', 'lawfulBasis', 'closedMonths']);
    });

    it('asks an idea for no months', () => {
      expect(status(noMonths(soundFacts('idea')), 'H1')).toBe('quiet');
    });
  });

  describe('F1', () => {
    it('fires on a fixable failure, also inside a gate that is unknown', () => {
      expect(status(set(soundFacts(), { technicalOwner: '' }), 'F1')).toBe('fires');
      const facts = set(withLevel(soundFacts(), 'evaluation', 1), { evaluationRanOn: null });
      expect(status(facts, 'F1')).toBe('fires');
      expect(run(facts).rule).toBe('H1');
    });

    it('cannot be told while a gate is unknown and none fails', () => {
      expect(codes(set(soundFacts(), { lawfulBasis: null }), 'F1')).toEqual(['lawfulBasis']);
      expect(status(soundFacts(), 'F1')).toBe('quiet');
    });
  });

  describe('H3', () => {
    it('fires at a value of 0 and below, is quiet above, cannot be told without a value', () => {
      expect(status(losingFacts(), 'H3')).toBe('fires');
      const even = soundFacts();
      const zero = { ...even, values: even.values.map((v) => ({ ...v, amount: 100 as never })) };
      expect(status(zero, 'H3')).toBe('fires');
      expect(status(soundFacts(), 'H3')).toBe('quiet');
      expect(codes(noMonths(soundFacts()), 'H3')).toEqual(['closedMonths']);
    });
  });

  it('keeps H4 quiet without a plan and says so in the notes', () => {
    expect(status(soundFacts(), 'H4')).toBe('quiet');
    expect(run(soundFacts()).notes).toContainEqual({
      code: 'noPlan',
      text: 'No plan adopted: every initiative counts as funded.',
    });
  });

  it('lists all matches, the first of which decides', () => {
    const facts = {
      ...withLevel(
        losingFacts('pilot', { stageEnteredOn: date('2025-06-01'), lawfulBasis: 'no' }),
        'data',
        1,
      ),
      tripwires: [tripwire({ dueOn: AS_OF, measuredValue: 9 })],
      incidents: [incident()],
    };
    const result = run(facts);
    expect(result.rules.filter((r) => r.status === 'fires').map((r) => r.rule)).toEqual([
      'K1',
      'K2',
      'K6',
      'F1',
      'H3',
    ]);
    expect([result.verdict, result.rule]).toEqual(['kill', 'K1']);
  });
});
