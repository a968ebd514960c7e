import { AMOUNTS_PER_SCOPE, BENEFIT, FIXED, ONCE, VARIABLE } from './amounts.ts';
import type { Annuities } from './annuities.ts';
import type { ForwardModel } from './model.ts';
import { paybackQuestion, unitScope } from './questions.ts';

/** Results of draws, one place per draw. Money in currency units, PV. */
export interface OutcomeColumns {
  /** Going on against stopping today. */
  readonly delta: Float64Array;
  readonly benefit: Float64Array;
  readonly cost: Float64Array;
  /** b_u - v_u, a month; 0 where no scope from limited production on is stored. */
  readonly margin: Float64Array;
  /** Net money of the step to scope 1 by the payback month and by the horizon; 0 where PB is not asked. */
  readonly atPayback: Float64Array;
  readonly atHorizon: Float64Array;
  /** 1 where PB is asked, the new scope is live by the payback month, and both sums are at 0 or above. */
  readonly paysBack: Uint8Array;
}

/** The closed form of one model, ready to run over draws. */
export interface ClosedForm {
  /**
   * Computes draws 0 to count - 1 from their amounts and the number of their row, and writes them to places `from` to
   * from + count - 1 of `out`. New rows may have been appended to `rows` since the last call.
   */
  run(
    amounts: readonly Float64Array[],
    rowOf: Int32Array,
    count: number,
    out: OutcomeColumns,
    from: number,
  ): void;
  /** Sum over all draws so far of the terms of scope k, PV, by k >= 1 (0 for k = 0). */
  readonly termSums: Float64Array;
}

/** Per scope: factor of b and v, of f, of o; what the option value needs: carried, ramped, settled by this scope. */
const PER_SCOPE = 6;
/** Per row beside them: settled in all, and the four sums of the step. */
const PER_ROW = 5;

/**
 * The closed form of methodology 2.6, without a loop over months:
 *
 *     PV(B) = sum_k [b_(k-1) (A_k - G_k) + b_k G_k]
 *     PV(C) = sum_k [v_(k-1) (A_k - G_k) + v_k G_k + f_k A_k + w_k d_(D_k) o_k]
 *     Delta = PV(B) - PV(C) + X (settled - 1)
 *     Cum   = -o_1 + S [(b_1 - b_0) - (v_1 - v_0)] - n (f_1 - f_0)
 *
 * `rows` are the annuities per combination of late assets; the sums are gathered by the amount they multiply: b_k and
 * v_k count G_k in their own scope and A_(k+1) - G_(k+1) while the next one grows.
 */
export function openClosedForm(model: ForwardModel, rows: readonly Annuities[]): ClosedForm {
  const scopes = model.scopes.length;
  const stride = scopes * PER_SCOPE + PER_ROW;
  const table = openTable(scopes, stride, rows);
  const termSums = new Float64Array(scopes);
  const unit = unitScope(model);
  const isPaybackAsked = paybackQuestion(model) === 'asked';

  return {
    termSums,
    run(amounts, rowOf, count, out, from) {
      const factors = table();
      const block = view(out, from, count);
      block.benefit.fill(0);
      block.cost.fill(0);
      for (let k = 0; k < scopes; k += 1) addScope(k, amounts, rowOf, factors, stride, block);
      for (let k = 1; k < scopes; k += 1) {
        termSums[k] = (termSums[k] as number) + scopeTerms(model, k, amounts, rowOf, factors, stride, count);
      }
      addStopping(model.stopValue, scopes * PER_SCOPE, rowOf, factors, stride, block);
      if (unit === undefined) block.margin.fill(0);
      else writeMargin(unit, amounts, block);
      if (isPaybackAsked) writeStep(scopes * PER_SCOPE + 1, amounts, rowOf, factors, stride, block);
      else clearStep(block);
    },
  };
}

/** One flat table that follows `rows` as they grow: a draw finds its factors at row x stride. */
function openTable(scopes: number, stride: number, rows: readonly Annuities[]): () => Float64Array {
  let table = new Float64Array(stride);
  let written = 0;
  return () => {
    if (table.length < rows.length * stride) {
      const larger = new Float64Array(2 * rows.length * stride);
      larger.set(table);
      table = larger;
    }
    for (; written < rows.length; written += 1) {
      writeRow(table, written * stride, scopes, rows[written] as Annuities);
    }
    return table;
  };
}

function writeRow(table: Float64Array, start: number, scopes: number, row: Annuities): void {
  for (let k = 0; k < scopes; k += 1) {
    const { full, ramped, carried, once } = row.scopes[k] as Annuities['scopes'][number];
    const carriedByNext = row.scopes[k + 1]?.carried ?? 0;
    table.set(
      [ramped + carriedByNext, full, once, carried, ramped, row.settledBy[k] as number],
      start + k * PER_SCOPE,
    );
  }
  const { step } = row;
  const sums =
    step === null
      ? [0, 0, 0, 0]
      : [step.countAtPayback, step.rampAtPayback, step.countAtHorizon, step.rampAtHorizon];
  table.set([row.settled, ...sums], start + scopes * PER_SCOPE);
}

