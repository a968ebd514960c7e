import type { PortfolioSummary } from '../api/schemas/views.ts';
import type { Policy } from '../domain/policy.ts';
import { STAGES, type Stage } from '../domain/stage.ts';
import type { IsoDate } from '../domain/units.ts';
import { RULE_IDS, RULE_VERDICTS, type RuleId, VERDICTS, type Verdict } from '../domain/verdict.ts';
import type { ClaimPolicy } from '../finance/claimed-share.ts';
import { type ValueBasis, valueLabel } from '../report/value-basis.ts';
import { type EvaluatedInitiative, needsAttention } from './attention.ts';
import type { OverdueCondition } from './attention-kinds.ts';
import {
  figureInputs,
  measuredFigure,
  netFigure,
  roiFigure,
  runRateFigure,
  waitingFigure,
} from './figures.ts';
import { OFF_MAP_REASONS, type OffMapReason, offMapReason } from './off-map.ts';
import { agreementSentence, raterAgreement } from './rater-agreement.ts';

const NOBODY: ReadonlyMap<string, OverdueCondition> = new Map();

/**
 * The home screen's figures from evaluated initiatives. Money in minor units, every figure with its label;
 * an unmeasured figure is null with the reason, never 0.
 * @param basis of the policy in force: discount rate and horizon behind E, and what outcomes count
 * @param overdue by initiative, the condition whose day has passed the longest
 */
export function summarise(
  all: readonly EvaluatedInitiative[],
  currency: string,
  asOf: IsoDate,
  basis: ValueBasis & ClaimPolicy & Pick<Policy, 'readinessEnter'>,
  overdue: ReadonlyMap<string, OverdueCondition> = NOBODY,
): PortfolioSummary {
  const inputs = figureInputs(
    all.map((one) => one.facts),
    asOf,
    basis,
  );
  const { last3, last12 } = inputs;
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
    runRate: runRateFigure(inputs),
    net3: netFigure(last3, 3),
    net12: netFigure(last12, 12),
    roi12: roiFigure(inputs),
    measuredShare: measuredFigure(inputs),
    killSpend: waitingFigure(inputs, 'kill'),
    fixSpend: waitingFigure(inputs, 'fix'),
    measuredInitiatives: last3.measuredInitiatives,
    months3: [...last3.months],
    ...placeOnMap(all),
    attention: needsAttention(all, asOf, overdue),
    raterAgreement: agreementSentence(raterAgreement(all.map(({ result }) => result))),
  };
}

/** So many initiatives of each reason are named beside the map; the register lists all. */
const MOST_NAMED = 6;

function placeOnMap(all: readonly EvaluatedInitiative[]): Pick<PortfolioSummary, 'mapPoints' | 'offMap'> {
  const mapPoints: PortfolioSummary['mapPoints'] = [];
  const off = new Map<OffMapReason, EvaluatedInitiative[]>();
  for (const one of all) {
    const { facts, result } = one;
    const { readiness, value, verdict } = result;
    const reason = offMapReason({
      isComputing: result.isComputing || value.status === 'computing',
      hasVerdict: verdict !== null,
      hasReadiness: readiness.status === 'known',
      hasValue: value.status === 'known',
    });
    if (reason === null) continue;
    if (reason !== 'on') {
      const same = off.get(reason);
      if (same) same.push(one);
      else off.set(reason, [one]);
    } else if (verdict !== null && readiness.status === 'known' && value.status === 'known') {
      mapPoints.push({
        id: facts.initiative.id,
        name: facts.initiative.name,
        verdict,
        readiness: readiness.value,
        value: value.value,
        monthlyCost: result.last3.months.length === 3 ? result.last3.cost / 3 : null,
      });
    }
  }
  const offMap = OFF_MAP_REASONS.flatMap((reason) => {
    const found = off.get(reason);
    if (!found) return [];
    const dearest = [...found].sort((a, b) => b.result.last3.cost - a.result.last3.cost);
    const first = dearest.slice(0, MOST_NAMED).map(({ facts }) => ({
      id: facts.initiative.id,
      name: facts.initiative.name,
    }));
    return [{ reason, count: found.length, first }];
  });
  return { mapPoints, offMap };
}
