import { DEFAULT_POLICY } from '../domain/policy.ts';
import { claimedShare } from '../finance/claimed-share.ts';
import type { Labelled } from '../finance/labelled.ts';
import { hoursClaimedTwice, outcomeValue, realisedAmount } from '../finance/outcome-value.ts';
import { riskAdjustBenefit, riskAdjustCost, surveyedRiskFactor } from '../finance/risk-adjust.ts';
import { figureAnswer, refusal } from './answers.ts';
import { AS_OF_MONTH, outcomeLine } from './example-records.ts';
import type { FormulaEntry } from './formula.ts';

const RAW: Labelled<'raw'> = {
  amount: 100_000,
  label: {
    basis: 'forecast',
    discounting: { kind: 'undiscounted' },
    risk: 'raw',
    window: { kind: 'forward', from: AS_OF_MONTH, to: AS_OF_MONTH },
  },
};

export const BENEFIT_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'outcome-value',
    name: 'Value of a measured outcome',
    statement:
      'deflected contacts: contacts × cost per contact\nhours saved: hours × hourly rate × adoption\ncycle time: days saved × units × cost of one unit being one day late\nrevenue: incremental revenue × contribution margin\ncost avoided: the invoice',
    convention:
      'Before realisation and attribution, in the unit of the prices. Revenue counts at its contribution margin, never whole.',
    edgeCases: [
      {
        when: 'An adoption outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () =>
          figureAnswer(outcomeValue({ kind: 'hours_saved', hours: 1, hourlyRate: 55, adoption: 70 })),
      },
      {
        when: 'Work claimed both as deflected contacts and as hours saved',
        answer: 'named: first-line support',
        run: () => {
          const hoursOf = 'first-line support';
          const twice = hoursClaimedTwice([
            { id: 'a', kind: 'deflected_contacts', hoursOf },
            { id: 'b', kind: 'hours_saved', hoursOf },
          ]);
          return `named: ${twice.map((claim) => claim.hoursOf).join(', ')}`;
        },
      },
    ],
    example: {
      inputs: '1,200 hours saved, 55 an hour, adoption 70 %',
      compute: () =>
        figureAnswer(outcomeValue({ kind: 'hours_saved', hours: 1_200, hourlyRate: 55, adoption: 0.7 })),
      expected: 46200,
      tolerance: 1e-8,
      unit: 'unit of the prices',
    },
    source: 'Practice of Forrester TEI studies (hours × rate × adoption).',
    judgement: 'Which outcomes count, and each of their formulas.',
    code: { 'shared/finance/outcome-value.ts': 'outcomeValue, hoursClaimedTwice' },
  },
  {
    id: 'realised-amount',
    name: 'Realised amount',
    statement: 'amount × realisation × attribution',
    convention:
      'Realisation = how much of the value reaches the books; attribution = how much of it the initiative caused. Shares of 0 to 1.',
    edgeCases: [
      {
        when: 'A share outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(realisedAmount(100, 1.2, 1)),
      },
    ],
    example: {
      inputs: '46,200, realisation 50 %, attribution 100 %',
      compute: () => figureAnswer(realisedAmount(46_200, 0.5, 1)),
      expected: 23100,
      tolerance: 1e-9,
      unit: 'unit of the amount',
    },
    source: '"Productivity recapture" of Forrester TEI studies.',
    judgement:
      'Default realisation by kind of outcome: 50 % of hours, 80 % of deflection that releases cash, 100 % of avoided invoices.',
    code: { 'shared/finance/outcome-value.ts': 'realisedAmount' },
  },
  {
    id: 'claimed-share',
    name: 'Claimed share of an outcome line',
    statement: 'share = realisation × attribution',
    convention:
      'As stated on the line, else the default of the policy for its kind; attribution as stated, else 1. Actual and plan get the same share.',
    edgeCases: [
      {
        when: 'Revenue without a stated attribution, or without a control or holdout',
        answer: '0',
        run: () => claimedShare(outcomeLine({ outcomeKind: 'revenue' }), DEFAULT_POLICY),
      },
      {
        when: 'Risk avoided: a forecast, never an actual',
        answer: '0',
        run: () => claimedShare(outcomeLine({ outcomeKind: 'risk_avoided' }), DEFAULT_POLICY),
      },
      {
        when: 'Deflected contacts that really release cash',
        answer: '0.8',
        run: () =>
          claimedShare(
            outcomeLine({ outcomeKind: 'deflected_contacts', isCashReleasing: true }),
            DEFAULT_POLICY,
          ),
      },
    ],
    example: {
      inputs: 'hours saved, nothing stated on the line',
      compute: () => claimedShare(outcomeLine({ outcomeKind: 'hours_saved' }), DEFAULT_POLICY),
      expected: 0.5,
      tolerance: 0,
      unit: 'fraction',
    },
    source: 'Ours.',
    judgement: 'The defaults, and that revenue without a control counts nothing in a verdict.',
    code: {
      'shared/finance/claimed-share.ts': 'claimedShare',
      'shared/finance/benefit-months.ts': 'benefitMonths',
    },
  },
  {
    id: 'risk-adjusted-benefit',
    name: 'Risk-adjusted benefit',
    statement: "B' = B × (1 − a_b)",
    convention:
      'a_b by how the benefit is measured: 0 holdout, 10 % before and after or logs, 20 % survey, 30 % estimate. Either fixed factors or three-point simulation, never both on one number; the same holds for the discount rate.',
    edgeCases: [
      {
        when: 'A figure that is risk-adjusted or simulated already',
        answer: 'refused (TypeError)',
        run: () =>
          refusal(() => {
            const once = riskAdjustBenefit(RAW, 'survey', DEFAULT_POLICY);
            return riskAdjustBenefit(once as unknown as Labelled<'raw'>, 'survey', DEFAULT_POLICY).amount;
          }),
      },
    ],
    example: {
      inputs: '100,000 measured by survey',
      compute: () => riskAdjustBenefit(RAW, 'survey', DEFAULT_POLICY).amount,
      expected: 80000,
      tolerance: 1e-9,
      unit: 'unit of the amount',
    },
    source: 'Forrester TEI: risk of the estimate and of tracking it.',
    judgement: 'The percentages; they are data in the policy.',
    code: { 'shared/finance/risk-adjust.ts': 'riskAdjustBenefit' },
  },
  {
    id: 'risk-adjusted-cost',
    name: 'Risk-adjusted cost',
    statement: "C' = C × (1 + a_c)",
    convention: 'a_c by what the cost rests on: 5 % actuals, 15 % quote, 25 % estimate.',
    edgeCases: [
      {
        when: 'A figure that is not raw',
        answer: 'refused (TypeError)',
        run: () =>
          refusal(() => {
            const once = riskAdjustCost(RAW, 'quote', DEFAULT_POLICY);
            return riskAdjustCost(once as unknown as Labelled<'raw'>, 'quote', DEFAULT_POLICY).amount;
          }),
      },
    ],
    example: {
      inputs: '100,000 quoted',
      compute: () => riskAdjustCost(RAW, 'quote', DEFAULT_POLICY).amount,
      expected: 115000,
      tolerance: 1e-9,
      unit: 'unit of the amount',
    },
    source: 'Forrester TEI.',
    judgement: 'The percentages.',
    code: { 'shared/finance/risk-adjust.ts': 'riskAdjustCost' },
  },
  {
    id: 'surveyed-risk-factor',
    name: 'Risk factor from a survey',
    statement: 'a = share of respondents only moderately confident × range of the estimate',
    convention: 'Fractions.',
    edgeCases: [
      {
        when: 'A share outside 0 to 1',
        answer: 'undefined: out_of_range',
        run: () => figureAnswer(surveyedRiskFactor(66, 0.3)),
      },
    ],
    example: {
      inputs: '66 % of respondents, range 30 % (the study rounds to 20 %)',
      compute: () => figureAnswer(surveyedRiskFactor(0.66, 0.3)),
      expected: 0.198,
      tolerance: 1e-12,
      unit: 'fraction',
    },
    source: 'Forrester TEI, example of a published study.',
    judgement: null,
    code: { 'shared/finance/risk-adjust.ts': 'surveyedRiskFactor' },
  },
];
