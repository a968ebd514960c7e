import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { inputHash, inputText, requestHash } from '#shared/decision/input-hash.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import type { ChecklistRow } from '#shared/domain/checklist.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { Instant } from '#shared/domain/units.ts';
import {
  assessment,
  date,
  evidence,
  exampleContext,
  incident,
  month,
  monthly,
  planVersion,
  remembering,
  scalableFacts,
  tripwire,
  unitCounts,
} from './example-facts.ts';
import { assetUse, driver } from './example-model.ts';

const row: ChecklistRow = { dimension: 'data', state: 'pilot_grade', proof: null };
const sound = scalableFacts();
const full: InitiativeFacts = {
  ...sound,
  tripwires: [tripwire(), tripwire({ id: 't2' })],
  incidents: [incident(), incident({ id: 'n2' })],
  unitCounts: unitCounts(sound.closedMonths, 10),
  planVersions: [planVersion(150_000), planVersion(160_000, { id: 'p2', version: 2 })],
  assetUses: [assetUse('limited'), assetUse('scaled', { id: 'x2' })],
  checklist: [row, { ...row, dimension: 'evaluation' }],
  assessments: [
    ...sound.assessments,
    assessment('data', 2, {
      id: 'a2',
      rater: 'Bo',
      evidence: [evidence('test', '2026-08-01', 'e1'), evidence('audit', '2026-08-02', 'e2')],
    }),
  ],
};
const context = exampleContext();
const before = inputHash(full, context);

