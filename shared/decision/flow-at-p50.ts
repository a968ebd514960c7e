import { monthOf } from '../domain/calendar.ts';
import type { MonthIndex } from '../domain/units.ts';
import { monthlyFlows } from '../forward-model/monthly-flows.ts';
import type { EngineContext, InitiativeFacts } from './facts.ts';
import { prepare } from './prepare.ts';

/** What one month brings with every driver at P50: minor units, undiscounted, steps counted with their chance. */
export interface MonthAtP50 {
  readonly month: MonthIndex;
  readonly benefit: number;
  readonly cost: number;
  /** Stop terms settled by the share that stops on the way. */
  readonly settlement: number;
  readonly net: number;
}

/**
 * The cash flow from the as-of month on with every driver at P50 and no asset late (methodology 2.6); it takes no draws
 * and is there at once. null while the forward model is not complete, and for a retired initiative.
 */
export function flowAtP50(facts: InitiativeFacts, context: EngineContext): readonly MonthAtP50[] | null {
  const { model } = prepare(facts, context);
  if (model.status !== 'complete') return null;
  const start = monthOf(context.asOf);
  const minor = (amount: number) => amount * context.minorPerUnit;
  return monthlyFlows(model.model).map(({ month, benefit, cost, settlement, net }) => ({
    month: (start + month) as MonthIndex,
    benefit: minor(benefit),
    cost: minor(cost),
    settlement: minor(settlement),
    net: minor(net),
  }));
}
