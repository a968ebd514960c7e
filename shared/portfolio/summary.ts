import type { PortfolioSummary } from '../api/schemas/views.ts';
import { monthOf } from '../domain/calendar.ts';
import type { Policy } from '../domain/policy.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId, VERDICTS, type Verdict } from '../domain/verdict.ts';
import type { ClaimPolicy } from '../finance/claimed-share.ts';
import { type ValueBasis, valueLabel } from '../report/value-basis.ts';
import { type EvaluatedInitiative, needsAttention } from './attention.ts';
import { agreementSentence, raterAgreement } from './rater-agreement.ts';
import { latestClosedMonths, type PortfolioWindow, sumWindow } from './window.ts';

type Figure = PortfolioSummary['net3'];

const NOBODY: ReadonlySet<string> = new Set();

/**
 * The home screen's figures from evaluated initiatives. Money in minor units, every figure with its label;
 * an unmeasured figure is null with the reason, never 0.
 * @param basis of the policy in force: discount rate and horizon behind E, and what outcomes count
 * @param overdue ids of initiatives that owe something whose day has passed
 */
export function summarise(
  all: readonly EvaluatedInitiative[],
  currency: string,
  asOf: IsoDate,
  basis: ValueBasis & ClaimPolicy & Pick<Policy, 'readinessEnter'>,
  overdue: ReadonlySet<string> = NOBODY,
): PortfolioSummary {
  const facts = all.map((one) => one.facts);
  const until = monthOf(asOf);
  const last3 = sumWindow(facts, latestClosedMonths(facts, 3, until), basis);
  const last12 = sumWindow(facts, latestClosedMonths(facts, 12, until), basis);
  const byStage = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  const byVerdict = Object.fromEntries(VERDICTS.map((verdict) => [verdict, 0])) as Record<Verdict, number>;
  const byRule = new Map<RuleId, number>();
  for (const { facts: one, result } of all) {
    byStage[one.initiative.stage] += 1;
    if (result.verdict) byVerdict[result.verdict] += 1;
    if (result.rule) byRule.set(result.rule, (byRule.get(result.rule) ?? 0) + 1);
  }
  const active = all.length - byStage.retired;
  const producing = byStage.limited + byStage.scaled;
  return {
    currency,
    asOf,
    valueLabel: valueLabel(basis),
    readinessMark: basis.readinessEnter,
    total: all.length,
    computing: all.filter(({ result }) => result.isComputing).length,
    byStage,
    inProduction: { count: producing, of: active, share: active > 0 ? producing / active : null },
    byVerdict,
    byRule: RULE_IDS.flatMap((rule) => {
      const count = byRule.get(rule);
      return count ? [{ rule, verdict: RULE_VERDICTS[rule], count }] : [];
    }),
    runRate: runRate(last3),
    net3: net(last3, 3),
    net12: net(last12, 12),
    roi12: roi(last12),
    measuredInitiatives: last3.measuredInitiatives,
    months3: [...last3.months],
    ...placeOnMap(all),
    attention: needsAttention(all, asOf, overdue),
    raterAgreement: agreementSentence(raterAgreement(all.map(({ result }) => result))),
  };
}

const NO_MONTHS = 'no month is closed yet';

function net(window: PortfolioWindow, asked: number): Figure {
  const label = `actual, undiscounted, last ${asked} closed months`;
  if (window.months.length === 0) return { value: null, label, why: NO_MONTHS };
  return { value: window.net, label, why: remarks(window, asked) };
}

function runRate(window: PortfolioWindow): Figure {
  const label = 'actual cost of the last 3 closed months × 4';
  if (window.months.length < 3)
    return { value: null, label, why: `${window.months.length} of 3 months are closed` };
  return { value: window.cost * 4, label, why: remarks(window, 3) };
}

function roi(window: PortfolioWindow): Figure {
  const label = 'actual, undiscounted, last 12 closed months';
  if (window.months.length === 0) return { value: null, label, why: NO_MONTHS };
  if (window.cost === 0)
    return { value: null, label, why: 'no cost is recorded, so a return on it is undefined' };
  return { value: window.net / window.cost, label, why: remarks(window, 12) };
}

/** What a reader must know beside the figure: fewer months than asked, open initiative-months. */
function remarks(window: PortfolioWindow, asked: number): string | null {
  const parts: string[] = [];
  if (window.months.length < asked) parts.push(`${window.months.length} of ${asked} months are closed`);
  const open = window.openInitiativeMonths;
  if (open > 0) parts.push(open === 1 ? '1 initiative-month is open' : `${open} initiative-months are open`);
  return parts.length > 0 ? parts.join('; ') : null;
}

function placeOnMap(all: readonly EvaluatedInitiative[]): Pick<PortfolioSummary, 'mapPoints' | 'offMap'> {
  const mapPoints: PortfolioSummary['mapPoints'] = [];
  const off = { computing: 0, no_readiness: 0, no_value: 0, neither: 0 };
  for (const { facts, result } of all) {
    if (result.isComputing || result.value.status === 'computing') {
      off.computing += 1;
      continue;
    }
    if (!result.verdict) continue;
    const hasReadiness = result.readiness.status === 'known';
    const hasValue = result.value.status === 'known';
    if (result.readiness.status === 'known' && result.value.status === 'known') {
      mapPoints.push({
        id: facts.initiative.id,
        name: facts.initiative.name,
        verdict: result.verdict,
        readiness: result.readiness.value,
        value: result.value.value,
        monthlyCost: result.last3.months.length === 3 ? result.last3.cost / 3 : null,
      });
    } else if (hasReadiness) off.no_value += 1;
    else if (hasValue) off.no_readiness += 1;
    else off.neither += 1;
  }
  const offMap = (['computing', 'no_value', 'no_readiness', 'neither'] as const).flatMap((reason) =>
    off[reason] > 0 ? [{ reason, count: off[reason] }] : [],
  );
  return { mapPoints, offMap };
}
