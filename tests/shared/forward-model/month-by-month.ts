import type { ForwardModel } from '#shared/forward-model/model.ts';

/*
 * The forward model written out month by month from the text of methodology 2.6, sharing no code with the engine: the
 * reference its closed form is held against.
 */

export interface Reference {
  readonly delta: number;
  readonly benefit: number;
  readonly cost: number;
  /** Sum of the sizes of everything added up, for a tolerance relative to it. */
  readonly scale: number;
  /** Cumulated extra money of the step to scope 1 after 12 months and at the horizon, and whether it pays. */
  readonly step: {
    readonly atPayback: number;
    readonly atHorizon: number;
    readonly paysBack: boolean;
  } | null;
}

export function monthByMonth(
  model: ForwardModel,
  values: readonly number[],
  late: readonly boolean[],
): Reference {
  const { scopes, horizon } = model;
  const last = scopes.length - 1;
  const D = [0];
  const T = [0];
  const w = [1];
  for (let k = 1; k <= last; k += 1) {
    const scope = scopes[k] as ForwardModel['scopes'][number];
    D[k] = Math.max(scope.decisionMonth, T[k - 1] as number);
    const live = scope.assets.map((a) => {
      const asset = model.assets[a] as ForwardModel['assets'][number];
      return late[a] ? asset.liveMonth + asset.monthsLate : asset.liveMonth;
    });
    T[k] = Math.max((D[k] as number) + scope.buildMonths, ...live);
    w[k] = (w[k - 1] as number) * scope.stepProbability;
  }
  const sum = (k: number, kind: string) => {
    const scope = scopes[k];
    if (scope === undefined) return 0;
    let total = 0;
    for (const line of scope.lines) {
      if (line.kind !== kind) continue;
      let product = line.constant;
      for (const j of line.drivers) product *= values[j] as number;
      total += product;
    }
    return kind === 'benefit' && !(k === 0 && scope.isMeasured) ? total * model.benefitHaircut : total;
  };
  const d = (t: number) => {
    const end = (1 + model.discountRate) ** (-t / 12);
    return t >= 1 && model.timing === 'mid' ? end * (1 + model.discountRate) ** (1 / 24) : end;
  };
  const passesOnOnly = (k: number) => scopes[k]?.stage === 'idea' || scopes[k]?.stage === 'pilot';

  let benefit = 0;
  let cost = 0;
  let settled = 0;
  let scale = Math.abs(model.stopValue);
  for (let t = 0; t <= horizon; t += 1) {
    for (let k = 0; k <= last; k += 1) {
      if (t === D[k]) {
        cost += (w[k] as number) * sum(k, 'once') * d(t);
        scale += Math.abs((w[k] as number) * sum(k, 'once') * d(t));
      }
      if (t <= (T[k] as number)) continue;
      let weight = w[k] as number;
      if (k < last) {
        const isNextLive = t > (T[k + 1] as number);
        if (passesOnOnly(k))
          weight = isNextLive ? 0 : t > (D[k + 1] as number) ? (w[k + 1] as number) : weight;
        else if (isNextLive) weight -= w[k + 1] as number;
      }
      const g = k === 0 ? 1 : Math.min(1, (t - (T[k] as number)) / (scopes[k]?.rampMonths ?? 1));
      const grown = (kind: string) => {
        const before = k === 0 ? 0 : sum(k - 1, kind);
        return before + g * (sum(k, kind) - before);
      };
      const b = weight * d(t) * grown('benefit');
      const c = weight * d(t) * (grown('variable') + sum(k, 'fixed'));
      benefit += b;
      cost += c;
      scale += Math.abs(b) + Math.abs(c);
    }
  }
  for (let k = 0; k < last; k += 1) {
    if (passesOnOnly(k)) settled += ((w[k] as number) - (w[k + 1] as number)) * d(D[k + 1] as number);
  }
  const delta = benefit - cost + model.stopValue * settled - model.stopValue;
  return {
    delta,
    benefit,
    cost,
    scale,
    step: last === 0 ? null : step(model, sum, D[1] as number, T[1] as number),
  };
}

function step(
  { scopes, horizon, paybackMonths }: ForwardModel,
  sum: (k: number, kind: string) => number,
  decided: number,
  live: number,
): Reference['step'] {
  const extra = (kind: string) => sum(1, kind) - sum(0, kind);
  let cumulative = -sum(1, 'once');
  let atPayback = cumulative;
  // Sustained payback, told from the whole line: the first month from which it stays at 0 or above.
  let backFrom: number | null = null;
  for (let t = decided; t <= horizon; t += 1) {
    if (t > live) {
      const g = Math.min(1, (t - live) / (scopes[1]?.rampMonths ?? 1));
      cumulative += g * (extra('benefit') - extra('variable')) - extra('fixed');
    }
    if (t <= decided + paybackMonths) atPayback = cumulative;
    if (cumulative < 0) backFrom = null;
    else backFrom ??= t;
  }
  const isLive = live < decided + paybackMonths;
  const paysBack = isLive && backFrom !== null && backFrom <= decided + paybackMonths;
  return { atPayback, atHorizon: cumulative, paysBack };
}
