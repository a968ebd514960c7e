import type { DecisionResult, Figure, Missing } from '#shared/decision/result.ts';
import type { RuleId } from '#shared/domain/verdict.ts';

/** Something still to be entered, and which rules wait for it. */
export interface MissingItem extends Missing {
  readonly rules: readonly RuleId[];
}

export interface MissingItems {
  /** What the forecast lacks, in the order the engine names it; the points of one driver are one thing. */
  readonly forecast: readonly MissingItem[];
  /** What only rules lack. */
  readonly rules: readonly MissingItem[];
}

const FORECAST_FIGURES = [
  'value',
  'probability',
  'bcr50',
  'unitEconomics',
  'paybackProbability',
] as const satisfies readonly (keyof DecisionResult)[];

function missingOf(figure: Figure): readonly Missing[] {
  return figure.status === 'unknown' || figure.status === 'not_evaluated' ? figure.missing : [];
}

/** Everything the verdict still waits for, each thing once. */
export function missingItems(
  decision: Pick<DecisionResult, (typeof FORECAST_FIGURES)[number] | 'rules'>,
): MissingItems {
  const rulesOf = new Map<string, RuleId[]>();
  const named = new Map<string, Missing>();
  for (const figure of FORECAST_FIGURES) {
    for (const item of missingOf(decision[figure])) named.set(item.code, item);
  }
  const ofForecast = new Set(named.keys());
  for (const rule of decision.rules) {
    for (const item of rule.missing) {
      if (!named.has(item.code)) named.set(item.code, item);
      rulesOf.set(item.code, [...(rulesOf.get(item.code) ?? []), rule.rule]);
    }
  }
  const items = [...named.values()].map((item) => ({
    ...item,
    rules: [...new Set(rulesOf.get(item.code) ?? [])],
  }));
  return {
    forecast: byDriver(items.filter((item) => ofForecast.has(item.code))),
    rules: items.filter((item) => !ofForecast.has(item.code)),
  };
}

const POINT_OF_DRIVER = /^(driver:.+):p[159]0$/;

/** One thing to do a driver: "P10, P50, P90 of Tasks" instead of three lines. */
function byDriver(items: readonly MissingItem[]): readonly MissingItem[] {
  const merged = new Map<string, MissingItem>();
  for (const item of items) {
    const driver = POINT_OF_DRIVER.exec(item.code)?.[1];
    const code = driver ?? item.code;
    const before = merged.get(code);
    const text =
      driver === undefined || before === undefined
        ? item.text
        : `${before.text.split(' of ')[0]}, ${item.text}`;
    merged.set(code, { code, text, rules: [...new Set([...(before?.rules ?? []), ...item.rules])] });
  }
  return [...merged.values()];
}
