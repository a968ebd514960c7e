import { describe, expect, test } from 'vitest';
import { placeColumns } from '#renderer/features/register/column-layout.ts';
import type { RegisterGroup } from '#renderer/features/register/group-register.ts';
import { GroupRow } from '#renderer/features/register/group-row.tsx';
import { type ColumnId, REGISTER_COLUMNS } from '#renderer/features/register/register-columns.ts';
import { markup, textOf } from '#tests/renderer/support/markup.tsx';

const GROUP: RegisterGroup = {
  key: 'stage:pilot',
  name: 'Pilot',
  count: 1200,
  isCollapsed: true,
  subtotals: {
    value: { sum: null, measured: 0 },
    cost3: { sum: 1_250_000, measured: 1200 },
    net3: { sum: -50_000, measured: 7 },
  },
};

function drawn(ids: readonly ColumnId[], group = GROUP): string {
  const shown = ids.map((id) => ({
    column: REGISTER_COLUMNS.find((one) => one.id === id) as (typeof REGISTER_COLUMNS)[number],
    width: 10,
    isPinned: false,
    isResized: false,
  }));
  return markup(
    <table>
      <tbody>
        <GroupRow
          group={group}
          index={0}
          farTop={undefined}
          columns={placeColumns(shown, 0, 16)}
          currency="EUR"
          isActive={false}
          isDiscreet={false}
        />
      </tbody>
    </table>,
  );
}

describe('GroupRow', () => {
  test('names the group, counts it and says whether it is open', () => {
    const html = drawn(['name', 'unit']);
    expect(textOf(html)).toBe('Pilot 1,200');
    expect(html).toContain('aria-expanded="false"');
    expect(drawn(['name'], { ...GROUP, isCollapsed: false })).toContain('aria-expanded="true"');
  });

  test('sums under the columns of money, and says how many are measured', () => {
    const html = drawn(['name', 'unit', 'cost3', 'readiness', 'net3', 'value']);
    expect(html).toContain('aria-label="Sum 12.5\u00a0k, 1,200 of 1,200 measured"');
    expect(html).toContain('aria-label="Sum −500, 7 of 1,200 measured"');
    expect(html).toContain('aria-label="none of 1,200 measured"');
    expect(textOf(html)).toBe('Pilot 1,200 12.5\u00a0k −500 * ·'.replace(/\s+/g, ' '));
  });

  test('lets the name reach up to the first sum and leaves an empty cell where nothing is summed', () => {
    const html = drawn(['name', 'unit', 'cost3', 'readiness']);
    expect(html).toContain('grid-column:span 3');
    expect(html.match(/<td/g)).toHaveLength(2);
  });
});
