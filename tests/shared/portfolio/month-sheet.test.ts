import { describe, expect, it } from 'vitest';
import type { Initiative, MonthValue, ValueLine } from '#shared/domain/initiative.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { monthSheet } from '#shared/portfolio/month-sheet.ts';

const MARCH = (2026 * 12 + 2) as MonthIndex;
const month = (offset: number) => (MARCH + offset) as MonthIndex;

function line(id: string, patch: Partial<ValueLine> = {}): ValueLine {
  return {
    id,
    initiativeId: 'a',
    name: id,
    sortOrder: 0,
    startsOn: null,
    endsOn: null,
    kind: 'cost',
    category: 'inference',
    ...patch,
  } as ValueLine;
}

const value = (lineId: string, at: number, amount: number): MonthValue => ({
  lineId,
  month: month(at),
  amount: amount as MinorUnits,
});

function facts(
  name: string,
  patch: Partial<Parameters<typeof monthSheet>[0] extends Iterable<infer F> ? F : never>,
) {
  const initiative = {
    id: `id-${name}`,
    name,
    unit: 'Claims',
    stage: 'pilot',
    isPaused: false,
  } as Initiative;
  return { initiative, lines: [], values: [], closedMonths: [], planVersions: [], ...patch };
}

describe('monthSheet()', () => {
  it('gives each line its amount, the month before and the plan in force', () => {
    const plan: PlanVersion = {
      id: 'p',
      version: 1,
      inForceFrom: month(-6),
      approvedOn: '2025-09-01' as IsoDate,
      approvedBy: 'CFO',
      values: [value('cost', 0, 90), value('cost', 1, 95)],
    } as unknown as PlanVersion;
    const [only] = monthSheet(
      [
        facts('A', {
          lines: [line('outcome', { kind: 'outcome' }), line('cost')],
          values: [value('cost', 0, 100), value('cost', -1, 80), value('cost', 1, 7)],
          planVersions: [plan],
          closedMonths: [MARCH],
        }),
      ],
      MARCH,
    );
    expect(only).toMatchObject({ id: 'id-A', isClosed: true });
    expect(only?.lines).toEqual([
      { lineId: 'cost', name: 'cost', kind: 'cost', plan: 90, previous: 80, amount: 100 },
      { lineId: 'outcome', name: 'outcome', kind: 'outcome', plan: null, previous: null, amount: null },
    ]);
  });

  it('lists lines that run in the month, and others only with an amount', () => {
    const [only] = monthSheet(
      [
        facts('A', {
          lines: [
            line('later', { startsOn: month(1) }),
            line('over', { endsOn: month(-1) }),
            line('paid', { endsOn: month(-1) }),
          ],
          values: [value('paid', 0, 5), value('over', -1, 5)],
        }),
      ],
      MARCH,
    );
    expect(only?.lines.map((one) => one.lineId)).toEqual(['paid']);
  });

  it('orders by name as people do, and leaves retired ones without amounts out', () => {
    const retired = { stage: 'retired' } as const;
    const of = (name: string, values: readonly MonthValue[]) => {
      const one = facts(name, { lines: [line('l')], values });
      return { ...one, initiative: { ...one.initiative, ...retired } };
    };
    const sheet = monthSheet(
      [facts('Pilot 10', {}), of('Gone', []), of('Wound up', [value('l', -1, 5)]), facts('pilot 2', {})],
      MARCH,
    );
    expect(sheet.map((one) => one.name)).toEqual(['pilot 2', 'Pilot 10', 'Wound up']);
  });
});
