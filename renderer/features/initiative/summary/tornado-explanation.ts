import type { DriverEffect, Explanation } from '#shared/decision/explanation.ts';
import { driverPoint } from '../../../charts/driver-point.ts';
import { correlationText } from '../../../charts/tornado-rows.ts';
import type { FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';

/** The computed figures of a driver in the table of what moves the value; its P10, P50 and P90 are entered. */
export type TornadoColumn = 'atP10' | 'atP90' | 'correlation' | 'evppi';

/** How the value with every driver at its P50 came about, around which the bars lie. */
export function baseExplanation(
  { initiativeId }: Explanation,
  { base, currency }: { readonly base: number; readonly currency: string },
): FigureExplanation {
  return {
    name: 'Value with every driver at its P50',
    label: 'forecast, PV against stopping today, no asset late',
    inputs: [{ name: 'Value', value: formatMoney(Math.round(base), currency) }],
    places: [{ name: 'The forward model', href: `/initiative/${initiativeId}/forward` }],
    formulaId: 'delta',
  };
}

/** How a driver's effect on the value came about. */
export function tornadoExplanation(
  explanation: Explanation,
  driver: DriverEffect,
  column: TornadoColumn,
  { base, currency }: { readonly base: number; readonly currency: string },
): FigureExplanation {
  const { initiativeId, seed } = explanation;
  const money = (minor: number) => formatMoney(Math.round(minor), currency);
  const places = [{ name: 'The forward model', href: `/initiative/${initiativeId}/forward` }];
  switch (column) {
    case 'atP10':
    case 'atP90': {
      const [share, at, value] =
        column === 'atP10'
          ? (['P10', driver.p10, driver.deltaAtP10] as const)
          : (['P90', driver.p90, driver.deltaAtP90] as const);
      return {
        name: `Value with ${driver.name} at its ${share}`,
        label: 'forecast, PV against stopping today, no asset late',
        formula: `value with this driver at its ${share}, all others at their P50`,
        inputs: [
          { name: `${driver.name} at ${share}`, value: driverPoint(at, driver.unit) },
          { name: 'All at P50', value: money(base) },
          { name: 'Value', value: money(value) },
        ],
        places,
        formulaId: 'tornado',
      };
    }
    case 'correlation':
      return {
        name: `Rank correlation of ${driver.name} with the value`,
        label: 'over the draws, −1 to 1',
        inputs: [
          {
            name: 'Rank correlation',
            value: driver.rankCorrelation === null ? 'known' : correlationText(driver.rankCorrelation),
          },
        ],
        note: driver.rankCorrelation === null ? 'A known driver does not vary, so it has none.' : null,
        source: `Seed ${seed}`,
        places,
        formulaId: 'rank-correlation',
      };
    case 'evppi':
      return {
        name: `Worth of knowing ${driver.name} (EVPPI)`,
        label: 'forecast, PV, over the draws',
        inputs: [{ name: 'EVPPI', value: driver.evppi === null ? 'known' : money(driver.evppi) }],
        note: driver.evppi === null ? 'A known driver has nothing left to learn.' : null,
        source: `Seed ${seed}`,
        places,
        formulaId: 'evppi',
      };
  }
}
