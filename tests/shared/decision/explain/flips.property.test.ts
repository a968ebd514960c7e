import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluate } from '#shared/decision/evaluate.ts';
import { explain } from '#shared/decision/explain/explain.ts';
import type { Flip } from '#shared/decision/explanation.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import type { Driver, Scope, StopTerms } from '#shared/domain/forward-model.ts';
import { GAPS, type Gap, type Level } from '#shared/domain/gap.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { withLevel } from '../example-facts.ts';
import { SCALABLE_CONTEXT, scalable, unclearPilot } from './worked-example.ts';

const CONTEXT: EngineContext = {
  ...SCALABLE_CONTEXT,
  policy: { ...DEFAULT_POLICY, draws: 400, mostDraws: 400 },
};

/** The facts with all three points of a driver times a factor, a share by its odds; written anew for this test. */
function scaledDriver(facts: InitiativeFacts, id: string, factor: number): InitiativeFacts {
  const point = (driver: Driver, p: number | null): number | null =>
    p === null ? null : driver.bound === 'share' ? (factor * p) / (1 - p + factor * p) : factor * p;
  return {
    ...facts,
    drivers: facts.drivers.map((one) =>
      one.id === id
        ? { ...one, p10: point(one, one.p10), p50: point(one, one.p50), p90: point(one, one.p90) }
        : one,
    ),
  };
}

function factorOf(facts: InitiativeFacts, { input, now, to }: Flip): number {
  const driver = facts.drivers.find(({ id }) => input === `driver:${id}`);
  const [from, target] = [Number(now), Number(to)];
  if (driver?.bound !== 'share') return target / from;
  return target / (1 - target) / (from / (1 - from));
}

/** The facts with the flip made, or null for inputs this test leaves to others. */
function withFlip(facts: InitiativeFacts, flip: Flip): InitiativeFacts | null {
  const [kind, id = '', field = ''] = flip.input.split(':');
  if (kind === 'driver') return scaledDriver(facts, id, factorOf(facts, flip));
  if (kind === 'level') return withLevel(facts, id as Gap, Number(flip.to) as Level);
  if (kind === 'scope') {
    const scopes = facts.scopes.map((one): Scope => (one.id === id ? { ...one, [field]: flip.to } : one));
    return { ...facts, scopes };
  }
  if (kind === 'stop') return { ...facts, stopTerms: { ...facts.stopTerms, [id]: flip.to } as StopTerms };
  if (kind === 'lawfulBasis') {
    return { ...facts, initiative: { ...facts.initiative, lawfulBasis: flip.to as 'yes' | 'no' } };
  }
  return null;
}

const verdictOf = (facts: InitiativeFacts) => {
  const { verdict, rule } = evaluate(facts, CONTEXT);
  return { verdict, rule };
};

const factor = fc.double({ min: 0.5, max: 2, noNaN: true });
const anyFacts = fc
  .record({
    isPilot: fc.boolean(),
    levels: fc.array(fc.constantFrom<Level>(2, 3, 3, 3), { minLength: 5, maxLength: 5 }),
    factors: fc.array(factor, { minLength: 3, maxLength: 3 }),
    ramp: fc.integer({ min: 1, max: 12 }),
  })
  .map(({ isPilot, levels, factors, ramp }): InitiativeFacts => {
    const start = isPilot ? unclearPilot() : scalable();
    const leveled = GAPS.reduce((facts, gap, i) => withLevel(facts, gap, levels[i] ?? 3), start);
    const ids = isPilot ? ['documents', 'minutes-saved', 'build'] : ['tasks-scaled', 'value', 'scaling'];
    const moved = ids.reduce((facts, id, i) => scaledDriver(facts, id, factors[i] ?? 1), leveled);
    const last = moved.scopes.length - 1;
    const scopes = moved.scopes.map((one, i) => (i === last ? { ...one, rampMonths: ramp } : one));
    return { ...moved, scopes };
  });

describe('every listed flip', () => {
  // A fixed seed: a cut that a driver crosses back within a thousandth would fail the second half for no reason.
  test('changes the verdict as it says, and a slightly smaller change does not', { timeout: 120_000 }, () => {
    let checked = 0;
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const base = verdictOf(facts);
        const explanation = explain(facts, CONTEXT, null);
        if (explanation === 'cancelled') throw new TypeError('nobody stopped it');
        for (const flip of explanation.flips) {
          const flipped = withFlip(facts, flip);
          if (flipped === null) continue;
          checked += 1;
          expect(flip.verdict).not.toBe(base.verdict);
          expect({ flip, ...verdictOf(flipped) }).toEqual({ flip, verdict: flip.verdict, rule: flip.rule });
          const nearer = slightlyNearer(facts, flip);
          if (nearer !== null)
            expect({ flip, verdict: verdictOf(nearer).verdict }).toEqual({ flip, ...same(base) });
        }
      }),
      { numRuns: 12, seed: 8 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});

function same({ verdict }: ReturnType<typeof verdictOf>) {
  return { verdict };
}

/** The flip taken back by a little more than its precision; null where the step before is no change at all. */
function slightlyNearer(facts: InitiativeFacts, flip: Flip): InitiativeFacts | null {
  if (flip.kind === 'driver') {
    const far = factorOf(facts, flip);
    const near = far > 1 ? far / 1.0011 : far * 1.0011;
    if (far > 1 ? near <= 1 : near >= 1) return null;
    return scaledDriver(facts, flip.input.slice('driver:'.length), near);
  }
  if (flip.kind !== 'level' && !flip.input.startsWith('scope:')) return null;
  const to = Number(flip.to) + (flip.direction === 'up' ? -1 : 1);
  return to === flip.now ? null : withFlip(facts, { ...flip, to });
}
