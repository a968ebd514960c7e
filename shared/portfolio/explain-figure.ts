import type { PortfolioFigureDetail } from '../api/schemas/portfolio.ts';
import type { InitiativeFacts } from '../decision/facts.ts';
import { assertNever } from '../domain/assert-never.ts';
import { STAGE_NAMES } from '../domain/stage.ts';
import { formatMoney } from '../report/format.ts';
import { formatDay } from '../report/moments.ts';
import { FIGURE_FORMULAS } from './figure-formulas.ts';
import {
  type FigureInputs,
  measuredFigure,
  monthsOf,
  netFigure,
  type PortfolioFigureId,
  roiFigure,
  runRateFigure,
  waitingFigure,
  waitingOf,
} from './figures.ts';
import { initiativeWindow } from './window.ts';

type Contribution = PortfolioFigureDetail['contributions'][number];
type Input = PortfolioFigureDetail['inputs'][number];

/**
 * How a header figure came about: its formula, what went in, and what every initiative adds. The parts of all
 * contributions sum to the figure; of a ratio the parts over the bases. Largest part first.
 */
export function explainFigure(
  id: PortfolioFigureId,
  inputs: FigureInputs,
  currency: string,
): PortfolioFigureDetail {
  const contributions = inputs.facts
    .flatMap((one) => contributionOf(id, one, inputs) ?? [])
    .sort((a, b) => Math.abs(b.part) - Math.abs(a.part) || compare(a.name, b.name) || compare(a.id, b.id));
  return {
    id,
    currency,
    ...figureOf(id, inputs, contributions),
    formula: FIGURE_FORMULAS[id],
    months: [...monthsOf(id, inputs)],
    inputs: inputsOf(id, inputs, contributions, currency),
    contributions,
  };
}

function figureOf(
  id: PortfolioFigureId,
  inputs: FigureInputs,
  contributions: readonly Contribution[],
): Pick<PortfolioFigureDetail, 'kind' | 'value' | 'label' | 'why'> {
  switch (id) {
    case 'inProduction': {
      const count = sum(contributions, 'part');
      const of = contributions.length;
      return {
        kind: 'percent',
        value: of === 0 ? null : count / of,
        label: 'by stage, as of today',
        why: of === 0 ? 'no initiative is active' : null,
      };
    }
    case 'net3':
      return { kind: 'money', ...netFigure(inputs.last3, 3) };
    case 'net12':
      return { kind: 'money', ...netFigure(inputs.last12, 12) };
    case 'runRate':
      return { kind: 'money', ...runRateFigure(inputs) };
    case 'roi12':
      return { kind: 'percent', ...roiFigure(inputs) };
    case 'measuredShare':
      return { kind: 'percent', ...measuredFigure(inputs) };
    case 'killSpend':
      return { kind: 'money', ...waitingFigure(inputs, 'kill') };
    case 'fixSpend':
      return { kind: 'money', ...waitingFigure(inputs, 'fix') };
    default:
      return assertNever(id);
  }
}

/** What one initiative adds; null = nothing, and it is not listed. */
function contributionOf(
  id: PortfolioFigureId,
  one: InitiativeFacts,
  inputs: FigureInputs,
): Contribution | null {
  const { initiative } = one;
  const entry = (part: number, base: number | null, note: string | null): Contribution => ({
    id: initiative.id,
    name: initiative.name,
    part,
    base,
    note,
  });
  switch (id) {
    case 'inProduction': {
      const { stage } = initiative;
      if (stage === 'retired') return null;
      return entry(stage === 'limited' || stage === 'scaled' ? 1 : 0, 1, STAGE_NAMES[stage]);
    }
    case 'killSpend':
    case 'fixSpend': {
      const own = waitingOf(one, id === 'killSpend' ? 'kill' : 'fix', inputs.asOf);
      if (own === null) return null;
      const reviews = own.reviews === 1 ? '1 review' : `${own.reviews} reviews in a row`;
      const open = own.openMonths === 0 ? '' : `, ${own.openMonths} open`;
      const months = own.months.length === 1 ? '1 closed month' : `${own.months.length} closed months`;
      return entry(own.cost, null, `since ${formatDay(own.since)}, ${reviews}; ${months}${open}`);
    }
    default: {
      const months = monthsOf(id, inputs);
      const own = initiativeWindow(one, months, inputs.policy);
      if (own.closedMonths === 0) return null;
      const note =
        own.closedMonths < months.length ? `${own.closedMonths} of ${months.length} months closed` : null;
      const net = own.benefit - own.cost;
      if (id === 'runRate') return own.cost === 0 ? null : entry(own.cost * 4, null, note);
      if (id === 'measuredShare')
        return own.benefit === 0 && own.measuredBenefit === 0
          ? null
          : entry(own.measuredBenefit, own.benefit, note);
      if (own.cost === 0 && own.benefit === 0) return null;
      return id === 'roi12' ? entry(net, own.cost, note) : entry(net, null, note);
    }
  }
}

function inputsOf(
  id: PortfolioFigureId,
  inputs: FigureInputs,
  contributions: readonly Contribution[],
  currency: string,
): Input[] {
  const money = (minor: number) => formatMoney(minor, currency);
  switch (id) {
    case 'inProduction':
      return [
        { name: 'Limited production and scaled', value: String(sum(contributions, 'part')) },
        { name: 'Not retired', value: String(contributions.length) },
      ];
    case 'killSpend':
    case 'fixSpend': {
      const own = id === 'killSpend' ? inputs.kill : inputs.fix;
      return [
        { name: 'Initiatives', value: String(own.initiatives) },
        { name: 'Closed initiative-months', value: String(own.closedMonths) },
        { name: 'Open initiative-months, not counted', value: String(own.openMonths) },
      ];
    }
    default: {
      const window = id === 'net12' || id === 'roi12' ? inputs.last12 : inputs.last3;
      const amounts: Input[] =
        id === 'runRate'
          ? [{ name: 'Cost', value: money(window.cost) }]
          : id === 'measuredShare'
            ? [
                { name: 'Measured benefit', value: money(window.measuredBenefit) },
                { name: 'Claimed benefit', value: money(window.benefit) },
              ]
            : [
                { name: 'Claimed benefit', value: money(window.benefit) },
                { name: 'Cost', value: money(window.cost) },
              ];
      return [
        ...amounts,
        { name: 'Initiatives with a closed month', value: String(window.measuredInitiatives) },
        { name: 'Open initiative-months, not counted', value: String(window.openInitiativeMonths) },
      ];
    }
  }
}

function sum(contributions: readonly Contribution[], field: 'part'): number {
  return contributions.reduce((total, one) => total + one[field], 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
