import type { DecisionResult, GateOutcome, GateState, RuleOutcome, Term } from '../decision/result.ts';
import { assertNever } from '../domain/assert-never.ts';
import { type ActiveStage, nextStage, STAGE_NAMES } from '../domain/stage.ts';
import { GATE_NAMES, type RuleId } from '../domain/verdict.ts';
import { signedMoney, termClause, termInequality, termPhrase } from './term-words.ts';
import { type ValueBasis, valueLabelShort } from './value-basis.ts';

/** Items a sentence names before it says how many more there are. */
const NAMED = 3;

/** What the words of a sentence need beside the result. */
interface Setting {
  /** ISO 4217 code of the portfolio. */
  readonly currency: string;
  readonly basis: ValueBasis;
}

/** What stands in place of a verdict while it waits. */
export const COMPUTING_SENTENCE = 'Computing: the simulation is running.';

/**
 * The verdict in one sentence, with its numbers: `HOLD (H3): P(value > 0) is 0.43 (SE 0.005), below 0.60; E +12 k EUR
 * (forecast, PV over 36 months)...`. Says only what the result holds; "Retired: no verdict." for a retired initiative,
 * {@link COMPUTING_SENTENCE} while the simulation runs.
 * @param currency ISO 4217 code of the portfolio
 * @param basis discount rate and horizon behind E, from the policy the result was made under
 */
export function verdictSentence(result: DecisionResult, currency: string, basis: ValueBasis): string {
  if (result.isComputing) return COMPUTING_SENTENCE;
  const decisive = result.rules.find((rule) => rule.rule === result.rule);
  if (result.verdict === null || decisive === undefined) return 'Retired: no verdict.';
  const setting = { currency, basis };
  return `${result.verdict.toUpperCase()} (${decisive.rule}): ${reason(result, decisive, setting)}.`;
}

function reason(result: DecisionResult, decisive: RuleOutcome, setting: Setting): string {
  switch (decisive.rule) {
    case 'K1':
      return findings(result.gates, 'hard');
    case 'K2':
      return listed(missedTripwires(decisive, setting.currency));
    case 'K3':
      return `loses money per task: ${listed(heldClauses(decisive, setting))}`;
    case 'K4':
      return `value gone: ${clausesInFull(decisive, setting)}`;
    case 'K5':
      return strikes(result, decisive, setting.currency);
    case 'K6':
      return `${result.monthsInStage} months in pilot, time-box ${result.timeBoxMonths}; ${valueReasons(result, decisive, setting)}`;
    case 'H0':
      return `kill watch: ${clausesInFull(decisive, setting)}; it becomes KILL when this lasts`;
    case 'H1':
      return `measure first: ${listed(decisive.missing.map((item) => item.text))}`;
    case 'F1':
      return `repair first: ${findings(result.gates, 'fixable')}`;
    case 'F2':
      return `repair first: ${listed(heldClauses(decisive, setting))}`;
    case 'H2':
      return `waits for ${listed(decisive.terms.filter((term) => term.holds === true).map((term) => `${term.quantity} (${term.actual})`))}`;
    case 'H3':
      return `value unclear: ${clausesInFull(decisive, setting)}; find out what would turn it`;
    case 'H4':
      return `good, but outside the funded set of the adopted plan: ${clausesInFull(decisive, setting)}`;
    case 'S1':
      return scaleReasons(decisive, setting.currency);
    case 'C1':
      return `every gate of this stage passes; ${valueReasons(result, decisive, setting)}${advance(result)}${notScale(result, setting.currency)}`;
    default:
      return assertNever(decisive.rule);
  }
}

/** The clauses of a rule that hold, yes-no ones left out: they are implied by the rule having fired. */
function heldClauses(rule: RuleOutcome, setting: Setting): readonly string[] {
  return rule.terms
    .filter((term) => term.unit !== 'text' && term.holds === true)
    .map((term) => clause(term, setting));
}

/** Every comparison of numbers a value rule made: what holds with its limit, what memory overrules without. */
function clausesInFull(rule: RuleOutcome, setting: Setting): string {
  return rule.terms
    .filter((term) => term.unit !== 'text')
    .map((term) => clause(term.holds === true ? term : { ...term, holds: null }, setting))
    .join('; ');
}

