import { AMOUNTS_PER_SCOPE, BENEFIT, computeAmounts, FIXED, ONCE, VARIABLE } from './amounts.ts';
import { annuitiesOf } from './annuities.ts';
import { openClosedForm } from './closed-form.ts';
import { amountColumns, newColumns, newOutcomes } from './columns.ts';
import type { ForwardModel } from './model.ts';
import { paybackQuestion, unitScope } from './questions.ts';
import { type IsLate, NONE_LATE, timelineOf } from './timeline.ts';

/** b_k, v_k, f_k and o_k of one scope, currency units: a month (once: in all), benefits after BRI*. */
export interface ScopeAmounts {
  readonly benefit: number;
  readonly variable: number;
  readonly fixed: number;
  readonly once: number;
}

/** The model with every driver at one value. Currency units, PV over the horizon. */
export interface Deterministic {
  /** Going on against stopping today. */
  readonly delta: number;
  readonly benefit: number;
  readonly cost: number;
  /** PV(B) / PV(C); null when there is no cost. */
  readonly bcr: number | null;
  /** b_u - v_u, a month; null when no scope from limited production on is stored. */
  readonly unitMargin: number | null;
  /** The extra money of the step to scope 1 at the payback month and at the horizon; null when PB is not asked. */
  readonly step: {
    readonly atPayback: number;
    readonly atHorizon: number;
    readonly paysBack: boolean;
  } | null;
  readonly amounts: readonly ScopeAmounts[];
}

/** The P50 of every driver, in the order of the model. */
export function p50Values(model: ForwardModel): readonly number[] {
  return model.drivers.map(({ p50 }) => p50);
}

/**
 * The deterministic view: Delta and its parts with driver j at `values[j]` (default: all at P50) and no asset late
 * (default). The tornado, the P50 line and the worked example are made of it; it runs the same code as a draw, so that
 * inputs that are all known give E = Delta. Source: methodology 2.6.
 *
 * Example: methodology 2.7 A at P50: Delta 556,883.4027, BCR 1.7422844716.
 * Throws RangeError when there is not one value per driver.
 */
export function evaluateAt(
  model: ForwardModel,
  values: readonly number[] = p50Values(model),
  isLate: IsLate = NONE_LATE,
): Deterministic {
  const amounts = amountsAt(model, values);
  const out = newOutcomes(1);
  const closedForm = openClosedForm(model, [annuitiesOf(model, timelineOf(model, isLate))]);
  closedForm.run(amounts, new Int32Array(1), 1, out, 0);
  const [delta, benefit, cost] = [first(out.delta), first(out.benefit), first(out.cost)];
  return {
    delta,
    benefit,
    cost,
    bcr: cost === 0 ? null : benefit / cost,
    unitMargin: unitScope(model) === undefined ? null : first(out.margin),
    step:
      paybackQuestion(model) === 'asked'
        ? {
            atPayback: first(out.atPayback),
            atHorizon: first(out.atHorizon),
            paysBack: out.paysBack[0] === 1,
          }
        : null,
    amounts: scopeAmounts(model, amounts),
  };
}

/** The monthly amounts of every scope with driver j at `values[j]` (default: all at P50). */
export function amountsOfScopes(
  model: ForwardModel,
  values: readonly number[] = p50Values(model),
): readonly ScopeAmounts[] {
  return scopeAmounts(model, amountsAt(model, values));
}

function amountsAt(model: ForwardModel, values: readonly number[]): readonly Float64Array[] {
  if (values.length !== model.drivers.length) {
    throw new RangeError(`${values.length} values were given for ${model.drivers.length} drivers.`);
  }
  const amounts = newColumns(amountColumns(model.scopes.length), 1);
  computeAmounts(
    model,
    values.map((value) => Float64Array.of(value)),
    1,
    amounts,
  );
  return amounts;
}

function scopeAmounts(model: ForwardModel, amounts: readonly Float64Array[]): readonly ScopeAmounts[] {
  const amount = (k: number, kind: number) => first(amounts[k * AMOUNTS_PER_SCOPE + kind] as Float64Array);
  return model.scopes.map((_, k) => ({
    benefit: amount(k, BENEFIT),
    variable: amount(k, VARIABLE),
    fixed: amount(k, FIXED),
    once: amount(k, ONCE),
  }));
}

function first(values: Float64Array): number {
  return values[0] as number;
}
