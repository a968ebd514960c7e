import { describe, expect, it } from 'vitest';
import type { RuleState } from '#shared/decision/rules/rule-state.ts';
import { isWaiting } from '#shared/decision/rules/waiting.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { BASE_STATE } from './example-state.ts';

const NOT_SIMULATED = {
  value: null,
  probability: null,
  band: null,
  unitEconomics: null,
  bcr50: null,
  paybackProbability: null,
} as const;
const waits = (over: Partial<RuleState>) =>
  isWaiting({ ...BASE_STATE, ...NOT_SIMULATED, ...over }, DEFAULT_POLICY);

describe('isWaiting()', () => {
  it.each<[string, Partial<RuleState>, boolean]>([
    ['nothing else stands against it', {}, true],
    ['a hard failure decides first', { hardFailure: true }, false],
    ['so does a missed tripwire', { tripwireMissed: true }, false],
    ['K3 to H0 come before an unknown gate', { isGateUnknown: true }, true],
    ['without data in order they cannot fire: H1 decides', { isDataOk: false }, false],
    ['two kill watches can, even so', { isDataOk: false, killWatches: 2 }, true],
    ['a late pilot can too', { stage: 'pilot', isDataOk: false, isLate: true }, true],
    ['one that may be late cannot', { stage: 'pilot', isDataOk: false, isLate: null }, false],
    ['a third FIX still comes after K3 and K4', { strikes: 2, isCauseOpen: true }, true],
    ['but decides when they cannot fire', { strikes: 2, isCauseOpen: true, isDataOk: false }, false],
  ])('%s', (_, over, expected) => {
    expect(waits(over)).toBe(expected);
  });
});
