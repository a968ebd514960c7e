import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sumSorted } from '#shared/finance/flows.ts';
import { irr } from '#shared/finance/irr.ts';
import { mirr } from '#shared/finance/mirr.ts';
import { npv } from '#shared/finance/npv.ts';
import { payback } from '#shared/finance/payback.ts';
import type { RateResult } from '#shared/finance/rate-result.ts';
import { monthlyRate } from '#shared/finance/rates.ts';
import { roi } from '#shared/finance/ratios.ts';
import type { Computed } from '#shared/finance/reason.ts';
import { findLibreOffice, recalculate } from './libreoffice.ts';
import { type RandomInitiative, randomInitiatives } from './random-initiatives.ts';
import { RESULT_COLUMNS, type ResultColumn, workbookXml } from './workbook.ts';

/*
 * The same 500 initiatives in our engine and in LibreOffice, each with its own formulas. The workbook holds no result,
 * so every number read back was calculated there.
 */

const COUNT = 500;
const SEED = 2026;
const RELATIVE = 1e-9;
/** LibreOffice ends its search at a step of 1e-7: rates below 0.1 % a month have 1e-12 of their own to be off. */
const SMALL_RATE = 1e-3;
const IRR_COLUMNS = ['irr', 'irrLow', 'irrNegative', 'irrHigh', 'irrNear'] as const;

const program = await findLibreOffice();
if (program === undefined) {
  console.log('skipped: no LibreOffice (soffice) on this machine to recalculate the workbook with');
}
const rate = monthlyRate(0.1);
const initiatives = randomInitiatives(COUNT, SEED);
/** A last starting point for IRR, six decimals of our first root: near -90 % no round one leads there in 20 steps. */
const guesses = initiatives.map(({ nets }) => {
  const result = irr(nets);
  return 'roots' in result ? Number((result.roots[0] ?? 0.1).toFixed(6)) : 0.1;
});

type Sheet = Readonly<Record<ResultColumn, string>>;

/** The number a cell shows, or undefined for an error or a word. */
function numberIn(cell: string): number | undefined {
  const value = Number(cell);
  return cell === '' || Number.isNaN(value) ? undefined : value;
}

function isNear(value: number, expected: number, floor = 0): boolean {
  return Math.abs(value - expected) <= RELATIVE * Math.max(Math.abs(expected), floor);
}

describe.skipIf(program === undefined)('LibreOffice, the same months, its own formulas', () => {
  let folder = '';
  let sheet: readonly Sheet[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'pilotage-crosscheck-'));
    const rows = await recalculate(program as string, workbookXml(initiatives, rate, guesses), folder);
    sheet = rows.map(
      (cells) => Object.fromEntries(RESULT_COLUMNS.map((name, i) => [name, cells[i] ?? ''])) as Sheet,
    );
    expect(sheet).toHaveLength(COUNT);
  }, 180_000);

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it.each<[ResultColumn, (initiative: RandomInitiative) => Computed]>([
    ['npv', ({ nets }) => npv(rate, nets)],
    ['mirr', ({ nets }) => mirr(nets, { finance: rate, reinvest: rate })],
    ['roi', ({ benefits, costs }) => roi(sumSorted(benefits), sumSorted(costs))],
    ['paybackFirst', ({ nets }) => payback(nets).first],
    ['paybackSustained', ({ nets }) => payback(nets).sustained],
    ['discountedFirst', ({ nets }) => payback(nets, { rate }).first],
    ['discountedSustained', ({ nets }) => payback(nets, { rate }).sustained],
  ])('agrees on %s to 1e-9 for every initiative, and on where there is none', (column, figureOf) => {
    let values = 0;
    for (const [i, initiative] of initiatives.entries()) {
      const cell = (sheet[i] as Sheet)[column];
      const shown = numberIn(cell);
      const figure = figureOf(initiative);
      const context = `initiative ${i}: LibreOffice ${cell}, ours ${JSON.stringify(figure)}`;
      if (figure.status === 'known') {
        expect(shown !== undefined && isNear(shown, figure.value), context).toBe(true);
        values += 1;
      } else {
        expect(shown, context).toBeUndefined();
      }
    }
    console.log(`${column}: ${values} values agree, ${COUNT - values} times both have none`);
    expect(values).toBeGreaterThan(COUNT / 4);
  });

  it('agrees on IRR: the same rate, one of our roots, or nothing that brings the value to zero', () => {
    const seen = new Map<string, { rows: number; example: string }>();
    for (const [i, { nets }] of initiatives.entries()) {
      const result = irr(nets);
      const row = sheet[i] as Sheet;
      const outcome = judge(result, row, nets);
      const example = `initiative ${i}: LibreOffice ${row.irr}, ours ${JSON.stringify(result)}`;
      expect(outcome, example).not.toMatch(/^disagrees/);
      const kind = `${result.status}: ${outcome}`;
      seen.set(kind, { rows: (seen.get(kind)?.rows ?? 0) + 1, example: seen.get(kind)?.example ?? example });
    }
    for (const [kind, { rows, example }] of [...seen].sort()) console.log(`${rows} rows ${kind}; ${example}`);
    for (const status of ['ok', 'multiple', 'none', 'not_applicable']) {
      const rows = [...seen].reduce(
        (sum, [kind, n]) => sum + (kind.startsWith(`${status}:`) ? n.rows : 0),
        0,
      );
      expect(rows, status).toBeGreaterThan(50);
    }
  });
});

/** What the IRR cells of a row say to our result. A cell at -100 % or below is no rate: nothing is discounted with it. */
function judge(result: RateResult, row: Sheet, nets: readonly number[]): string {
  const shown = IRR_COLUMNS.map((column) => numberIn(row[column])).filter(
    (value) => value !== undefined && value > -1,
  ) as number[];
  const first = numberIn(row.irr);
  if (result.status === 'none' || result.status === 'not_applicable') {
    const zero = shown.find((value) => isZeroAt(value, nets));
    if (zero !== undefined) return `disagrees: ${zero} brings the value to zero`;
    if (first === undefined) return 'error there';
    return first <= -1 ? 'number of -100 % or below there' : 'rate without a zero value there';
  }
  const stranger = shown.find((value) => !result.roots.some((root) => isNear(value, root, SMALL_RATE)));
  if (stranger !== undefined) return `disagrees: ${stranger} is none of our roots`;
  // The default guess may fail to converge; then one of the other guesses has to find a root.
  if (shown.length === 0) return 'disagrees: no guess finds a rate there';
  if (first === undefined) return 'one of our roots from another guess, default gives up';
  return first > -1
    ? 'one of our roots'
    : 'one of our roots from another guess, default gives -100 % or below';
}

/** True when NPV at the rate is nothing beside the flows it is made of. */
function isZeroAt(value: number, nets: readonly number[]): boolean {
  const [net, size] = [npv(value, nets), npv(value, nets.map(Math.abs))];
  return net.status === 'known' && size.status === 'known' && Math.abs(net.value) <= RELATIVE * size.value;
}
