import { describe, expect, test } from 'vitest';
import { bulkPreview, valuesInUse } from '#renderer/features/register/edit/bulk-preview.ts';
import { copyRows } from '#renderer/features/register/edit/copy-rows.ts';
import { nextEditColumn } from '#renderer/features/register/edit/edit-columns.ts';
import { planPaste } from '#renderer/features/register/edit/paste-column.ts';
import { textBlock } from '#shared/clipboard/block.ts';
import { registerRow } from '../rows.ts';

const ROWS = [
  registerRow({ id: 'a', name: 'A', businessOwner: 'Ana' }),
  registerRow({ id: 'b', name: 'B', businessOwner: '' }),
  registerRow({ id: 'c', name: 'C', businessOwner: 'Bo', isPaused: true, stage: 'scaled' }),
  registerRow({ id: 'd', name: 'D', businessOwner: 'Ana' }),
];

describe('bulkPreview()', () => {
  test('counts what stands, changes first, and says what is so already', () => {
    expect(bulkPreview(ROWS, 'businessOwner', 'Bo')).toEqual([
      { from: 'Ana', count: 2, isChange: true },
      { from: 'not named', count: 1, isChange: true },
      { from: 'Bo', count: 1, isChange: false },
    ]);
  });

  test('has words for stages and pauses', () => {
    expect(bulkPreview(ROWS, 'stage', 'limited').map((change) => change.from)).toEqual(['Pilot', 'Scaled']);
    expect(bulkPreview(ROWS, 'isPaused', true).map(({ from, isChange }) => [from, isChange])).toEqual([
      ['not paused', true],
      ['paused', false],
    ]);
  });
});

describe('valuesInUse()', () => {
  test('lists names by frequency, blanks aside', () => {
    expect(valuesInUse(ROWS, 'businessOwner')).toEqual(['Ana', 'Bo']);
  });
});

describe('copyRows()', () => {
  test('gives amounts as numbers in the currency, blanks where unmeasured, and no text that reads as a day', () => {
    const row = registerRow({
      name: '=A',
      cost3: 123_456 as never,
      net3: -5 as never,
      readiness: 61.4,
      gatesPassed: 3,
      gatesAsked: 8,
      verdict: 'fix',
      rule: 'F1',
      levels: { data: 2, integration: null, evaluation: null, governance: null, change: null },
    });
    const [head = [], cells = []] = copyRows([row], 'EUR');
    const at = (name: string) => cells[head.indexOf(name)];
    expect(at('Initiative')).toBe('=A');
    expect(at('Cost 3 m (EUR)')).toEqual({ number: '1234.56' });
    expect(at('Net 3 m (EUR)')).toEqual({ number: '-0.05' });
    expect(at('E, forecast (EUR)')).toBe('');
    expect(at('R')).toEqual({ number: '61' });
    expect(at('Gates')).toBe('3 of 8');
    expect(at('Verdict')).toBe('FIX F1');
    expect(at('Dat')).toEqual({ number: '2' });
    expect(at('Int')).toBe('');
  });
});

describe('planPaste()', () => {
  const paste = (cells: readonly string[], start = 0, column: 'name' | 'businessOwner' = 'businessOwner') =>
    planPaste(textBlock(cells.map((cell) => [cell])), ROWS, start, column);

  test('lays the cells over the rows from the first down, and leaves out what is so already', () => {
    const plan = paste(['Cy', ' Bo  Diaz\n', 'Ana'], 1);
    expect(plan.ok && plan.lines.map(({ id, to }) => [id, to])).toEqual([
      ['b', 'Cy'],
      ['c', 'Bo Diaz'],
      ['d', 'Ana'],
    ]);
    expect(plan.ok && plan.changes.map(({ id }) => id)).toEqual(['b', 'c']);
  });

  test.each([
    [paste(['1', '2', '3'], 2), 'The block has 3 cells; from “C” down there are 2 rows.'],
    [paste(['x'.repeat(201)]), 'Cell 1, for “A”: 201 characters; business owner has at most 200.'],
    [paste(['E', ''], 2, 'name'), 'Cell 2, for “D”: an initiative needs a name.'],
    [
      planPaste(textBlock([['1', '2']]), ROWS, 0, 'unit'),
      'The block has 2 columns; copy one column of units',
    ],
    [planPaste(textBlock([]), ROWS, 0, 'unit'), 'The clipboard holds no cells.'],
  ])('refuses the whole block: %#', (plan, text) => {
    expect(plan.ok ? '' : plan.problems.join('\n')).toContain(text);
  });
});

describe('nextEditColumn()', () => {
  test('goes along the columns and stops at the ends', () => {
    expect(nextEditColumn('name', false)).toBe('unit');
    expect(nextEditColumn('name', true)).toBeNull();
    expect(nextEditColumn('technicalOwner', false)).toBeNull();
  });
});
