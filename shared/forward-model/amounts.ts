import type { ForwardModel, ModelLine } from './model.ts';

/** Columns per scope: benefit, variable, fixed and once amounts, in this order. */
export const AMOUNTS_PER_SCOPE = 4;
export const BENEFIT = 0;
export const VARIABLE = 1;
export const FIXED = 2;
export const ONCE = 3;

const PLACE: Readonly<Record<ModelLine['kind'], number>> = {
  benefit: BENEFIT,
  variable: VARIABLE,
  fixed: FIXED,
  once: ONCE,
};

/**
 * b_k, v_k, f_k and o_k of `count` draws, in currency units: the sums of the lines of each scope by kind, written to
 * places 0 to count - 1 of the columns `amounts[k * AMOUNTS_PER_SCOPE + kind]`. `values[j]` holds the draws of driver
 * j at the same places. Benefits are already times BRI*, except in a scope that is measured. Lines are added in the
 * order of the model (sorted by id), so the order in which people entered them changes no bit. Nothing is allocated
 * per draw. Throws RangeError for a line that does not multiply 1 to 5 drivers of the model.
 */
export function computeAmounts(
  model: ForwardModel,
  values: readonly Float64Array[],
  count: number,
  amounts: readonly Float64Array[],
): void {
  for (let k = 0; k < model.scopes.length; k += 1) {
    const scope = model.scopes[k] as ForwardModel['scopes'][number];
    const first = k * AMOUNTS_PER_SCOPE;
    for (let kind = 0; kind < AMOUNTS_PER_SCOPE; kind += 1) column(amounts, first + kind).fill(0, 0, count);
    for (const line of scope.lines) {
      const isCut = line.kind === 'benefit' && !scope.isMeasured;
      const constant = isCut ? line.constant * model.benefitHaircut : line.constant;
      addLine(constant, line.drivers, values, count, column(amounts, first + PLACE[line.kind]));
    }
  }
}

/** A loop for each number of drivers: a product kept in a column of its own would be written and read again. */
function addLine(
  constant: number,
  drivers: readonly number[],
  values: readonly Float64Array[],
  count: number,
  sum: Float64Array,
): void {
  const [a, b, c, d, e] = drivers.map((driver) => column(values, driver));
  if (a === undefined || drivers.length > 5) {
    throw new RangeError(`A line multiplies 1 to 5 drivers, not ${drivers.length}.`);
  }
  if (b === undefined) {
    for (let i = 0; i < count; i += 1) sum[i] = at(sum, i) + constant * at(a, i);
  } else if (c === undefined) {
    for (let i = 0; i < count; i += 1) sum[i] = at(sum, i) + constant * at(a, i) * at(b, i);
  } else if (d === undefined) {
    for (let i = 0; i < count; i += 1) sum[i] = at(sum, i) + constant * at(a, i) * at(b, i) * at(c, i);
  } else if (e === undefined) {
    for (let i = 0; i < count; i += 1) {
      sum[i] = at(sum, i) + constant * at(a, i) * at(b, i) * at(c, i) * at(d, i);
    }
  } else {
    for (let i = 0; i < count; i += 1) {
      sum[i] = at(sum, i) + constant * at(a, i) * at(b, i) * at(c, i) * at(d, i) * at(e, i);
    }
  }
}

function at(values: Float64Array, place: number): number {
  return values[place] as number;
}

function column(columns: readonly Float64Array[], place: number): Float64Array {
  const found = columns[place];
  if (found === undefined) throw new RangeError(`There is no column ${place} among ${columns.length}.`);
  return found;
}
