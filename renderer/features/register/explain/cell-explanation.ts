import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { DecisionResult, GapScore, GateOutcome } from '#shared/decision/result.ts';
import { EVIDENCE_KIND_NAMES, GAP_NAMES } from '#shared/domain/gap.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import { GATE_NAMES } from '#shared/domain/verdict.ts';
import { formatNumber } from '#shared/report/format.ts';
import { formatRatio } from '#shared/report/format-ratio.ts';
import { formatCount } from '../../../components/counts.ts';
import { formatDay } from '../../../components/dates.ts';
import type { FigureExplanation } from '../../../components/explained.tsx';
import { GATE_STATE_WORDS } from '../../../components/gate-mark.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import { type ExplainableFigure, explainFigure } from '../../initiative/summary/figure-explanations.ts';
import { whyUnknown } from '../../initiative/summary/figure-words.ts';
import type { ExplainedColumn } from './explained-columns.ts';

/** What is explained: the row it stands in, and the judgement it was taken from. */
export interface CellFacts {
  readonly name: RegisterRow['name'];
  readonly decision: DecisionResult;
  readonly currency: string;
  /** The label of E; null while the policy is being read. */
  readonly valueLabel: string | null;
}

/** How a figure of the register came about: the same as on the page of its initiative. */
export function cellExplanation(column: ExplainedColumn, facts: CellFacts): FigureExplanation {
  const { decision } = facts;
  switch (column) {
    case 'readiness':
      return {
        ...summaryFigure('readiness', 'Readiness', facts),
        note: whyUnknown(decision.readiness),
      };
    case 'value':
      return { ...summaryFigure('value', 'Expected value E', facts), note: whyUnknown(decision.value) };
    case 'cost3':
      return {
        ...summaryFigure('last3', 'Cost, last 3 closed months', facts),
        formula: 'cost = sum of all cost lines over the last 3 closed months',
        formulaId: undefined,
        note: threeMonths(decision),
      };
    case 'monthlyCost': {
      const sums = summaryFigure('last3', 'Cost a month', facts);
      const { cost, months } = decision.last3;
      return {
        ...sums,
        inputs: [
          ...(sums.inputs ?? []),
          ...(months.length < 3
            ? []
            : [{ name: 'Cost a month', value: formatMoney(Math.round(cost / 3), facts.currency) }]),
        ],
        formula: 'cost of the last 3 closed months / 3',
        formulaId: undefined,
        note: threeMonths(decision),
      };
    }
    case 'net3':
      return {
        ...summaryFigure('last3', 'Net value, last 3 closed months', facts),
        note: threeMonths(decision),
      };
    case 'closedMonths':
      return summaryFigure('fullMonths', 'Complete months', facts);
    case 'gates':
      return gates(facts);
    default:
      return level(
        decision.gaps.find(({ gap }) => gap === column),
        facts,
      );
  }
}

const named = (figure: string, { name }: CellFacts) => `${figure} of ${name}`;

function summaryFigure(figure: ExplainableFigure, words: string, facts: CellFacts): FigureExplanation {
  return {
    name: named(words, facts),
    ...explainFigure(figure, facts.decision, facts.currency, facts.valueLabel),
  };
}

/** Sums of fewer months would compare as sums of three. */
function threeMonths({ last3 }: DecisionResult): string | null {
  return last3.months.length < 3 ? `${last3.months.length} of 3 months are closed, so none is shown.` : null;
}

const sourceOf = ({ policyVersion, engineVersion, asOf }: DecisionResult) =>
  `Policy version ${policyVersion}, engine ${engineVersion}, as of ${asOf}`;

function gates(facts: CellFacts): FigureExplanation {
  const { decision } = facts;
  const asked = decision.gates.filter(({ state }) => state !== 'not_required');
  return {
    name: named('Gates', facts),
    label: asked.length === 0 ? null : `those that ${STAGE_NAMES[decision.stage]} asks for`,
    formula: 'gates that pass / gates asked for',
    inputs: asked.map((gate) => ({ name: `${gate.gate} ${GATE_NAMES[gate.gate]}`, value: gateWords(gate) })),
    note: asked.length === 0 ? 'A retired initiative is asked for none.' : null,
    source: sourceOf(decision),
    places: [
      { name: 'Why each is in its state', href: `/initiative/${decision.initiativeId}/summary` },
      { name: 'The policy', href: '/policy' },
    ],
  };
}

const gateWords = ({ state }: GateOutcome) => GATE_STATE_WORDS[state];

function level(score: GapScore | undefined, facts: CellFacts): FigureExplanation {
  const { decision } = facts;
  const place = { name: 'Its gaps and evidence', href: `/initiative/${decision.initiativeId}/gaps` };
  if (score === undefined) return { name: named('Level', facts), places: [place] };
  const { gap, level: rated, effective, floor, quality, evidence, ratings } = score;
  return {
    name: named(`Level of ${GAP_NAMES[gap]}`, facts),
    label: 'as rated, 0 to 4; what counts is limited by evidence and its age',
    inputs: [
      ...ratings.map(({ rater, level: given, ratedOn }) => ({
        name: rater.trim() === '' ? 'Rater not named' : rater,
        value: `level ${given}, ${formatDay(ratedOn)}`,
      })),
      ...(evidence === null
        ? [{ name: 'Evidence', value: 'none' }]
        : [
            {
              name: EVIDENCE_KIND_NAMES[evidence.kind],
              value: `${formatCount(evidence.ageDays)} days old, ${formatRatio(quality)}`,
            },
          ]),
      ...(effective === null
        ? []
        : [{ name: 'Counts as', value: formatNumber(Math.round(effective * 100) / 100) }]),
      ...(floor === null ? [] : [{ name: 'Needed in this stage', value: String(floor) }]),
    ],
    note: rated === null ? 'Never assessed.' : null,
    source: sourceOf(decision),
    places: [place, { name: 'The policy', href: '/policy' }],
    formulaId: ratings.length > 1 ? 'gap-level' : 'effective-level',
  };
}
