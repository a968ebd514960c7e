import type { DecisionResult, Figure as EngineFigure, WindowSum } from '#shared/decision/result.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { currencyExponent } from '#shared/domain/currency.ts';
import { formatNumber } from '#shared/report/format.ts';
import { formatRatio, formatStandardError } from '#shared/report/format-ratio.ts';
import { formatCount } from '../../../components/counts.ts';
import { formatMonthSpan } from '../../../components/dates.ts';
import { formatAmount, formatMoney } from '../../../components/money-words.ts';

/** The word in place of a figure without a value. */
export function missingWord(figure: EngineFigure): 'unknown' | 'computing' | 'not applicable' {
  if (figure.status === 'computing') return 'computing';
  return figure.status === 'not_applicable' ? 'not applicable' : 'unknown';
}

/** What a figure lacks, in words; null when it is known. */
export function whyUnknown(figure: EngineFigure): string | null {
  switch (figure.status) {
    case 'known':
      return null;
    case 'computing':
      return 'the simulation is running';
    case 'not_applicable':
      return figure.reason;
    case 'unknown':
    case 'not_evaluated':
      return `missing ${listed(figure.missing.map((item) => item.text))}`;
    default:
      return assertNever(figure);
  }
}

const NAMED = 2;

/** The first two, then how many more: the gates and rules below name them all. */
function listed(items: readonly string[]): string {
  if (items.length <= NAMED + 1) return items.join(', ');
  return `${items.slice(0, NAMED).join(', ')} and ${items.length - NAMED} more`;
}

/** A known ratio with two decimals; null otherwise. */
export function ratioValue(figure: EngineFigure): string | null {
  return figure.status === 'known' ? formatRatio(figure.value) : null;
}

/** Window, completeness and label of a sum: "actual, undiscounted, Jul to Sep 2026, 8 of 9 measured". */
export function windowNote(sum: WindowSum): string {
  const parts = ['actual, undiscounted', formatMonthSpan(sum.months)];
  if (!sum.isContiguous) parts.push('not adjacent');
  if (sum.measured < sum.expected) parts.push(`${sum.measured} of ${sum.expected} measured`);
  return parts.join(', ');
}

/** "SE 0.004, 10,000 draws; band 2 of 3, held": how sure P is and what verdicts make of it. */
export function probabilityNote({ simulated, band }: DecisionResult): string {
  if (simulated === null) return '';
  const parts = [
    `SE ${formatStandardError(simulated.probability.se)}, ${formatCount(simulated.draws)} draws`,
  ];
  if (band !== null) parts.push(`band ${band.band} of 3${band.isHeld ? ', held' : ''}`);
  return parts.join('; ');
}

/** "P10 −70.6 k, P50 −18.2 k, P90 +55.4 k; SE 1.26 k": the spread behind the mean. */
export function spreadNote({ simulated }: DecisionResult, currency: string): string {
  if (simulated === null) return '';
  const { delta, expected } = simulated;
  const amount = (units: number) =>
    formatAmount(units * 10 ** currencyExponent(currency), currency, { isCompact: true, isSigned: true });
  const se = formatAmount(expected.se * 10 ** currencyExponent(currency), currency, { isCompact: true });
  return `P10 ${amount(delta.p10.value)}, P50 ${amount(delta.p50.value)}, P90 ${amount(delta.p90.value)}; SE ${se}`;
}

/** "95 % interval 1.58 to 1.59; median of benefit to cost". */
export function coverNote({ simulated }: DecisionResult): string {
  const meaning = 'median of benefit to cost, PV';
  const interval = simulated?.bcr50 ?? null;
  if (interval === null) return meaning;
  return `95\u00a0% interval ${formatRatio(interval.low)} to ${formatRatio(interval.high)}; ${meaning}`;
}

/** "benefit measured to planned, last 3 closed months; forecasts count x 0.93 (BRI*)". */
export function realisationNote({ benefitHaircut }: DecisionResult): string {
  const meaning = 'benefit measured to planned, last 3 closed months';
  if (benefitHaircut.status !== 'known') return meaning;
  return `${meaning}; promises count × ${formatRatio(benefitHaircut.value)} (BRI*)`;
}

/** A share of draws: "SE 0.002, share of draws". */
export function shareNote(se: number | undefined, meaning: string): string {
  return se === undefined ? meaning : `SE ${formatStandardError(se)}; ${meaning}`;
}

/** "up 24 % on the 3 months before": how the cost per success moved. */
export function riseNote(rise: EngineFigure): string {
  if (rise.status !== 'known') return 'all but one-offs, last 3 closed months';
  const percent = Number((rise.value * 100).toFixed(1));
  const change =
    percent === 0 ? 'unchanged' : `${percent > 0 ? 'up' : 'down'} ${formatNumber(Math.abs(percent))}\u00a0%`;
  return `${change} on the 3 months before; all but one-offs, last 3`;
}

/** What a complete month is, and how many this stage asks for. */
export function monthsNote({ stage, fullMonths, neededMonths }: DecisionResult): string {
  const meaning = 'closed, every cost and an outcome measured';
  if (stage === 'retired' || neededMonths === 0) return meaning;
  return fullMonths >= neededMonths
    ? `${meaning}; ${neededMonths} needed`
    : `${neededMonths} needed: ${meaning}`;
}

/** Money of the simulation, which is in currency units, compact and with the currency. */
export function unitsText(units: number, currency: string): string {
  return formatMoney(units * 10 ** currencyExponent(currency), currency, { compact: true });
}
