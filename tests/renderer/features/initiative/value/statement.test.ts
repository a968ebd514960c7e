import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import {
  statementGroups,
  statementNumber,
  statementNumbers,
} from '#renderer/features/initiative/value/statement-format.ts';
import { StatementRow } from '#renderer/features/initiative/value/statement-row.tsx';
import type { StatementFigure } from '#shared/api/schemas/views.ts';

const figure = (change: Partial<StatementFigure> = {}): StatementFigure => ({
  id: 'irr',
  group: 'return',
  name: 'IRR',
  label: 'actual, undiscounted',
  kind: 'percent',
  value: 0.1,
  also: [],
  reason: null,
  note: null,
  formula: 'the rate at which NPV is 0',
  inputs: [{ name: 'Flows', value: '18' }],
  ...change,
});

describe('statementNumber()', () => {
  test.each([
    [123_456, 'money', '1,234.56\u00a0EUR'],
    [1.742_28, 'ratio', '1.742'],
    [0.123_45, 'percent', '12.3\u00a0%'],
    [-0.5, 'percent', '−50\u00a0%'],
    [7.04, 'months', '7\u00a0months'],
    [1, 'months', '1\u00a0month'],
    [12_345, 'count', '12,345'],
    [0.5, 'count', '0.5'],
  ] as const)('of %d as %s is %s', (value, kind, expected) => {
    expect(statementNumber(value, kind, 'EUR')).toBe(expected);
  });
});

describe('statementNumbers()', () => {
  test('lists every root once', () => {
    // The classic -100, 230, -132: 10 % and 20 %.
    expect(statementNumbers(figure({ value: null, also: [0.1, 0.2] }), 'EUR')).toEqual([
      '10\u00a0%',
      '20\u00a0%',
    ]);
    expect(statementNumbers(figure({ value: 0.1, also: [0.1, 0.2] }), 'EUR')).toEqual([
      '10\u00a0%',
      '20\u00a0%',
    ]);
  });

  test('is empty for an undefined figure, never zero', () => {
    expect(statementNumbers(figure({ value: null, reason: 'no cost yet' }), 'EUR')).toEqual([]);
  });
});

test('statementGroups() keep the order of the groups and leave out empty ones', () => {
  const groups = statementGroups([figure({ group: 'unit' }), figure({ group: 'net_value' })]);
  expect(groups.map((one) => one.group)).toEqual(['net_value', 'unit']);
});

describe('StatementRow', () => {
  const markup = (one: StatementFigure, isOpen: boolean) =>
    renderToStaticMarkup(
      createElement(
        'table',
        null,
        createElement(
          'tbody',
          null,
          createElement(StatementRow, { figure: one, currency: 'EUR', isOpen, onToggle: () => undefined }),
        ),
      ),
    );

  test('shows the reason in words where there is no number', () => {
    const text = markup(figure({ value: null, reason: 'no cost in the window' }), false);
    expect(text).toContain('no cost in the window');
    expect(text).not.toContain('0\u00a0%');
  });

  test('opens to formula and inputs, and says whether it is open', () => {
    expect(markup(figure(), false)).toContain('aria-expanded="false"');
    expect(markup(figure(), false)).not.toContain('the rate at which NPV is 0');
    const open = markup(figure(), true);
    expect(open).toContain('aria-expanded="true"');
    expect(open).toContain('the rate at which NPV is 0');
    expect(open).toContain('Flows');
  });
});
