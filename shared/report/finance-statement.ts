import type { StatementFigure } from '../api/schemas/views.ts';
import type { EngineContext, InitiativeFacts } from '../decision/facts.ts';
import { paybackFigures } from './statement/payback-figures.ts';
import { returnFigures } from './statement/return-figures.ts';
import { statementBase } from './statement/statement-base.ts';
import { trackingFigures } from './statement/tracking-figures.ts';
import { unitFigures } from './statement/unit-figures.ts';

/**
 * The finance figures of an initiative's life so far, each with its label, formula and inputs, or the reason why it has
 * no value. Read off the closed months up to the as-of day; nothing of it enters a verdict but the benefit haircut.
 * @param currency ISO 4217 code, for the printed inputs
 */
export function financeStatement(
  facts: InitiativeFacts,
  context: EngineContext,
  currency: string,
): readonly StatementFigure[] {
  const base = statementBase(facts, context, currency);
  return [
    ...returnFigures(base),
    ...paybackFigures(base),
    ...unitFigures(base),
    ...trackingFigures({ ...base, facts: { ...base.facts, forecasts: facts.forecasts } }),
  ];
}
