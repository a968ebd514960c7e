import type { BoardReport, PortfolioSummary, RegisterRow } from '../api/schemas/views.ts';
import { ENGINE_VERSION } from '../decision/result.ts';
import { STAGE_NAMES } from '../domain/stage.ts';
import type { Instant } from '../domain/units.ts';
import {
  RULE_IDS,
  RULE_NAMES,
  RULE_VERDICTS,
  type RuleId,
  VERDICTS,
  type Verdict,
} from '../domain/verdict.ts';
import { formatMoney, formatNumber, formatScore, formatShare } from './format.ts';

/** Verdicts the board is asked to act on, in the order they are printed. */
const ACTED_ON: readonly Verdict[] = ['kill', 'fix', 'scale'];
const UNMEASURED = 'unmeasured';

export interface BoardReportInput {
  readonly portfolioName: string;
  readonly summary: PortfolioSummary;
  readonly rows: readonly RegisterRow[];
  readonly policyVersion: number;
  readonly auditHead: { readonly seq: number; readonly hash: string };
  readonly madeAt: Instant;
  /** For how many initiatives each rule could be evaluated; the rest lacked an input. Printed openly. */
  readonly evaluatedFor: ReadonlyMap<RuleId, number>;
  /** The day it is as of was over when it was made. */
  readonly isPast?: boolean;
}

/**
 * The one model behind every export of the board pack: all words and figures are final here, so that two exports
 * cannot differ. Order of initiatives: kill, fix, scale, then hold and continue in the register; by name inside.
 */
export function boardReport(input: BoardReportInput): BoardReport {
  const { summary, rows } = input;
  const { currency, asOf } = summary;
  const money = (value: number | null) => (value === null ? UNMEASURED : formatMoney(value, currency));
  const sorted = [...rows].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
  return {
    title: 'Board report',
    portfolioName: input.portfolioName,
    currency,
    asOf,
    madeAt: input.madeAt,
    engineVersion: ENGINE_VERSION,
    policyVersion: input.policyVersion,
    auditHead: input.auditHead,
    summary,
    headline: headline(summary),
    figures: figures(summary),
    decisions: ACTED_ON.flatMap((verdict) =>
      sorted.flatMap((row) =>
        row.verdict === verdict && row.rule
          ? [
              {
                id: row.id,
                name: row.name,
                unit: row.unit,
                stage: STAGE_NAMES[row.stage],
                verdict,
                rule: row.rule,
                reason: row.reason,
                readiness: row.readiness === null ? UNMEASURED : formatScore(row.readiness),
                net3: money(row.net3),
                value: money(row.value),
              },
            ]
          : [],
      ),
    ),
    register: sorted.map((row) => ({
      id: row.id,
      name: row.name,
      unit: row.unit,
      stage: STAGE_NAMES[row.stage],
      verdict: row.verdict ? row.verdict.toUpperCase() : 'none',
      rule: row.rule ?? '',
      readiness: row.readiness === null ? UNMEASURED : formatScore(row.readiness),
      net3: money(row.net3),
    })),
    rules: RULE_IDS.map((rule) => ({
      rule,
      name: RULE_NAMES[rule],
      verdict: RULE_VERDICTS[rule],
      count: summary.byRule.find((one) => one.rule === rule)?.count ?? 0,
      status: evaluationStatus(input.evaluatedFor.get(rule) ?? 0, judgedCount(summary)),
    })),
    notes: notes(input),
  };
}

/** Plain code-unit order of the lower-cased text: the same on every machine, unlike a locale's. */
function compareText(a: string, b: string): number {
  const [x, y] = [a.toLowerCase(), b.toLowerCase()];
  return x < y ? -1 : x > y ? 1 : 0;
}

function judgedCount(summary: PortfolioSummary): number {
  return Object.values(summary.byVerdict).reduce((sum, count) => sum + count, 0);
}

function evaluationStatus(evaluated: number, judged: number): string {
  if (evaluated === 0) return 'not evaluated';
  return evaluated === judged
    ? 'evaluated for all'
    : `evaluated for ${formatNumber(evaluated)} of ${formatNumber(judged)}`;
}

function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatNumber(count)} ${count === 1 ? one : many}`;
}

function headline(summary: PortfolioSummary): string[] {
  const { byVerdict, inProduction } = summary;
  const judged = judgedCount(summary);
  const lines = [
    `${plural(summary.total, 'initiative')} on record, ${formatNumber(judged)} with a verdict: ${VERDICTS.map((verdict) => `${formatNumber(byVerdict[verdict])} ${verdict}`).join(', ')}.`,
  ];
  if (summary.computing > 0) {
    lines.push(`${plural(summary.computing, 'verdict')} not in yet: the simulation is running.`);
  }
  if (inProduction.share !== null) {
    lines.push(
      `${formatNumber(inProduction.count)} of ${formatNumber(inProduction.of)} active initiatives are in production (${formatShare(inProduction.share)}).`,
    );
  }
  lines.push(
    summary.net3.value === null
      ? `Net value is unmeasured: ${summary.net3.why ?? 'no month is closed yet'}.`
      : `Net value of ${plural(summary.measuredInitiatives, 'measured initiative')}: ${formatMoney(summary.net3.value, summary.currency)} (${summary.net3.label}).`,
  );
  return lines;
}

function figures(summary: PortfolioSummary): BoardReport['figures'] {
  const money = (figure: PortfolioSummary['net3']) =>
    figure.value === null ? UNMEASURED : formatMoney(figure.value, summary.currency);
  const note = (figure: PortfolioSummary['net3']) =>
    figure.why === null ? figure.label : `${figure.label}; ${figure.why}`;
  const { inProduction, net3, net12, runRate, roi12 } = summary;
  return [
    {
      id: 'inProduction',
      label: 'In production',
      value: `${formatNumber(inProduction.count)} of ${formatNumber(inProduction.of)}`,
      note:
        inProduction.share === null
          ? 'no active initiative'
          : `${formatShare(inProduction.share)} of all not retired; public context 11 % (Deloitte, Tech Trends 2026), not comparable`,
    },
    { id: 'net3', label: 'Net value, last 3 months', value: money(net3), note: note(net3) },
    { id: 'net12', label: 'Net value, last 12 months', value: money(net12), note: note(net12) },
    { id: 'runRate', label: 'Spend run-rate a year', value: money(runRate), note: note(runRate) },
    {
      id: 'roi12',
      label: 'Return on cost',
      value: roi12.value === null ? UNMEASURED : formatShare(roi12.value),
      note: note(roi12),
    },
  ];
}

function notes(input: BoardReportInput): string[] {
  const lines = [
    ...(input.isPast
      ? [
          `The portfolio as it was known at the end of ${input.summary.asOf}. What was entered or corrected later is not in this report.`,
        ]
      : []),
    'The engine recommends; people decide. A verdict is the first of 15 ordered rules whose condition is true.',
    'Blank is unmeasured: never zero, never estimated. Money is actual and undiscounted unless a label says otherwise.',
    `Expected value E is what going on gains over stopping today, the mean over all draws: ${input.summary.valueLabel}. P(value > 0) is the share of draws in which it gains.`,
    'Readiness is 25 × the weighted mean of five gap levels (0 to 4), lowered as their evidence ages.',
  ];
  const silent = RULE_IDS.filter((rule) => !input.evaluatedFor.get(rule));
  if (silent.length > 0 && judgedCount(input.summary) > 0) {
    lines.push(`Not evaluated for any initiative, for want of inputs: ${silent.join(', ')}.`);
  }
  return lines;
}
