import { openPortfolioFile } from '#db/open.ts';
import { readAllFacts } from '#db/read/facts.ts';
import { decideAll } from '#shared/decision/decide.ts';
import type { InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, ratio } from './support/figure.ts';
import { inventoryFile } from './support/inventory.ts';

const AS_OF = '2026-10-01' as IsoDate;

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

export const figures: readonly Figure[] = [
  {
    name: 'EVALUATE_2133_TO_READING_THEM',
    unit: 'x',
    budget: 1.5,
    run: ({ isQuick, root }) =>
      withFacts(root, (read) => {
        const facts = read();
        return ratio(() => decideAll(facts, DEFAULT_POLICY, AS_OF), read, isQuick ? 5 : 21);
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
        const evaluate = (some: readonly InitiativeFacts[]) => () => decideAll(some, DEFAULT_POLICY, AS_OF);
        return ratio(evaluate(twice), evaluate(facts), isQuick ? 5 : 21);
      }),
  },
];
