import { describe, expect, it } from 'vitest';
import { groupDecisions } from '#renderer/features/report/report-decisions.tsx';
import type { Verdict } from '#shared/domain/verdict.ts';

const decision = (id: string, verdict: Verdict) => ({
  id,
  name: id,
  unit: '',
  stage: 'Pilot',
  verdict,
  rule: 'K1' as const,
  reason: '',
  readiness: '',
  net3: '',
  value: '',
});

describe('groupDecisions()', () => {
  it('keeps the order of the report and loses none', () => {
    const groups = groupDecisions([decision('a', 'kill'), decision('b', 'kill'), decision('c', 'scale')]);
    expect(groups.map((group) => [group.verdict, group.items.map((item) => item.id)])).toEqual([
      ['kill', ['a', 'b']],
      ['scale', ['c']],
    ]);
  });

  it('makes nothing of nothing', () => {
    expect(groupDecisions([])).toEqual([]);
  });
});
