import { describe, expect, it } from 'vitest';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { knownOn } from '#shared/decision/known-facts.ts';
import {
  AS_OF,
  assessment,
  date,
  evidence,
  incident,
  lastMonths,
  month,
  monthly,
  planVersion,
  soundFacts,
  tripwire,
  unitCounts,
} from './example-facts.ts';
import { assetUse } from './example-model.ts';

const facts = soundFacts();
const known = (over: Partial<InitiativeFacts>) => knownOn({ ...facts, ...over }, AS_OF);
const tomorrow = '2026-10-01';
const october = month('2026-10');

describe('knownOn()', () => {
  it('keeps everything of the past as it is, and hands on the same lists', () => {
    const result = knownOn(facts, AS_OF);
    expect(result).toEqual(facts);
    expect(result.values).toBe(facts.values);
  });

  it('drops ratings, and pieces of evidence, dated after the day', () => {
    const late = assessment('data', 4, { id: 'z', ratedOn: date(tomorrow) });
    expect(known({ assessments: [late] }).assessments).toEqual([]);
    const mixed = assessment('data', 3, { evidence: [evidence('test', AS_OF), evidence('audit', tomorrow)] });
    expect(known({ assessments: [mixed] }).assessments[0]?.evidence).toEqual([evidence('test', AS_OF)]);
  });

  it('keeps amounts, readings and counts of closed months only', () => {
    const open = month('2026-08');
    const result = known({
      closedMonths: [...lastMonths(6).filter((m) => m !== open), october],
      values: monthly('c1', [open, october, month('2026-09')], 5),
      readings: [open, month('2026-09')].map((m) => ({ month: m, value: 1 })),
      unitCounts: unitCounts([open, october, month('2026-07')], 1),
    });
    expect(result.closedMonths).toEqual(['2026-04', '2026-05', '2026-06', '2026-07', '2026-09'].map(month));
    expect(result.values.map((v) => v.month)).toEqual([month('2026-09')]);
    expect(result.readings.map((r) => r.month)).toEqual([month('2026-09')]);
    expect(result.unitCounts.map((c) => c.month)).toEqual([month('2026-07')]);
  });

  it('drops tripwires, incidents and reviews of later days, and opens what was mitigated later', () => {
    const result = known({
      tripwires: [tripwire(), tripwire({ id: 't2', committedOn: date(tomorrow) })],
      incidents: [
        incident({ mitigatedOn: date(tomorrow) }),
        incident({ id: 'n2', mitigatedOn: AS_OF }),
        incident({ id: 'n3', openedOn: date(tomorrow) }),
      ],
      pastDecisions: [AS_OF, date(tomorrow)].map((endsOn) => ({
        reviewId: endsOn,
        endsOn,
        recommendedRule: 'C1',
        decision: 'continue',
        causes: [],
      })),
    });
    expect(result.tripwires.map((t) => t.id)).toEqual(['t1']);
    expect(result.incidents.map((i) => [i.id, i.mitigatedOn])).toEqual([
      ['n1', null],
      ['n2', AS_OF],
    ]);
    expect(result.pastDecisions.map((d) => d.reviewId)).toEqual([AS_OF]);
  });

  it('drops plans approved later or in force only later, and every forecast', () => {
    const result = known({
      planVersions: [
        planVersion(1),
        planVersion(1, { id: 'p2', approvedOn: date(tomorrow) }),
        planVersion(1, { id: 'p3', inForceFrom: october }),
      ],
      forecasts: monthly('o1', [month('2026-09')], 1),
    });
    expect(result.planVersions.map((p) => p.id)).toEqual(['p1']);
    expect(result.forecasts).toEqual([]);
  });

  it('takes an asset that goes live later for not live, and a later proof for no claim', () => {
    const proof = { kind: 'test', datedOn: date(tomorrow), link: '', note: '' } as const;
    const result = known({
      assetUses: [
        assetUse('limited', { liveOn: date(tomorrow) }),
        assetUse('limited', { id: 'x2', liveOn: AS_OF }),
      ],
      checklist: [{ dimension: 'data', state: 'production_ready', proof }],
    });
    expect(result.assetUses.map(({ asset }) => asset.liveOn)).toEqual([null, AS_OF]);
    expect(result.checklist).toEqual([]);
  });

  it('knows no evaluation run of a later day, nor its pass rate', () => {
    const later = { ...facts.initiative, evaluationRanOn: date(tomorrow) };
    expect(known({ initiative: later }).initiative).toMatchObject({
      evaluationRanOn: null,
      evaluationPassRate: null,
      evaluationPassMark: 0.9,
    });
  });
});
