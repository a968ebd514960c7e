import { describe, expect, it } from 'vitest';
import { offMapCount, offMapReasons } from '#renderer/features/portfolio/off-map.ts';
import { filterRegister } from '#renderer/features/register/filter-register.ts';
import { parseRegisterQuery } from '#renderer/features/register/register-query.ts';
import { registerRow } from '#tests/renderer/features/register/rows.ts';

describe('offMapReasons()', () => {
  it('names the most frequent reason first, with its count, and leads to exactly these', () => {
    const off = [
      { reason: 'no_value' as const, count: 1, first: [] },
      { reason: 'neither' as const, count: 1758, first: [] },
      { reason: 'computing' as const, count: 3, first: [] },
    ];
    const reasons = offMapReasons(off);
    expect(reasons.map(({ phrase }) => phrase)).toEqual([
      '1,758 initiatives without a level in every gap and without a complete forward model',
      '3 initiatives still computing: the simulation is running',
      '1 initiative without a complete forward model',
    ]);
    expect(reasons.map(({ route }) => parseRegisterQuery(route.split('?')[1] ?? '').offMap)).toEqual([
      ['neither'],
      ['computing'],
      ['no_value'],
    ]);
    expect(offMapCount(off)).toBe(1762);
  });

  it('leads to rows that lack what it says, none that lack more, and no retired one', () => {
    const rows = [
      registerRow({ id: 'value', readiness: 60, value: null }),
      registerRow({ id: 'both', readiness: null, value: null }),
      registerRow({ id: 'running', readiness: 60, isValueComputing: true }),
      registerRow({ id: 'retired', readiness: 60, verdict: null }),
      registerRow({ id: 'placed', readiness: 60, value: 1 }),
    ];
    const found = (search: string) => filterRegister(rows, parseRegisterQuery(search)).map(({ id }) => id);
    expect(found('offmap=no_value')).toEqual(['value']);
    expect(found('offmap=neither,computing')).toEqual(['both', 'running']);
  });
});
