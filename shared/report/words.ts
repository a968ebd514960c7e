import type { DecisionResult, GateOutcome, GateState, RuleOutcome, Term } from '../decision/result.ts';
import { assertNever } from '../domain/assert-never.ts';
import { type ActiveStage, nextStage, STAGE_NAMES } from '../domain/stage.ts';
import { GATE_NAMES, RULE_NAMES, type RuleId } from '../domain/verdict.ts';
import { formatMoney, formatNumber, formatScore, formatShare } from './format.ts';

/** Items a sentence names before it says how many more there are. */
const NAMED = 3;

/**
 * The verdict in one sentence, with its numbers: `HOLD (H1): measure first: a level for Evaluation; 2 more complete
 * closed months (1 of 3).` Says only what the result holds; "Retired: no verdict." for a retired initiative.
 * @param currency ISO 4217 code of the portfolio.
 */
export function verdictSentence(result: DecisionResult, currency: string): string {
  const decisive = result.rules.find((rule) => rule.rule === result.rule);
  if (result.verdict === null || decisive === undefined) return 'Retired: no verdict.';
  return `${result.verdict.toUpperCase()} (${decisive.rule}): ${reason(result, decisive, currency)}.`;
}

function reason(result: DecisionResult, decisive: RuleOutcome, currency: string): string {
  switch (decisive.rule) {
    case 'K1':
      return findings(result.gates, 'hard');
    case 'K2':
      return listed(missedTripwires(decisive, currency));
    case 'K5':
      return strikes(result, decisive);
    case 'K6':
      return `${result.monthsInStage} months in pilot, time-box ${result.timeBoxMonths}; ${value(result, currency)}, not above 0`;
    case 'H1':
      return `measure first: ${listed(decisive.missing.map((item) => item.text))}`;
    case 'F1':
      return `repair first: ${findings(result.gates, 'fixable')}`;
    case 'H3':
      return `${value(result, currency)}, not above 0; find out what would turn it`;
    case 'C1':
      return `every gate of this stage passes; ${value(result, currency)}${advance(result)}`;
    case 'K3':
    case 'K4':
    case 'H0':
    case 'F2':
    case 'H2':
    case 'H4':
    case 'S1':
      return `${lowerFirst(RULE_NAMES[decisive.rule])}: ${listed(decisive.terms.map((term) => termPhrase(term, currency)))}`;
    default:
      return assertNever(decisive.rule);
  }
}

/** "net value −48 k EUR a year (last 3 closed months x 4)", or that it is not known and what is missing. */
function value({ value }: DecisionResult, currency: string): string {
  if (value.status === 'known') {
    return `net value ${formatMoney(value.value, currency, { compact: true })} a year (actual, last 3 closed months × 4)`;
  }
  if (value.status === 'not_applicable') return `value not applicable: ${value.reason}`;
  return `value not known yet, missing ${listed(value.missing.map((item) => item.text))}`;
}

function advance({ isAdvance, stage }: DecisionResult): string {
  const next = isAdvance && stage !== 'retired' ? nextStage(stage) : undefined;
  return next === undefined ? '' : `; ready for ${stageName(next)}, whose gates pass already`;
}

function stageName(stage: ActiveStage): string {
  return lowerFirst(STAGE_NAMES[stage]);
}

/** "Evaluation: level 1, needs 3; Owner: no technical owner named": the findings of one state over all gates. */
function findings(gates: readonly GateOutcome[], state: GateState): string {
  return listed(
    gates.flatMap((gate) =>
      gate.findings
        .filter((finding) => finding.state === state)
        .map((finding) => `${GATE_NAMES[gate.gate]}: ${finding.text}`),
    ),
  );
}

function missedTripwires(rule: RuleOutcome, currency: string): readonly string[] {
  return rule.terms
    .filter((term) => (term.unit === 'days' ? term.holds === true : term.holds === false))
    .map((term) => termPhrase(term, currency));
}

function strikes(result: DecisionResult, rule: RuleOutcome): string {
  const count = rule.terms.find((term) => term.unit === 'count')?.actual;
  const open = new Set(
    rule.terms.filter((term) => term.unit === 'text' && term.holds === true).map((term) => term.quantity),
  );
  const causes = result.gates.filter((gate) => open.has(GATE_NAMES[gate.gate]));
  const still = [findings(causes, 'hard'), findings(causes, 'fixable')]
    .filter((text) => text !== '')
    .join('; ');
  return `FIX was decided ${count} times in a row and its cause is still open: ${still}`;
}

