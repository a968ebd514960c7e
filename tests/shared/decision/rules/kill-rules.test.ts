import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import {
  AS_OF,
  date,
  lastMonths,
  planVersion,
  remembering,
  soundFacts,
  tripwire,
  unitCounts,
  withLevel,
} from '../example-facts.ts';
import { simulatedAs } from '../example-model.ts';
import { codes, fix, losing, noModel, noMonths, rule, run, set, status, watched, went } from './rule-of.ts';

describe('describeRules()', () => {
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
      const twice = [went('continue', 'K2'), went('hold', 'K2', { endsOn: AS_OF })];
      expect(status({ ...facts, pastDecisions: twice }, 'K2')).toBe('quiet');
    });

    it('does not take a tripwire committed on its own due date for its replacement', () => {
      const late = { ...missed, committedOn: missed.dueOn };
      expect(status({ ...withTripwires(late), pastDecisions: [went('continue', 'K2')] }, 'K2')).toBe('fires');
    });

    it('is replaced by the tripwire the override names, and by no other', () => {
      const facts = withTripwires(missed, renewed);
      const override = { decidedBy: 'Ada', reason: 'one more quarter', expiresOn: date('2026-09-30') };
      const naming = (newTripwireId: string | null) => ({
        ...facts,
        pastDecisions: [went('continue', 'K2', { override: { ...override, newTripwireId } })],
      });
      expect(status(naming('t2'), 'K2')).toBe('quiet');
      expect(status(naming('t1'), 'K2')).toBe('fires');
      expect(status(naming('gone'), 'K2')).toBe('fires');
      expect(status(naming(null), 'K2')).toBe('fires');
    });

    it('is not fooled by an override without a new tripwire', () => {
      const facts = { ...withTripwires(missed), pastDecisions: [went('continue', 'K2')] };
      expect(status(facts, 'K2')).toBe('fires');
    });
  });

  describe('K3', () => {
    it('fires on UE below .10, with the comparison', () => {
      const outcome = rule(soundFacts(), 'K3', { simulated: simulatedAs({ UE: 0.04 }) });
      expect(outcome.status).toBe('fires');
      expect(outcome.terms).toContainEqual({
        quantity: 'P(a task earns more than it costs)',
        actual: 0.04,
        comparator: '<',
        threshold: 0.1,
        unit: 'ratio',
        holds: true,
        se: 0.005,
      });
    });

    it('is quiet for an idea and without data in order, and cannot be told without a unit', () => {
      const low = { simulated: simulatedAs({ UE: 0.04 }) };
      expect(status(soundFacts('idea'), 'K3', low)).toBe('quiet');
      expect(status(noMonths(soundFacts()), 'K3', low)).toBe('quiet');
      expect(codes(soundFacts(), 'K3', { simulated: simulatedAs({ UE: null }) })).toEqual(['unitScope']);
    });
  });

  describe('K4 and H0', () => {
    it('K4 fires on E at most 0 and a clear breach', () => {
      const outcome = rule(soundFacts(), 'K4', { simulated: losing });
      expect(outcome.status).toBe('fires');
      expect(outcome.terms).toMatchObject([
        { quantity: 'data in order', actual: 'yes', holds: true },
        { quantity: 'expected value', actual: -1000, comparator: '<=', threshold: 0, holds: true },
        { quantity: 'P(value > 0)', actual: 0.1, comparator: '<', threshold: 0.3, se: 0.005, holds: true },
      ]);
    });

    it('H0 fires at a first look between .20 and .30, K4 only in a third review', () => {
      expect(run(soundFacts(), { simulated: watched }).rule).toBe('H0');
      const third = { simulated: watched, context: remembering({ band: 1, pending: -1, killWatches: 2 }) };
      expect(run(soundFacts(), third).rule).toBe('K4');
      const second = {
        simulated: simulatedAs({ E: -10, P: 0.27 }),
        context: remembering({ band: 1, killWatches: 1 }),
      };
      expect(rule(soundFacts(), 'K4', second).terms).toContainEqual({
        quantity: 'kill watches in a row',
        actual: 1,
        comparator: '>=',
        threshold: 2,
        unit: 'count',
        holds: false,
      });
      expect(run(soundFacts(), second).rule).toBe('H0');
    });

    it('says in terms of the band what memory holds', () => {
      const context = remembering({ band: 1 });
      const result = run(soundFacts(), { simulated: simulatedAs({ E: -10, P: 0.24 }), context });
      expect(result.band).toEqual({ band: 1, pending: -1, rawBand: 0, isHeld: true });
      expect(result.rules[3]?.terms.filter((t) => t.holds === false)).toMatchObject([
        { quantity: 'band of P', actual: 1, comparator: '<', threshold: 1 },
      ]);
      expect(result.notes.map((n) => n.code)).toContain('bandHeld');
    });

    it('cannot be told without E and P; quiet where data are not in order and nothing was watched', () => {
      expect(status(noMonths(soundFacts()), 'K4', { simulated: losing })).toBe('quiet');
      expect(status(noModel(soundFacts()), 'K4')).toBe('quiet');
      const context = remembering({ killWatches: 2 });
      expect(codes(noModel(soundFacts()), 'K4', { context })).toEqual(['forwardModel']);
      expect(status(noMonths(soundFacts()), 'K4', { simulated: watched, context })).toBe('fires');
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
      ['two FIX for benefits without a plan', [fix('BRI'), fix('BRI')], 'not_evaluated'],
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

    it('holds the cause of F2 open while its comparison does', () => {
      const pastDecisions = [fix('BRI'), fix('BRI')];
      const kept = { ...soundFacts(), pastDecisions, planVersions: [planVersion(200_000)] };
      expect(status(kept, 'K5')).toBe('quiet'); // 150,000 of 200,000 is .75
      const half = { ...kept, planVersions: [planVersion(250_000)] };
      expect(rule(half, 'K5')).toMatchObject({
        status: 'fires',
        terms: [{ actual: 2 }, { quantity: 'benefit realisation (BRI)', actual: 0.6, threshold: 0.7 }],
      });
      const costly = {
        ...soundFacts(),
        pastDecisions: [fix('unit cost'), fix('unit cost')],
        unitCounts: [...unitCounts(lastMonths(6).slice(0, 3), 500), ...unitCounts(lastMonths(3), 400)],
      };
      expect(status(costly, 'K5')).toBe('fires');
      expect(status({ ...costly, unitCounts: unitCounts(lastMonths(6), 400) }, 'K5')).toBe('quiet');
      expect(codes({ ...costly, unitCounts: [] }, 'K5')).toEqual(['unitCounts']);
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
    const unclear = simulatedAs({ P: 0.45 });
    it.each([
      ['late and unclear', late, unclear, 'fires'],
      ['late and losing', late, losing, 'fires'],
      ['at its time-box and unclear', box, unclear, 'quiet'],
      ['late and positive', late, simulatedAs(), 'quiet'],
      ['past twice the planned months', { ...box, plannedPilotMonths: 4 }, unclear, 'fires'],
      ['a long plan does not stretch the policy', { ...late, plannedPilotMonths: 12 }, unclear, 'fires'],
      ['paused for a while', { ...late, pausedMonths: 1 }, unclear, 'quiet'],
      ['late by the calendar, still paused', { ...late, isPaused: true }, unclear, 'not_evaluated'],
      ['unclear, entry day blank', { stageEnteredOn: null }, unclear, 'not_evaluated'],
      ['positive, entry day blank', { stageEnteredOn: null }, simulatedAs(), 'quiet'],
    ] as const)('%s: %s', (_, over, simulated, expected) => {
      expect(status(soundFacts('pilot', over), 'K6', { simulated })).toBe(expected);
    });

    it('cannot be told of a late pilot without E and P, is quiet in time or in another stage', () => {
      expect(codes(noModel(soundFacts('pilot', late)), 'K6')).toEqual(['forwardModel']);
      expect(status(noModel(soundFacts('pilot', box)), 'K6')).toBe('quiet');
      expect(status(soundFacts('limited', late), 'K6', { simulated: losing })).toBe('quiet');
    });

    it('asks the band, not P, whether the value is positive', () => {
      const held = { simulated: simulatedAs({ P: 0.62 }), context: remembering({ band: 1 }) };
      expect(status(soundFacts('pilot', late), 'K6', held)).toBe('fires');
      expect(rule(soundFacts('pilot', late), 'K6', held).terms.at(-1)).toMatchObject({
        quantity: 'band of P',
        actual: 1,
        threshold: 2,
        holds: true,
      });
    });
  });
});
