import { describe, expect, it } from 'vitest';
import type { Instant } from '#shared/domain/units.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { registerCsv } from '#shared/report/register-csv.ts';
import { initiative } from '../decision/example-facts.ts';
import { firing, known, result } from './example-result.ts';

const NOW = '2026-10-01T09:00:00.000Z' as Instant;

/** Header and the one line, as maps from header to cell. */
function cells(over: Parameters<typeof result>[1]): Readonly<Record<string, string>> {
  const row = registerRow(initiative(), result(firing('C1'), over), 'CONTINUE (C1): fine.', NOW);
  const text = new TextDecoder().decode(registerCsv([{ initiative: initiative(), gaps: [], row }], 'EUR'));
  const [header = '', line = ''] = text.replace('\ufeff', '').split('\r\n');
  const split = (one: string) =>
    one.match(/("[^"]*"|[^,]*)(,|$)/g)?.map((cell) => cell.replace(/,$/, '').replaceAll('"', '')) ?? [];
  const values = split(line);
  return Object.fromEntries(split(header).map((name, index) => [name, values[index] ?? '']));
}

describe('registerCsv()', () => {
  const E = 'Expected value E, forecast PV against stopping';

  it('writes expected value in currency units, a mean rounded to the minor unit', () => {
    expect(cells({ value: known(-1_273_450.4) })[E]).toBe('-12734.50');
    expect(cells({ value: known(-1_273_450.6) })[E]).toBe('-12734.51');
  });
  it('leaves it blank where it is unknown or still computing', () => {
    expect(cells({})[E]).toBe('');
    expect(cells({ value: { status: 'computing' } })[E]).toBe('');
  });
});
