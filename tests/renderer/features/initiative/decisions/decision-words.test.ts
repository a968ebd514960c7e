import { describe, expect, it } from 'vitest';
import {
  causesText,
  conditionState,
  decisionKind,
} from '#renderer/features/initiative/decisions/decision-words.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;

describe('decisionKind()', () => {
  it('tells a decision that follows the recommendation from one that does not', () => {
    expect(decisionKind({ rule: 'K3', decision: 'kill' })).toBe('followed');
    expect(decisionKind({ rule: 'K3', decision: 'hold' })).toBe('otherwise');
    expect(decisionKind({ rule: null, decision: 'hold' })).toBe('otherwise');
  });
});

describe('causesText()', () => {
  it('lists what is to be fixed', () => {
    expect(causesText({ causes: ['G5', 'BRI'] })).toBe('To fix: G5, BRI');
    expect(causesText({ causes: [] })).toBe('');
  });
});

describe('conditionState()', () => {
  it.each([
    ['2026-10-01', null, 'due 1 Oct 2026', false],
    ['2026-09-30', null, 'due 30 Sep 2026', false],
    ['2026-09-29', null, 'overdue since 29 Sep 2026', true],
    ['2026-09-29', '2026-09-20', 'met 20 Sep 2026', false],
    ['2026-09-10', '2026-09-20', 'met 20 Sep 2026, late', false],
    ['2026-09-10', '2026-10-20', 'overdue since 10 Sep 2026', true],
  ])('due %s, met %s', (dueOn, metOn, text, isLate) => {
    const condition = { dueOn: day(dueOn), metOn: metOn === null ? null : day(metOn) };
    expect(conditionState(condition, day('2026-09-30'))).toEqual({ text, isLate });
  });
});
