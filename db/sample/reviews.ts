import { RULE_VERDICTS, type RuleId } from '#shared/domain/verdict.ts';
import { day, type ScriptDecision, type ScriptReview } from './script.ts';

/** The first review: most could not be judged, since nobody had written down what they expect. */
const FIRST: readonly ScriptDecision[] = [
  followed('claims-triage', 'C1', 'On track in its second month.'),
  followed('document-intake', 'C1', 'Begins limited production with its suite in place.'),
  followed('fraud-signals', 'C1', 'More flags are confirmed each month.'),
  {
    key: 'underwriting-summaries',
    expectedRule: 'F1',
    decision: 'fix',
    reason: 'Evaluation below its pass mark; repair within the quarter.',
    causes: ['G5'],
  },
  {
    key: 'invoice-check',
    expectedRule: 'H1',
    decision: 'continue',
    reason: 'Scaled as planned.',
    override: {
      decidedBy: 'Chief operating officer',
      reason: 'The reductions are in the books; the outlook is entered by June.',
      expiresOn: day('2026-06-30'),
    },
  },
  followed('customer-chat', 'H1', 'Nobody knows what a conversation costs: find out by June.'),
  followed('agent-assist', 'H1', 'Enter the outlook before the next site joins.'),
  followed('damage-photos', 'H1', 'Enter the outlook; no third workshop until then.'),
  followed('renewal-letters', 'H1', 'Enter the outlook.'),
  followed('reserve-hints', 'H1', 'Enter the outlook.'),
  followed('complaint-digest', 'H1', 'Enter the outlook.'),
  followed('travel-claims', 'H1', 'Enter the outlook.'),
  followed('policy-wording', 'H1', 'Enter the outlook; the time-box ends this month.'),
  followed('call-mood', 'H1', 'A month old; the vendor is to name its data.'),
  followed('service-complaints', 'H1', 'A month old.'),
  followed('staff-handbook', 'H1', 'Compare with the new search of the intranet.'),
  followed(
    'voice-claims',
    'K2',
    'Two notices in three need a call back. Its budget goes to Medical invoice coding and Garage appointments.',
  ),
];

const SECOND: readonly ScriptDecision[] = [
  followed('claims-triage', 'C1', 'Routing improves month by month.'),
  followed('invoice-check', 'C1', 'Above target.'),
  {
    key: 'customer-chat',
    expectedRule: 'K3',
    decision: 'hold',
    reason: 'No new budget until the cost per conversation falls.',
    override: {
      decidedBy: 'Head of customer service',
      reason:
        'A new model contract is under negotiation; every conversation costs more than it saves until then.',
      expiresOn: day('2026-09-30'),
    },
  },
  followed('document-intake', 'C1', 'Filing improves; the archive move is prepared.'),
  {
    key: 'underwriting-summaries',
    expectedRule: 'F1',
    decision: 'fix',
    reason: 'Better, but still below the pass mark; last extension.',
    causes: ['G5'],
  },
  {
    key: 'fraud-signals',
    expectedRule: 'K2',
    decision: 'continue',
    reason: 'Too many honest claims were delayed; one more quarter against the same threshold.',
    override: {
      decidedBy: 'Head of special investigations',
      reason: 'The postcode feature behind most delays was removed in June.',
      expiresOn: day('2026-09-30'),
      newTripwire: ['Honest claims delayed', '2026-09-30'],
    },
  },
  followed('agent-assist', 'C1', 'Two sites live.'),
  followed('renewal-letters', 'H2', 'Waits for the connector to the letter platform.'),
  followed('reserve-hints', 'H3', 'Value unclear: find out what a corrected reserve is worth.'),
  followed('complaint-digest', 'H1', 'Enter the outlook before limited production.'),
  followed('damage-photos', 'H0', 'On kill watch: an estimate costs about what a visit does.'),
  followed('travel-claims', 'H1', 'Enter the outlook.'),
  {
    key: 'policy-wording',
    expectedRule: 'K6',
    decision: 'continue',
    reason: 'Kept alive by the head of product until autumn.',
    override: {
      decidedBy: 'Head of product',
      reason: 'The new household product needs its wordings in September.',
      expiresOn: day('2026-09-30'),
    },
  },
  followed('call-mood', 'H1', 'Nothing measured; the risk class is to be checked.'),
  followed('service-complaints', 'H1', 'Enter the outlook.'),
  followed('medical-coding', 'H1', 'Two months old.'),
  followed('garage-booking', 'H1', 'Two months old.'),
  followed('subrogation-finder', 'H1', 'An idea without numbers.'),
  followed('fleet-summaries', 'H1', 'An idea without numbers.'),
];