/** E carries its label wherever a sentence names it. */
function clause(term: Term, { currency, basis }: Setting): string {
  if (term.unit !== 'money' || typeof term.actual !== 'number') return termClause(term, currency);
  const limit = term.holds === null ? '' : term.comparator === '>' ? ', above 0' : ', at most 0';
  return `E ${signedMoney(term.actual, currency)} (${valueLabelShort(basis)})${limit}`;
}

/** E and P as they carry K6 and C1, or that they are not known and what is missing. */
function valueReasons({ value }: DecisionResult, rule: RuleOutcome, setting: Setting): string {
  switch (value.status) {
    case 'known': {
      const terms = rule.terms.filter((term) => term.unit !== 'months');
      return clausesInFull({ ...rule, terms }, setting);
    }
    case 'computing':
      return 'E is still computing';
    case 'not_applicable':
      return `E not applicable: ${value.reason}`;
    case 'unknown':
    case 'not_evaluated':
      return `E not known yet, missing ${listed(value.missing.map((item) => item.text))}`;
    default:
      return assertNever(value);
  }
}

function scaleReasons(rule: RuleOutcome, currency: string): string {
  const hasFloors = rule.terms.some((term) => term.unit === 'level');
  const others = rule.terms.filter((term) => term.unit !== 'level');
  return [
    ...(hasFloors ? ['floors of scaled met'] : []),
    ...others.map((term) => termInequality(term, currency)),
  ].join(', ');
}

/** Why a CONTINUE in production is not a SCALE yet; '' before production. */
function notScale({ rules }: DecisionResult, currency: string): string {
  const scale = rules.find((rule) => rule.rule === 'S1');
  if (scale === undefined || scale.status === 'fires') return '';
  if (scale.status === 'not_evaluated') {
    return `; whether it is ready to scale cannot be told, missing ${listed(scale.missing.map((item) => item.text))}`;
  }
  const against = scale.terms.filter((term) => term.holds === false);
  if (against.length === 0) return '';
  return `; not SCALE: ${listed(against.map((term) => termClause(term, currency)))}`;
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
  return listed(findingTexts(gates, state));
}

function findingTexts(gates: readonly GateOutcome[], state: GateState): readonly string[] {
  return gates.flatMap((gate) =>
    gate.findings
      .filter((finding) => finding.state === state)
      .map((finding) => `${GATE_NAMES[gate.gate]}: ${finding.text}`),
  );
}

function missedTripwires(rule: RuleOutcome, currency: string): readonly string[] {
  return rule.terms
    .filter((term) => (term.unit === 'days' ? term.holds === true : term.holds === false))
    .map((term) => termPhrase(term, currency));
}

function strikes(result: DecisionResult, rule: RuleOutcome, currency: string): string {
  const open = rule.terms.filter((term) => term.holds === true && term.unit !== 'count');
  const names = new Set(open.map((term) => term.quantity));
  const causes = result.gates.filter((gate) => names.has(GATE_NAMES[gate.gate]));
  const figures = open.filter((term) => term.unit !== 'text').map((term) => termClause(term, currency));
  const still = [...findingTexts(causes, 'hard'), ...findingTexts(causes, 'fixable'), ...figures];
  return `FIX was decided ${result.strikes} times in a row and its cause is still open: ${listed(still)}`;
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

/** Why a rule is quiet when none of its comparisons says so. */
const QUIET_REASONS: Readonly<Record<RuleId, string>> = {
  K1: 'no gate fails hard',
  K2: 'no tripwire is missed',
  K3: 'not asked of an idea',
  K4: 'value is not negative',
  K5: 'no two FIX decisions in a row',
  K6: 'not a pilot',
  H0: 'value is not negative',
  H1: 'every required gate is known and the data are in order',
  F1: 'no required gate fails',
  F2: 'not in production yet',
  H2: 'no shared asset is waited for',
  H3: 'value is not unclear',
  H4: 'funded, or value not positive',
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
