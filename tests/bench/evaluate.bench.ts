import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPortfolioFile } from '#db/open.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { conclude } from '#shared/decision/conclude.ts';
import { evaluateAll } from '#shared/decision/evaluate.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { prepare } from '#shared/decision/prepare.ts';
import { claimedShare } from '#shared/finance/claimed-share.ts';
import { annualIrr } from '#shared/finance/irr.ts';
import { mirr } from '#shared/finance/mirr.ts';
import { monthSeries } from '#shared/finance/month-series.ts';
import { npv } from '#shared/finance/npv.ts';
import { payback } from '#shared/finance/payback.ts';
import { monthlyRate } from '#shared/finance/rates.ts';
import { roi } from '#shared/finance/ratios.ts';
import { monthTotals, sumWindow } from '#shared/finance/tracking.ts';
import { findLibreOffice, recalculate } from '#tests/crosscheck/libreoffice.ts';
import { type WorkbookLine, workbookXml } from '#tests/crosscheck/workbook.ts';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, median, ratio, timed } from './support/figure.ts';
import { inventoryFile } from './support/inventory.ts';
import { referenceContext, referenceFacts } from './support/reference-facts.ts';

/** Runs `work` on the imported inventory, read through the application's own reader. */
async function withFacts<T>(root: string, work: (read: () => InitiativeFacts[]) => Promise<T>): Promise<T> {
  const portfolio = await benchPortfolio(root);
  await importWhole(portfolio, inventoryFile(root));
  await portfolio.service.close();
  const file = openPortfolioFile(portfolio.path);
  try {
    return await work(() => readAllFacts(file.db));
  } finally {
    file.close();
    await portfolio.remove();
  }
}

const CONTEXT = referenceContext(10_000);

/** Gates, rules, ROI, NPV, IRR, MIRR and both paybacks, without the simulation: what a workbook could hold too. */
function evaluateDeterministic(facts: readonly InitiativeFacts[], context: EngineContext): void {
  const rate = monthlyRate(context.policy.discountRate);
  for (const one of facts) {
    const prepared = prepare(one, context);
    conclude(prepared, 'computing');
    const { benefit, cost } = sumWindow(prepared.totals);
    roi(benefit, cost);
    const series = monthSeries(prepared.totals);
    if (series.status !== 'known') throw new Error('the reference months are not whole');
    npv(rate, series.nets);
    annualIrr(series.nets);
    mirr(series.nets, { finance: rate, reinvest: rate });
    payback(series.nets);
    payback(series.nets, { rate });
  }
}

/** The lines of an initiative as a workbook holds them: every month of each, and what it counts for. */
function workbookLines({ lines, values }: InitiativeFacts): readonly WorkbookLine[] {
  return lines.map((line) => ({
    kind: line.kind === 'cost' ? 'cost' : 'benefit',
    share: line.kind === 'cost' ? 1 : claimedShare(line, CONTEXT.policy),
    amounts: values.filter((value) => value.lineId === line.id).map((value) => value.amount),
  }));
}

/** Milliseconds LibreOffice takes to recalculate a workbook with these months, start-up and loading taken off. */
async function spreadsheetTime(facts: readonly InitiativeFacts[], program: string): Promise<number> {
  const series = facts.map((one) => {
    const totals = monthTotals(one.lines, one.values, one.closedMonths, CONTEXT.policy);
    const benefits = totals.map((total) => Math.round(total.benefit));
    const costs = totals.map((total) => total.cost);
    const nets = benefits.map((benefit, t) => benefit - (costs[t] as number));
    return { shape: 'uneven', benefits, costs, nets } as const;
  });
  const rate = monthlyRate(CONTEXT.policy.discountRate);
  const live = workbookXml(series, rate, [], facts.map(workbookLines));
  // The same cells with numbers in place of formulas: what starting and loading cost.
  const plain = live.replaceAll(/table:formula="[^"]*"/g, 'office:value-type="float" office:value="1"');
  const folder = await mkdtemp(join(tmpdir(), 'pilotage-bench-office-'));
  try {
    await recalculate(program, plain, folder);
    const [whole, loading]: [number[], number[]] = [[], []];
    for (let round = 0; round < 5; round += 1) {
      whole.push(await timed(() => recalculate(program, live, folder)));
      loading.push(await timed(() => recalculate(program, plain, folder)));
    }
    return median(whole) - median(loading);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const figures: readonly Figure[] = [
  {
    name: 'EVALUATE_2133_TO_READING_THEM',
    unit: 'x',
    // Our own: all 15 rules with what they compared, for about twice what reading the rows costs.
    budget: 2.5,
    run: ({ isQuick, root }) =>
      withFacts(root, (read) => {
        const facts = read();
        return ratio(() => evaluateAll(facts, CONTEXT), read, isQuick ? 5 : 21);
      }),
  },
  {
    name: 'EVALUATE_GROWTH_WHEN_DOUBLED',
    unit: 'x',
    budget: 2.2,
    run: ({ isQuick, root }) =>
      withFacts(root, (read) => {
        const facts = read();
        const twice = [...facts, ...facts];
        const evaluate = (some: readonly InitiativeFacts[]) => () => evaluateAll(some, CONTEXT);
        return ratio(evaluate(twice), evaluate(facts), isQuick ? 5 : 21);
      }),
  },
  {
    name: 'EVALUATE_GROWTH_500_TO_4000',
    unit: 'x',
    // Doubling at most doubles, + 10 %, three times over.
    budget: 10.6,
    run: ({ isQuick }) => {
      const facts = referenceFacts(isQuick ? 400 : 4000);
      const few = facts.slice(0, facts.length / 8);
      return ratio(
        () => evaluateDeterministic(facts, CONTEXT),
        () => evaluateDeterministic(few, CONTEXT),
        5,
      );
    },
  },
  {
    name: 'EVALUATE_2000_FASTER_THAN_LIBREOFFICE',
    unit: 'x',
    budget: 20,
    isAtLeast: true,
    run: async ({ isQuick }) => {
      const program = await findLibreOffice();
      if (program === undefined) {
        console.log(
          '# LibreOffice is not installed: EVALUATE_2000_FASTER_THAN_LIBREOFFICE cannot be measured',
        );
        return Number.NaN;
      }
      const facts = referenceFacts(isQuick ? 200 : 2000);
      const own: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        own.push(await timed(() => evaluateDeterministic(facts, CONTEXT)));
      }
      return (await spreadsheetTime(facts, program)) / median(own.slice(1));
    },
  },
];
