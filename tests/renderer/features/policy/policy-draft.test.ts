import { describe, expect, it } from 'vitest';
import {
  editsTowards,
  fieldText,
  isAllDefault,
  NO_EDITS,
  readDraft,
  stepped,
  withText,
} from '#renderer/features/policy/policy-draft.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { withValue } from '#shared/policy/policy-path.ts';

const IN_FORCE: Policy = { ...withValue(DEFAULT_POLICY, 'strikes', 3), version: 4 };

const edits = (...texts: readonly (readonly [string, string])[]) => new Map(texts);

describe('readDraft()', () => {
  it('is the policy in force while nothing is typed', () => {
    expect(readDraft(IN_FORCE, NO_EDITS)).toEqual({ policy: IN_FORCE, changes: [], problems: new Map() });
  });

  it('applies what can be read, percent as typed, and keeps the version it was made from', () => {
    const draft = readDraft(IN_FORCE, edits(['discountRate', '8'], ['floors.pilot.data', '3']));
    expect(draft.policy.discountRate).toBe(0.08);
    expect(draft.policy.floors.pilot.data).toBe(3);
    expect(draft.policy.version).toBe(4);
    expect(draft.changes.map(({ path }) => path)).toEqual(['discountRate', 'floors.pilot.data']);
    expect(draft.problems.size).toBe(0);
  });

  it('reports a text that is no number at its field and leaves the value in force', () => {
    const draft = readDraft(IN_FORCE, edits(['horizonMonths', 'three years']));
    expect([...draft.problems.keys()]).toEqual(['horizonMonths']);
    expect(draft.problems.get('horizonMonths')).toMatch(/three years/);
    expect(draft.policy.horizonMonths).toBe(36);
  });

  it('reports values out of range, at odds with one another, and weights that do not add up', () => {
    const draft = readDraft(
      IN_FORCE,
      edits(
        ['horizonMonths', '500'],
        ['readinessLeave', '80'],
        ['gapWeights.data', '30'],
        ['anchors.data.0', ''],
      ),
    );
    expect([...draft.problems.keys()].toSorted()).toEqual([
      'anchors.data.0',
      'gapWeights',
      'horizonMonths',
      'readinessLeave',
    ]);
  });

  it('reports a level that does not exist at its field', () => {
    const draft = readDraft(IN_FORCE, edits(['floors.scaled.change', '5']));
    expect(draft.problems.get('floors.scaled.change')).toBe(
      'Floors when scaled: Organizational change must be a level from 0 to 4.',
    );
  });

  it('passes over a path this version does not know', () => {
    expect(readDraft(IN_FORCE, edits(['luck', '7'])).changes).toEqual([]);
  });
});

describe('withText()', () => {
  it('keeps an edit and forgets it when the text in force is back', () => {
    const once = withText(IN_FORCE, NO_EDITS, 'strikes', '2');
    expect(fieldText(IN_FORCE, once, 'strikes')).toBe('2');
    expect(withText(IN_FORCE, once, 'strikes', '3')).toEqual(NO_EDITS);
    expect(NO_EDITS.size).toBe(0);
  });
});

describe('editsTowards()', () => {
  it('holds what turns the policy in force into another one', () => {
    const target = withValue(withValue(IN_FORCE, 'discountRate', 0.07), 'timing', 'mid');
    const towards = editsTowards(IN_FORCE, target);
    expect([...towards]).toEqual([
      ['discountRate', '7'],
      ['timing', 'mid'],
    ]);
    expect(readDraft(IN_FORCE, towards).policy).toEqual(target);
  });
});

describe('isAllDefault()', () => {
  it('is true only when every field shows its default', () => {
    expect(isAllDefault(DEFAULT_POLICY, NO_EDITS)).toBe(true);
    expect(isAllDefault(IN_FORCE, NO_EDITS)).toBe(false);
    expect(isAllDefault(IN_FORCE, edits(['strikes', '2']))).toBe(true);
    expect(isAllDefault(IN_FORCE, edits(['strikes', '2'], ['draws', '20000']))).toBe(false);
    expect(isAllDefault(DEFAULT_POLICY, edits(['draws', '20000']))).toBe(false);
  });
});

describe('stepped()', () => {
  it.each([
    ['probabilityCuts.1', '60', 1, '61'],
    ['probabilityCuts.1', '7', -1, '6'],
    ['discountRate', '8.25', 1, '8.75'],
    ['scaleBcr', '1.5', -1, '1.4'],
    ['floors.pilot.data', '4', 1, '4'],
    ['strikes', '1', -1, '1'],
    ['strikes', '40', 1, '6'],
  ] as const)('takes %s from %s by %d to %s', (path, text, direction, next) => {
    expect(stepped(path, text, direction)).toBe(next);
  });

  it.each([
    ['timing', 'end'],
    ['anchors.data.0', 'Text.'],
    ['strikes', 'two'],
    ['strikes', ''],
  ])('leaves %s %j alone', (path, text) => {
    expect(stepped(path, text, 1)).toBeNull();
  });
});