/** A rule's outcome in one sentence: that it fires, is quiet or cannot be told, with the comparisons behind it. */
export function ruleSentence(outcome: RuleOutcome, currency: string): string {
  switch (outcome.status) {
    case 'fires': {
      const terms = outcome.terms.filter(
        (term) => term.unit === 'metric' || term.holds === true || isH1Months(outcome, term),
      );
      return sentence(
        'Fires',
        terms.map((term) => termPhrase(term, currency)),
      );
    }
    case 'quiet': {
      const against = outcome.terms.filter((term) => term.holds === false);
      const phrases = against.map((term) => termPhrase(term, currency));
      return sentence('Quiet', phrases.length > 0 ? phrases : [QUIET_REASONS[outcome.rule]]);
    }
    case 'not_evaluated':
      return sentence('Not evaluated', [`missing ${listed(outcome.missing.map((item) => item.text))}`]);
    default:
      return assertNever(outcome.status);
  }
}

/** H1 fires because its months are too few: there the failing comparison is the reason. */
function isH1Months(outcome: RuleOutcome, term: Term): boolean {
  return outcome.rule === 'H1' && term.holds === false;
}

/** A gate in one sentence: `G5 Evaluation fails: level 1, needs 3.` Names what decides; passing gates say what passed. */
export function gateSentence(outcome: GateOutcome): string {
  const texts = outcome.findings
    .filter((finding) => outcome.state === 'pass' || finding.state !== 'pass')
    .map((finding) => finding.text);
  return `${outcome.gate} ${GATE_NAMES[outcome.gate]} ${GATE_STATE_WORDS[outcome.state]}: ${texts.join('; ')}.`;
}

/** How a gate state reads after the gate's name. */
export const GATE_STATE_WORDS: Readonly<Record<GateState, string>> = {
  pass: 'passes',
  fixable: 'fails',
  hard: 'fails hard',
  unknown: 'is unknown',
  not_required: 'is not asked',
};

/** A comparison in words: "months in pilot: 11, above 9"; "net value a year: unknown". */
export function termPhrase(term: Term, currency: string): string {
  const actual = term.actual === null ? 'unknown' : quantity(term.actual, term.unit, currency);
  if (term.comparator === '=') return `${term.quantity}: ${actual}`;
  if (term.holds === null || term.threshold === null) return `${term.quantity}: ${actual}`;
  const limit = `${COMPARATOR_WORDS[term.comparator]} ${quantity(term.threshold, term.unit, currency)}`;
  return `${term.quantity}: ${actual}, ${term.holds ? '' : 'not '}${limit}`;
}

const COMPARATOR_WORDS = { '<': 'below', '<=': 'at most', '>': 'above', '>=': 'at least' } as const;

function quantity(amount: number | string, unit: Term['unit'], currency: string): string {
  if (typeof amount === 'string') return amount;
  switch (unit) {
    case 'money':
      return amount === 0 ? '0' : formatMoney(amount, currency, { compact: true });
    case 'share':
      return formatShare(amount);
    case 'score':
      return formatScore(amount);
    case 'months':
    case 'days':
    case 'count':
    case 'level':
    case 'metric':
    case 'text':
      return formatNumber(amount);
    default:
      return assertNever(unit);
  }
}

/** Why a rule is quiet when none of its comparisons says so. */
const QUIET_REASONS: Readonly<Record<RuleId, string>> = {
  K1: 'no gate fails hard',
  K2: 'no tripwire is missed',
  K3: 'not asked of an idea',
  K4: 'value is not negative',
  K5: 'no two FIX decisions in a row',
  K6: 'not a pilot',
  H0: 'value is not negative',
  H1: 'every required gate is known and enough months are complete',
  F1: 'no required gate fails',
  F2: 'not in production yet',
  H2: 'no shared asset is waited for',
  H3: 'value is positive',
  H4: 'funded',
  S1: 'not in production yet',
  C1: 'another rule decides',
};

function sentence(status: string, phrases: readonly string[]): string {
  return phrases.length === 0 ? `${status}.` : `${status}: ${phrases.join('; ')}.`;
}

/** The first three, then how many more. */
function listed(items: readonly string[]): string {
  if (items.length <= NAMED + 1) return items.join('; ');
  return `${items.slice(0, NAMED).join('; ')}; and ${items.length - NAMED} more`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