/** The places of a block of draws. Views, once per block; the loops below then count from 0. */
function view(out: OutcomeColumns, from: number, count: number): OutcomeColumns {
  const end = from + count;
  return {
    delta: out.delta.subarray(from, end),
    benefit: out.benefit.subarray(from, end),
    cost: out.cost.subarray(from, end),
    margin: out.margin.subarray(from, end),
    atPayback: out.atPayback.subarray(from, end),
    atHorizon: out.atHorizon.subarray(from, end),
    paysBack: out.paysBack.subarray(from, end),
  };
}

function amountsOf(amounts: readonly Float64Array[], k: number, kind: number): Float64Array {
  return amounts[k * AMOUNTS_PER_SCOPE + kind] as Float64Array;
}

function at(values: Float64Array, place: number): number {
  return values[place] as number;
}

function addScope(
  k: number,
  amounts: readonly Float64Array[],
  rowOf: Int32Array,
  factors: Float64Array,
  stride: number,
  block: OutcomeColumns,
): void {
  const b = amountsOf(amounts, k, BENEFIT);
  const v = amountsOf(amounts, k, VARIABLE);
  const f = amountsOf(amounts, k, FIXED);
  const o = amountsOf(amounts, k, ONCE);
  const { benefit, cost } = block;
  for (let i = 0; i < benefit.length; i += 1) {
    const place = (rowOf[i] as number) * stride + k * PER_SCOPE;
    const size = at(factors, place);
    benefit[i] = at(benefit, i) + at(b, i) * size;
    cost[i] =
      at(cost, i) + at(v, i) * size + at(f, i) * at(factors, place + 1) + at(o, i) * at(factors, place + 2);
  }
}

/** Sum over the draws of everything that belongs to scope k: what would fall away if it were never entered. */
function scopeTerms(
  model: ForwardModel,
  k: number,
  amounts: readonly Float64Array[],
  rowOf: Int32Array,
  factors: Float64Array,
  stride: number,
  count: number,
): number {
  const [b0, v0] = [amountsOf(amounts, k - 1, BENEFIT), amountsOf(amounts, k - 1, VARIABLE)];
  const [b, v] = [amountsOf(amounts, k, BENEFIT), amountsOf(amounts, k, VARIABLE)];
  const [f, o] = [amountsOf(amounts, k, FIXED), amountsOf(amounts, k, ONCE)];
  let sum = 0;
  for (let i = 0; i < count; i += 1) {
    const place = (rowOf[i] as number) * stride + k * PER_SCOPE;
    sum +=
      (at(b0, i) - at(v0, i)) * at(factors, place + 3) +
      (at(b, i) - at(v, i)) * at(factors, place + 4) -
      at(f, i) * at(factors, place + 1) -
      at(o, i) * at(factors, place + 2) +
      model.stopValue * at(factors, place + 5);
  }
  return sum;
}

function addStopping(
  stopValue: number,
  offset: number,
  rowOf: Int32Array,
  factors: Float64Array,
  stride: number,
  { delta, benefit, cost }: OutcomeColumns,
): void {
  for (let i = 0; i < delta.length; i += 1) {
    const settled = at(factors, (rowOf[i] as number) * stride + offset);
    delta[i] = at(benefit, i) - at(cost, i) + stopValue * settled - stopValue;
  }
}

function writeMargin(unit: number, amounts: readonly Float64Array[], { margin }: OutcomeColumns): void {
  const b = amountsOf(amounts, unit, BENEFIT);
  const v = amountsOf(amounts, unit, VARIABLE);
  for (let i = 0; i < margin.length; i += 1) margin[i] = at(b, i) - at(v, i);
}

function writeStep(
  offset: number,
  amounts: readonly Float64Array[],
  rowOf: Int32Array,
  factors: Float64Array,
  stride: number,
  { atPayback, atHorizon, paysBack }: OutcomeColumns,
): void {
  const [b0, v0, f0] = [
    amountsOf(amounts, 0, BENEFIT),
    amountsOf(amounts, 0, VARIABLE),
    amountsOf(amounts, 0, FIXED),
  ];
  const [b1, v1, f1] = [
    amountsOf(amounts, 1, BENEFIT),
    amountsOf(amounts, 1, VARIABLE),
    amountsOf(amounts, 1, FIXED),
  ];
  const o1 = amountsOf(amounts, 1, ONCE);
  for (let i = 0; i < paysBack.length; i += 1) {
    const place = (rowOf[i] as number) * stride + offset;
    const extra = at(b1, i) - at(b0, i) - (at(v1, i) - at(v0, i));
    const extraFixed = at(f1, i) - at(f0, i);
    const count = at(factors, place);
    const early = at(factors, place + 1) * extra - count * extraFixed - at(o1, i);
    const late = at(factors, place + 3) * extra - at(factors, place + 2) * extraFixed - at(o1, i);
    atPayback[i] = early;
    atHorizon[i] = late;
    paysBack[i] = count > 0 && early >= 0 && late >= 0 ? 1 : 0;
  }
}

function clearStep({ atPayback, atHorizon, paysBack }: OutcomeColumns): void {
  atPayback.fill(0);
  atHorizon.fill(0);
  paysBack.fill(0);
}
