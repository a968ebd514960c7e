import { day, type ScriptReview } from './script.ts';

/** The two reviews held so far. The third quarter is over, its review is still to come. */
export const REVIEWS: readonly ScriptReview[] = [
  {
    name: '2026-Q1',
    endsOn: day('2026-03-31'),
    heldOn: day('2026-04-16'),
    decisions: [
      {
        key: 'claims-triage',
        recommendedRule: 'C1',
        decision: 'continue',
        reason: 'On track in its second month.',
      },
      { key: 'invoice-check', recommendedRule: 'C1', decision: 'continue', reason: 'Scaled as planned.' },
      {
        key: 'customer-chat',
        recommendedRule: 'H3',
        decision: 'continue',
        reason: 'Volume was expected to carry the cost by summer.',
      },
      {
        key: 'underwriting-summaries',
        recommendedRule: 'F1',
        decision: 'fix',
        reason: 'Evaluation below its pass mark; repair within the quarter.',
        causes: ['G5'],
      },
      { key: 'policy-wording', recommendedRule: 'C1', decision: 'continue', reason: 'Inside its time-box.' },
    ],
  },
  {
    name: '2026-Q2',
    endsOn: day('2026-06-30'),
    heldOn: day('2026-07-15'),
    decisions: [
      {
        key: 'claims-triage',
        recommendedRule: 'engine',
        decision: 'continue',
        reason: 'Routing improves month by month.',
      },
      { key: 'invoice-check', recommendedRule: 'engine', decision: 'continue', reason: 'Above target.' },
      {
        key: 'customer-chat',
        recommendedRule: 'engine',
        decision: 'hold',
        reason: 'No new budget until the cost per conversation falls.',
      },
      {
        key: 'underwriting-summaries',
        recommendedRule: 'engine',
        decision: 'fix',
        reason: 'Better, but still below the pass mark; last extension.',
        causes: ['G5'],
      },
      {
        key: 'fraud-signals',
        recommendedRule: 'engine',
        decision: 'continue',
        reason: 'Tripwire falls due at the end of the quarter.',
      },
      {
        key: 'policy-wording',
        recommendedRule: 'engine',
        decision: 'continue',
        reason: 'Kept alive by the head of product until autumn.',
      },
    ],
  },
];