describe('inputHash()', () => {
  it('is SHA-256 over engine version and text', () => {
    const expected = createHash('sha256')
      .update(`${ENGINE_VERSION}\n${inputText(full, context)}`)
      .digest('hex');
    expect(before).toBe(expected);
    expect(before).toMatch(/^[0-9a-f]{64}$/);
  });

  it('is the same on repeated runs and for a copy', () => {
    expect(inputHash(structuredClone(full), structuredClone(context))).toBe(before);
  });

  it('does not depend on the order of rows, or of keys', () => {
    const turned: InitiativeFacts = {
      ...full,
      assessments: full.assessments.map((a) => ({ ...a, evidence: [...a.evidence].reverse() })).reverse(),
      lines: [...full.lines].reverse(),
      values: [...full.values].reverse(),
      closedMonths: [...full.closedMonths].reverse(),
      readings: [...full.readings].reverse(),
      tripwires: [...full.tripwires].reverse(),
      incidents: [...full.incidents].reverse(),
      planVersions: full.planVersions.map((p) => ({ ...p, values: [...p.values].reverse() })).reverse(),
      unitCounts: [...full.unitCounts].reverse(),
      drivers: [...full.drivers].reverse(),
      scopes: full.scopes
        .map((s) => ({
          ...s,
          lines: s.lines.map((l) => ({ ...l, driverIds: [...l.driverIds].reverse() })).reverse(),
        }))
        .reverse(),
      assetUses: [...full.assetUses].reverse(),
      checklist: [...full.checklist].reverse(),
      initiative: Object.fromEntries(Object.entries(full.initiative).reverse()) as never,
    };
    expect(inputHash(turned, context)).toBe(before);
  });

  it('does not see where a row stands, when it was made, or another initiative’s memory', () => {
    const moved: InitiativeFacts = {
      ...full,
      lines: full.lines.map((line, i) => ({ ...line, sortOrder: 9 - i })),
      drivers: full.drivers.map((one) => ({ ...one, sortOrder: 7 })),
      initiative: { ...full.initiative, sourceRow: 12, createdAt: '2026-02-02T00:00:00.000Z' as Instant },
    };
    expect(inputHash(moved, context)).toBe(before);
    const other = { band: 1, pending: 0, killWatches: 0, wasScale: false } as const;
    expect(inputHash(full, { ...context, memory: new Map([['other', other]]) })).toBe(before);
  });

  it('does not see what is dated after the day, or belongs to an open month', () => {
    const later: InitiativeFacts = {
      ...full,
      assessments: [...full.assessments, assessment('data', 4, { id: 'z', ratedOn: date('2026-10-01') })],
      values: [...full.values, ...monthly('c1', [month('2026-10')], 5)],
      forecasts: monthly('o1', [month('2026-11')], 7),
      tripwires: [...full.tripwires, tripwire({ id: 't9', committedOn: date('2026-10-05') })],
      planVersions: [...full.planVersions, planVersion(1, { id: 'p9', approvedOn: date('2026-10-02') })],
    };
    expect(inputHash(later, context)).toBe(before);
  });

  const sharper = { ...DEFAULT_POLICY, scaleBcr: 1.6 };
  const facts = (over: Partial<InitiativeFacts>): [InitiativeFacts, EngineContext] => [
    { ...full, ...over },
    context,
  ];
  it.each<[string, [InitiativeFacts, EngineContext]]>([
    ['a value', facts({ values: full.values.map((v, i) => (i === 0 ? { ...v, amount: 1 as never } : v)) })],
    ['a closed month', facts({ closedMonths: full.closedMonths.slice(1) })],
    ['a driver', facts({ drivers: [...full.drivers.slice(1), driver('tasks', 1001)] })],
    [
      'a constant in its tenth digit',
      facts({
        scopes: full.scopes.map((s) => ({
          ...s,
          lines: s.lines.map((l) => ({ ...l, constant: l.constant + 1e-10 })),
        })),
      }),
    ],
    ['the stop terms', facts({ stopTerms: null })],
    ['an owner', facts({ initiative: { ...full.initiative, businessOwner: 'C. Owner' } })],
    ['the policy', [full, exampleContext({ policy: sharper })]],
    ['the memory', [full, remembering({})]],
    ['the day', [full, exampleContext({ asOf: date('2026-09-29') })]],
    ['the seed', [full, exampleContext({ seed: 'other' })]],
    [
      'the stage record',
      [
        full,
        exampleContext({ stageRecord: { ...context.stageRecord, limited: { trials: 2, successes: 1 } } }),
      ],
    ],
    [
      'the plan',
      [
        full,
        exampleContext({
          plan: { id: 'q', adoptedOn: date('2026-09-01'), funded: [], notFunded: ['i1'], rolePrices: {} },
        }),
      ],
    ],
  ])('changes with %s', (_, [changed, given]) => {
    expect(inputHash(changed, given)).not.toBe(before);
  });

  it('is not moved by the last bit of a number', () => {
    const scopes = full.scopes.map((s) => ({
      ...s,
      lines: s.lines.map((l) => ({ ...l, constant: l.constant * (1 + Number.EPSILON) })),
    }));
    expect(inputHash({ ...full, scopes }, context)).toBe(before);
  });
});

describe('requestHash()', () => {
  const requestOf = (facts: InitiativeFacts, given: EngineContext = context) => {
    const { model } = prepare(facts, given);
    if (model.status !== 'complete') throw new Error('no model');
    return model.request;
  };
  const request = requestOf(full);

  it('is the same for equal requests', () => {
    expect(requestHash(requestOf(structuredClone(full)))).toBe(requestHash(request));
  });

  it('is not moved by facts the simulation does not read', () => {
    const renamed = { ...full, initiative: { ...full.initiative, businessOwner: 'Someone else' } };
    expect(requestHash(requestOf(renamed))).toBe(requestHash(request));
  });

  it('changes with a last bit, the seed, the draws and the cuts', () => {
    const bent = { ...request.model, discountRate: request.model.discountRate * (1 + Number.EPSILON) };
    const changed = [
      { ...request, model: bent },
      { ...request, seed: 'other' },
      { ...request, draws: 20_000 },
      requestOf(full, remembering({ band: 1 })),
    ].map(requestHash);
    expect(new Set([...changed, requestHash(request)]).size).toBe(5);
  });
});
