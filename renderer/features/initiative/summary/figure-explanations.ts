import type { DecisionResult, WindowSum } from '#shared/decision/result.ts';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { formatNumber, formatScore, formatShare } from '#shared/report/format.ts';
import { formatRatio } from '#shared/report/format-ratio.ts';
import { formatCount } from '../../../components/counts.ts';
import { formatMonthName } from '../../../components/dates.ts';
import type { ExplainedInput, FigureExplanation } from '../../../components/explained.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import { unitsText, windowNote } from './figure-words.ts';

/** The headline figures of an initiative that open to how they came about. */
export type ExplainableFigure =
  | 'readiness'
  | 'probability'
  | 'value'
  | 'bcr50'
  | 'realisation'
  | 'confidence'
  | 'unitEconomics'
  | 'payback'
  | 'costPerSuccess'
  | 'last3'
  | 'last12'
  | 'fullMonths';

const FORMULA_IDS: Readonly<Record<ExplainableFigure, string>> = {
  readiness: 'readiness',
  probability: 'probability',
  value: 'expected-value',
  bcr50: 'bcr50',
  realisation: 'bri',
  confidence: 'data-confidence',
  unitEconomics: 'unit-economics',
  payback: 'pb',
  costPerSuccess: 'cost-per-success',
  last3: 'net-value',
  last12: 'net-value',
  fullMonths: 'complete-months',
};

type Explanation = Omit<FigureExplanation, 'name'>;

/** What went into a figure of this initiative, the policy behind it, and where its inputs are entered. */
export function explainFigure(
  figure: ExplainableFigure,
  decision: DecisionResult,
  currency: string,
  valueLabel: string | null,
): Explanation {
  const { label, inputs, tab } = parts(figure, decision, currency, valueLabel);
  return {
    label,
    inputs,
    source: `Policy version ${decision.policyVersion}, engine ${decision.engineVersion}, as of ${decision.asOf}`,
    places: [
      { name: TAB_WORDS[tab], href: `/initiative/${decision.initiativeId}/${tab}` },
      { name: 'The policy', href: '/policy' },
    ],
    formulaId: FORMULA_IDS[figure],
  };
}

const TAB_WORDS = {
  gaps: 'Its gaps and evidence',
  forward: 'Its forward model',
  value: 'Its months',
} as const;

interface Parts {
  readonly label: string | null;
  readonly inputs: readonly ExplainedInput[];
  readonly tab: keyof typeof TAB_WORDS;
}

function parts(
  figure: ExplainableFigure,
  decision: DecisionResult,
  currency: string,
  valueLabel: string | null,
): Parts {
  switch (figure) {
    case 'readiness':
      return { label: 'of 100, after evidence and age', inputs: gapInputs(decision), tab: 'gaps' };
    case 'confidence':
      return {
        label: '0 to 1: half fresh evidence, half measured outcomes',
        inputs: qualityInputs(decision),
        tab: 'gaps',
      };
    case 'value':
    case 'probability':
    case 'bcr50':
    case 'unitEconomics':
    case 'payback':
      return { label: valueLabel, inputs: simulationInputs(decision, currency), tab: 'forward' };
    case 'realisation':
      return {
        label: 'actual to planned, last 3 closed months',
        inputs: windowInputs(decision.last3, currency),
        tab: 'value',
      };
    case 'costPerSuccess':
    case 'last3':
      return {
        label: windowNote(decision.last3),
        inputs: windowInputs(decision.last3, currency),
        tab: 'value',
      };
    case 'last12':
      return {
        label: windowNote(decision.last12),
        inputs: windowInputs(decision.last12, currency),
        tab: 'value',
      };
    case 'fullMonths':
      return {
        label: 'closed months with every active cost and an outcome measured',
        inputs: [
          { name: 'Complete months', value: String(decision.fullMonths) },
          { name: 'Needed in this stage', value: String(decision.neededMonths) },
          { name: 'Closed months', value: String(decision.lifeToDate.months.length) },
        ],
        tab: 'value',
      };
  }
}

/** Level as rated, and what of it counts after its evidence and age. */
function gapInputs({ gaps, readiness }: DecisionResult): readonly ExplainedInput[] {
  const inputs = gaps.map(({ gap, level, effective }) => ({
    name: GAP_NAMES[gap],
    value:
      level === null || effective === null
        ? 'not assessed'
        : `level ${level}, counts ${formatNumber(Math.round(effective * 100) / 100)}`,
  }));
  return readiness.status === 'known'
    ? [...inputs, { name: 'Readiness', value: formatScore(readiness.value) }]
    : inputs;
}

function qualityInputs({ gaps, confidence }: DecisionResult): readonly ExplainedInput[] {
  return [
    ...gaps.map(({ gap, quality, evidence }) => ({
      name: `Evidence, ${GAP_NAMES[gap]}`,
      value:
        evidence === null ? 'none' : `${formatRatio(quality)}, ${formatCount(evidence.ageDays)} days old`,
    })),
    { name: 'Data confidence', value: formatRatio(confidence) },
  ];
}

function simulationInputs({ simulated, reach }: DecisionResult, currency: string): readonly ExplainedInput[] {
  if (simulated === null) return [];
  const { draws, expected, deviation, probability, delta, bcr50 } = simulated;
  return [
    { name: 'Draws', value: formatCount(draws) },
    { name: 'Mean of the value (E)', value: unitsText(expected.value, currency) },
    { name: 'Its standard deviation', value: unitsText(deviation, currency) },
    { name: 'P10 of the value', value: unitsText(delta.p10.value, currency) },
    { name: 'P50 of the value', value: unitsText(delta.p50.value, currency) },
    { name: 'P90 of the value', value: unitsText(delta.p90.value, currency) },
    { name: 'Draws above 0 (P)', value: formatRatio(probability.value) },
    ...(bcr50 === null ? [] : [{ name: 'Median benefit to cost', value: formatRatio(bcr50.value) }]),
    ...reach.map(({ stage, probability: chance }) => ({
      name: `Chance to reach ${stage}`,
      value: formatShare(chance),
    })),
  ];
}

function windowInputs(sum: WindowSum, currency: string): readonly ExplainedInput[] {
  const [first, last] = [sum.months[0], sum.months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return [
    {
      name: 'Months',
      value:
        first === last ? formatMonthName(first) : `${formatMonthName(first)} to ${formatMonthName(last)}`,
    },
    { name: 'Claimed benefit', value: formatMoney(sum.benefit, currency) },
    { name: 'Cost', value: formatMoney(sum.cost, currency) },
    { name: 'Net value', value: formatMoney(sum.net, currency) },
    { name: 'Amounts measured', value: `${formatCount(sum.measured)} of ${formatCount(sum.expected)}` },
  ];
}
