import type { PortfolioFigureId } from './figures.ts';

/** The equation of each figure in plain text. */
export const FIGURE_FORMULAS: Readonly<Record<PortfolioFigureId, string>> = {
  inProduction: 'initiatives in limited production or scaled ÷ initiatives not retired',
  net3: 'claimed benefit − cost, over the last 3 closed months',
  net12: 'claimed benefit − cost, over the last 12 closed months',
  runRate: 'cost of the last 3 closed months × 4',
  roi12: '(claimed benefit − cost) ÷ cost, over the last 12 closed months',
  measuredShare:
    'claimed benefit of lines measured by holdout, before and after, or log count ÷ claimed benefit of all lines, over the last 3 closed months',
  killSpend:
    'cost of closed months after the first of an unbroken run of reviews that recommend KILL, while not retired',
  fixSpend:
    'cost of closed months after the first of an unbroken run of reviews that recommend FIX, while not retired',
};