const THIRD: readonly ScriptDecision[] = [
  followed('claims-triage', 'S1', 'Roll out to all regions.'),
  followed('invoice-check', 'C1', 'Steady.'),
  followed('customer-chat', 'K3', 'The new contract changed nothing: each conversation loses money.'),
  {
    key: 'document-intake',
    expectedRule: 'F1',
    decision: 'fix',
    reason: 'Make the suite run by itself again before the next release.',
    causes: ['G5'],
  },
  {
    key: 'underwriting-summaries',
    expectedRule: 'K5',
    decision: 'fix',
    reason: 'A third repair, with a new test set from the underwriters.',
    causes: ['G5'],
    override: {
      decidedBy: 'Head of commercial underwriting',
      reason: 'Brokers count on the two-day quote through the renewal season.',
      expiresOn: day('2026-12-31'),
    },
  },
  followed('fraud-signals', 'K2', 'Missed again: screening ends when the old rules are back.'),
  {
    key: 'agent-assist',
    expectedRule: 'F2',
    decision: 'fix',
    reason: 'Half of what was promised: find out why agents write their own mails.',
    causes: ['BRI'],
  },
  followed('renewal-letters', 'H2', 'The connector is promised for November.'),
  followed('reserve-hints', 'H3', 'The study of corrected reserves is ordered.'),
  followed('complaint-digest', 'C1', 'Good; whether engineers are left for it the plan must say.'),
  followed('damage-photos', 'K4', 'Stop: it cannot earn its running cost.'),
  followed('travel-claims', 'H0', 'On kill watch.'),
  {
    key: 'policy-wording',
    expectedRule: 'K6',
    decision: 'continue',
    reason: 'Kept alive once more, until the household product is out.',
    override: {
      decidedBy: 'Head of product',
      reason: 'The launch moved to December.',
      expiresOn: day('2026-12-31'),
    },
  },
  followed('call-mood', 'K1', 'Inferring moods of staff is prohibited. Recordings are deleted.'),
  followed('broker-routing', 'H1', 'One month measured.'),
  followed('service-complaints', 'H1', 'Nobody looked at its evidence since February.'),
  followed('medical-coding', 'C1', 'Better than planned.'),
  followed('garage-booking', 'C1', 'Customers like it.'),
  followed('subrogation-finder', 'H1', 'Still without numbers.'),
  followed('regulation-watch', 'H1', 'An idea without numbers.'),
  followed('fleet-summaries', 'C1', 'Ready for a pilot.'),
];

/** A decision that follows the recommendation. */
function followed(key: string, expectedRule: RuleId, reason: string): ScriptDecision {
  return { key, expectedRule, decision: RULE_VERDICTS[expectedRule], reason };
}

/**
 * The reviews held so far. The first two were closed a fortnight after their quarter, when its months were in; the
 * third on the evening of its last day, since the office closed its books for September by noon.
 */
export const REVIEWS: readonly ScriptReview[] = [
  { name: '2026-Q1', endsOn: day('2026-03-31'), heldOn: day('2026-04-16'), decisions: FIRST },
  { name: '2026-Q2', endsOn: day('2026-06-30'), heldOn: day('2026-07-15'), decisions: SECOND },
  { name: '2026-Q3', endsOn: day('2026-09-30'), heldOn: day('2026-09-30'), decisions: THIRD },
];
