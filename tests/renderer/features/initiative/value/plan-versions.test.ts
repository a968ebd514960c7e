import { describe, expect, test } from 'vitest';
import { gridRows } from '#renderer/features/initiative/value/grid-model.ts';
import {
  approvalFromDraft,
  approvalProblems,
  emptyApproval,
} from '#renderer/features/initiative/value/plan-approval.ts';
import {
  draftFrom,
  isSameDraft,
  versionInForce,
  writeDraft,
} from '#renderer/features/initiative/value/plan-versions.ts';
import type { CellWrite } from '#renderer/features/initiative/value/write-cells.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import type { IsoDate, MinorUnits } from '#shared/domain/units.ts';
import { costLine, month } from './lines.ts';

const AS_OF = '2026-09-30' as IsoDate;
const version = (n: number, from: number, values: PlanVersion['values'] = []): PlanVersion => ({
  id: `v${n}`,
  version: n,
  inForceFrom: month(from),
  approvedOn: AS_OF,
  approvedBy: 'Board',
  values,
});
const value = (lineId: string, n: number, amount: number) => ({
  lineId,
  month: month(n),
  amount: amount as MinorUnits,
});
const A = costLine('a');
const write = (n: number, amount: number | null): CellWrite => ({
  place: { row: 0, col: n },
  row: { kind: 'line', line: A },
  month: month(n),
  value: amount,
});

describe('versionInForce()', () => {
  const versions = [version(2, 6), version(1, 0), version(3, 9)];
  test.each([
    [-1, 1],
    [0, 1],
    [5, 1],
    [6, 2],
    [20, 3],
  ])('in month %d is version %d', (n, expected) => {
    expect(versionInForce(versions, month(n))?.version).toBe(expected);
  });

  test('lets the later version win when both apply from the same month', () => {
    expect(versionInForce([version(1, 0), version(2, 0)], month(3))?.version).toBe(2);
  });

  test('is none without versions', () => {
    expect(versionInForce([], month(0))).toBeUndefined();
  });
});

describe('writeDraft()', () => {
  test('begins with the last version, without lines that are gone', () => {
    const draft = draftFrom(version(1, 0, [value('a', 0, 100), value('gone', 0, 5)]), [A]);
    expect([...draft.values()]).toEqual([value('a', 0, 100)]);
  });

  test('puts amounts in and takes them out; zero is an amount', () => {
    const began = draftFrom(version(1, 0, [value('a', 0, 100)]), [A]);
    const now = writeDraft(began, [write(0, null), write(1, 0)]);
    expect([...now.values()]).toEqual([value('a', 1, 0)]);
    expect(isSameDraft(began, now)).toBe(false);
    expect(isSameDraft(began, writeDraft(began, [write(0, 100)]))).toBe(true);
    expect(isSameDraft(began, writeDraft(began, [write(0, 99)]))).toBe(false);
  });
});

describe('approvalFromDraft()', () => {
  test('starts in the as-of month and asks who approved it', () => {
    const draft = emptyApproval(AS_OF, undefined);
    expect(Object.keys(approvalProblems(draft, AS_OF, undefined))).toEqual(['approvedBy']);
    expect(approvalFromDraft({ ...draft, approvedBy: ' Board ' }, AS_OF, undefined)).toEqual({
      inForceFrom: month(8),
      approvedOn: AS_OF,
      approvedBy: 'Board',
    });
  });

  test.each([
    [{ inForceFrom: 'soon' }, 'inForceFrom'],
    [{ approvedOn: '' }, 'approvedOn'],
    [{ approvedOn: '2026-10-01' }, 'approvedOn'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...emptyApproval(AS_OF, undefined), approvedBy: 'Board', ...change };
    expect(Object.keys(approvalProblems(draft, AS_OF, undefined))).toEqual([field]);
    expect(approvalFromDraft(draft, AS_OF, undefined)).toBeNull();
  });
});

describe('approvalProblems()', () => {
  test('lets a version begin only after the one before', () => {
    const last = version(1, 8);
    const draft = { ...emptyApproval(AS_OF, last), approvedBy: 'Board' };
    expect(draft.inForceFrom).toBe('2026-10');
    expect(approvalProblems(draft, AS_OF, last)).toEqual({});
    expect(Object.keys(approvalProblems({ ...draft, inForceFrom: '2026-09' }, AS_OF, last))).toEqual([
      'inForceFrom',
    ]);
  });
});

test('gridRows() of a plan has neither reading nor counts', () => {
  const kinds = gridRows([A], null).flatMap((row) => (row.type === 'edit' ? [row.row.kind] : []));
  expect(kinds).toEqual(['line']);
});
