import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { FIGURE_FORMULAS } from '#shared/portfolio/figure-formulas.ts';
import type { PortfolioFigureId } from '#shared/portfolio/figures.ts';
import type { FigureExplanation } from '../../components/explained.tsx';

/** Entries of the formula catalogue the figures are worked out by. */
const CATALOGUE: Partial<Record<PortfolioFigureId, string>> = {
  net3: 'net-value',
  net12: 'net-value',
  runRate: 'run-rate',
  roi12: 'roi',
};

/** How a figure of the whole portfolio came about, but for its inputs: those `FigureContributions` asks for. */
export function figureExplanation(
  id: PortfolioFigureId,
  { label, why }: Pick<PortfolioSummary['net3'], 'label' | 'why'>,
): Omit<FigureExplanation, 'name'> {
  return { label, formula: FIGURE_FORMULAS[id], note: why, formulaId: CATALOGUE[id] };
}
