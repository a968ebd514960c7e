import type {
  Flip,
  InputChange,
  Measurement,
  ReadinessMove,
  SinceReview,
  Stability,
} from '../decision/explanation.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { RuleId, Verdict } from '../domain/verdict.ts';
import { formatMoney, formatNumber } from './format.ts';

const DIGITS = 3;

/** The condition of a flip: "success rate (share) at least 0.81", "Evaluation at most level 2", "Funded: no". */
export function flipCondition({ name, kind, unit, to, direction }: Flip, currency: string): string {
  const subject = hasOwnUnit(kind) && unit !== '' ? `${name} (${unit})` : name;
  if (typeof to === 'string') {
    const way = direction === 'up' ? ' or later' : direction === 'down' ? ' or earlier' : '';
    return `${subject}: ${to}${kind === 'date' ? way : ''}`;
  }
  const bound = direction === 'up' ? 'at least' : direction === 'down' ? 'at most' : '=';
  return `${subject} ${bound} ${amountText(outward(to, direction), kind, unit, currency)}`;
}

/** What the input is now: "now 0.76". */
export function flipNow({ kind, unit, now }: Flip, currency: string): string {
  return `now ${typeof now === 'string' ? now : amountText(now, kind, unit, currency)}`;
}

/** How far the flip is: "0.4 sd"; of an input without a spread "+7 %"; '' where neither can be said. */
export function flipDistance({ deviations, relative }: Flip): string {
  if (deviations !== null) return `${deviationText(Math.abs(deviations))}\u00a0sd`;
  if (relative === null) return '';
  const percent = Number((relative * 100).toPrecision(2));
  return `${percent > 0 ? '+' : ''}${formatNumber(percent)}\u00a0%`;
}

/** The whole flip: "becomes SCALE (S1) if success rate (share) at least 0.81 (now 0.76), 0.4 sd". */
export function flipSentence(flip: Flip, currency: string): string {
  const distance = flipDistance(flip);
  const start = `becomes ${flip.verdict.toUpperCase()} (${flip.rule}) if ${flipCondition(flip, currency)} (${flipNow(flip, currency)})`;
  return distance === '' ? start : `${start}, ${distance}`;
}

/** How firm the verdict is and which input is nearest to turning it. */
export function stabilitySentence({ value, label, input }: Stability, flips: readonly Flip[]): string {
  if (label === null) return 'No input with a spread could be tried.';
  if (value === null) return 'Firm: no input with a spread turns it within its range.';
  const name = flips.find((flip) => flip.input === input)?.name ?? input ?? 'an input';
  const word = label.charAt(0).toUpperCase() + label.slice(1);
  return `${word}: the nearest turn is ${deviationText(value)}\u00a0sd away, by ${name}.`;
}

/** What the item is worth and what to do: "worth 41 k EUR, costs 3 k EUR and 2 days: measure it". */
export function measurementAdvice(one: Measurement, currency: string): string {
  const worth = one.evppi === null ? '' : `worth ${compact(one.evppi, currency)}`;
  switch (one.advice) {
    case 'enter_it':
      return `enter it: ${one.unblocks.length === 1 ? 'rule' : 'rules'} ${one.unblocks.join(', ')} ${one.unblocks.length === 1 ? 'waits' : 'wait'} for it`;
    case 'measure':
      return `${worth}, costs ${costText(one, currency)}: measure it`;
    case 'not_worth_it':
      return `${worth}, costs ${costText(one, currency)}: not worth its cost`;
    case 'price_it':
      return `${worth}: price the measurement`;
    default:
      return assertNever(one.advice);
  }
}

function costText({ cost, days }: Measurement, currency: string): string {
  const money = cost === null ? '' : cost === 0 ? 'nothing' : compact(cost, currency);
  if (days === null || days === 0) return money;
  return `${money} and ${formatNumber(days)} ${days === 1 ? 'day' : 'days'}`;
}

/** "FIX (F1) then, CONTINUE (C1) now.": the verdict of the last closed review beside the present one. */
export function thenAndNow(
  since: SinceReview,
  now: { readonly verdict: Verdict | null; readonly rule: RuleId | null },
): string {
  const then = verdictText(since.verdictThen, since.ruleThen);
  return `${then} then, ${verdictText(now.verdict, now.rule)} now.`;
}

/** What a changed input did: "with the old one: FIX (F1)", or that alone it changes nothing. */
export function changeEffect({ mattered, verdictWithOld, ruleWithOld }: InputChange): string {
  return mattered
    ? `with the old one: ${verdictText(verdictWithOld, ruleWithOld)}`
    : 'alone it changes nothing';
}

function verdictText(verdict: Verdict | null, rule: RuleId | null): string {
  if (verdict === null) return 'no verdict';
  return rule === null ? verdict.toUpperCase() : `${verdict.toUpperCase()} (${rule})`;
}

/** A driver's point as it is told: three significant digits. */
export function pointText(value: number): string {
  return formatNumber(Number(value.toPrecision(DIGITS)));
}

/** Drivers carry a unit people typed; the other kinds say theirs in the amount or the name. */
function hasOwnUnit(kind: Flip['kind']): boolean {
  return kind === 'driver';
}

function amountText(amount: number, kind: Flip['kind'], unit: string, currency: string): string {
  if (kind === 'level') return `level ${amount}`;
  if (kind === 'figure' && unit === 'money') return compact(amount, currency);
  if (kind === 'figure' && unit === 'share') return `${pointText(amount * 100)}\u00a0%`;
  return pointText(amount);
}

/** Three significant digits, away from where the input stands now: what is printed does flip the verdict. */
function outward(amount: number, direction: Flip['direction']): number {
  if (amount === 0 || direction === 'other') return amount;
  const step = Number(`1e${Math.floor(Math.log10(Math.abs(amount))) - DIGITS + 1}`);
  const steps = amount / step;
  const near = Math.round(steps);
  // A number that has no more digits stays as it is: 0.81 / 0.001 is not 810 in binary.
  const whole =
    Math.abs(steps - near) < 1e-9 ? near : direction === 'up' ? Math.ceil(steps) : Math.floor(steps);
  return Number((whole * step).toPrecision(DIGITS));
}

function deviationText(deviations: number): string {
  if (deviations < 0.01) return '<0.01';
  return formatNumber(Number(deviations.toFixed(deviations < 0.095 ? 2 : 1)));
}

function compact(amount: number, currency: string): string {
  return formatMoney(amount, currency, { compact: true });
}

/**
 * What one gap alone would have to do for readiness to cross the mark of SCALE: "level 4, or its weight + 0.12".
 * "no level does it" where evidence or the scale stands in the way.
 */
export function readinessMoveText({ toLevel, weight }: Pick<ReadinessMove, 'toLevel' | 'weight'>): string {
  const byLevel = toLevel === null ? 'no level does it' : `level ${toLevel}`;
  if (weight === null) return byLevel;
  const sign = weight < 0 ? '\u2212' : '+';
  return `${byLevel}, or its weight ${sign}\u00a0${Math.abs(weight).toFixed(2)}`;
}
