import { transform } from '../uncertainty/three-point.ts';
import { computeAmounts } from './amounts.ts';
import { type OutcomeColumns, openClosedForm } from './closed-form.ts';
import { amountColumns, newColumns, newOutcomes } from './columns.ts';
import { type Figures, figuresOf } from './figures.ts';
import { LateCombinations } from './late-combinations.ts';
import type { ForwardModel, ModelDriver, SimulationRequest } from './model.ts';
import { BLOCK, openSampler } from './sampler.ts';

/** All draws of one initiative, kept to explain a verdict: one place per draw in every column. */
export interface DrawColumns extends OutcomeColumns {
  readonly model: ForwardModel;
  readonly draws: number;
  /** Per driver, in the order of the model. */
  readonly values: readonly Float64Array[];
  /** Per driver the uniform numbers its values come from; empty for a known driver. */
  readonly uniforms: readonly Float64Array[];
  /** Per asset. */
  readonly assets: readonly Float64Array[];
  /** Amounts per scope and kind, see amounts.ts. */
  readonly amounts: readonly Float64Array[];
  /** Row of {@link combinations} per draw. */
  readonly rowOf: Int32Array;
  readonly combinations: LateCombinations;
  readonly figures: Figures;
}

/**
 * The first `draws` draws of a request, kept whole: the same numbers, bit for bit, as simulate() works with. Memory
 * grows with draws x (drivers + amounts), so only one initiative is looked at this way at a time.
 */
export function drawColumns(
  { model, seed }: Pick<SimulationRequest, 'model' | 'seed'>,
  draws: number,
): DrawColumns {
  const uniforms = model.drivers.map(({ form }) => new Float64Array(form.kind === 'constant' ? 0 : draws));
  const assets = newColumns(model.assets.length, draws);
  const sampler = openSampler(model, seed);
  for (let from = 0; from < draws; from += BLOCK) {
    const count = Math.min(BLOCK, draws - from);
    sampler.next({ uniforms: views(uniforms, from, count), assets: views(assets, from, count) }, count);
  }
  const values = newColumns(model.drivers.length, draws);
  model.drivers.forEach(({ form }, j) => {
    const column = values[j] as Float64Array;
    transform(form, form.kind === 'constant' ? column : (uniforms[j] as Float64Array), column);
  });
  const amounts = newColumns(amountColumns(model.scopes.length), draws);
  const rowOf = new Int32Array(draws);
  const combinations = new LateCombinations(model);
  const out = newOutcomes(draws);
  const figures = compute(model, { values, assets, amounts, rowOf, combinations, out, draws });
  return { ...out, model, draws, values, uniforms, assets, amounts, rowOf, combinations, figures };
}

/** Columns of reruns; reused, since one rerun happens at a time in a thread. */
let scratch = {
  values: [] as Float64Array[],
  amounts: [] as Float64Array[],
  rowOf: new Int32Array(0),
  out: newOutcomes(0),
};

/**
 * The figures of a changed model on the same random numbers, so that a difference is due to the change alone. Drivers
 * whose form is the same object keep their values; the others are transformed anew, and everything after the drivers
 * (lines, months, stop terms, lateness, BRI*) is computed anew. Made to be called a few hundred times in a row.
 *
 * Throws RangeError when the changed model has other drivers, loadings or assets, or a driver that was known and no
 * longer is: their random numbers were never drawn.
 */
export function rerun(columns: DrawColumns, model: ForwardModel): Figures {
  requireSameDraws(columns, model);
  const { draws } = columns;
  ensureScratch(draws, model.drivers.length, amountColumns(model.scopes.length));
  const values = model.drivers.map(({ form }, j) => {
    if (form === columns.model.drivers[j]?.form) return columns.values[j] as Float64Array;
    const column = (scratch.values[j] as Float64Array).subarray(0, draws);
    transform(form, form.kind === 'constant' ? column : (columns.uniforms[j] as Float64Array), column);
    return column;
  });
  const { amounts, rowOf, out } = scratch;
  const combinations = new LateCombinations(model);
  return compute(model, { values, assets: columns.assets, amounts, rowOf, combinations, out, draws });
}

interface Work {
  readonly values: readonly Float64Array[];
  readonly assets: readonly Float64Array[];
  readonly amounts: readonly Float64Array[];
  readonly rowOf: Int32Array;
  readonly combinations: LateCombinations;
  readonly out: OutcomeColumns;
  readonly draws: number;
}

/** From drivers to figures, in the same blocks as simulate(), so that sums are rounded alike. */
function compute(model: ForwardModel, work: Work): Figures {
  const { values, assets, amounts, rowOf, combinations, out, draws } = work;
  const closedForm = openClosedForm(model, combinations.rows);
  for (let from = 0; from < draws; from += BLOCK) {
    const count = Math.min(BLOCK, draws - from);
    const rows = rowOf.subarray(from, from + count);
    const block = views(amounts, from, count);
    combinations.assignRows(views(assets, from, count), count, rows);
    computeAmounts(model, views(values, from, count), count, block);
    closedForm.run(block, rows, count, out, from);
  }
  return figuresOf(model, out, closedForm.termSums, draws);
}

function views(columns: readonly Float64Array[], from: number, count: number): readonly Float64Array[] {
  // Known drivers have no uniform numbers; their empty column stays empty.
  return columns.map((column) => column.subarray(from, from + count));
}

function ensureScratch(draws: number, drivers: number, amounts: number): void {
  const isTooSmall = scratch.rowOf.length < draws;
  if (!isTooSmall && scratch.values.length >= drivers && scratch.amounts.length >= amounts) return;
  const length = Math.max(draws, scratch.rowOf.length);
  scratch = {
    values: newColumns(Math.max(drivers, scratch.values.length), length),
    amounts: newColumns(Math.max(amounts, scratch.amounts.length), length),
    rowOf: new Int32Array(length),
    out: newOutcomes(length),
  };
}

function requireSameDraws(columns: DrawColumns, model: ForwardModel): void {
  const before = columns.model;
  const isSame =
    model.initiativeId === before.initiativeId &&
    sameList(model.factors, before.factors) &&
    sameList(
      model.assets.map(({ id }) => id),
      before.assets.map(({ id }) => id),
    ) &&
    model.drivers.length === before.drivers.length &&
    model.drivers.every((driver, j) => isSameDraw(driver, before.drivers[j] as ModelDriver));
  if (!isSame) {
    throw new RangeError(
      'A rerun needs the same initiative, drivers, loadings and assets; simulate the changed model instead.',
    );
  }
}

function isSameDraw(driver: ModelDriver, before: ModelDriver): boolean {
  return (
    driver.id === before.id &&
    (driver.form.kind === 'constant' || before.form.kind !== 'constant') &&
    (driver.loadings === before.loadings || sameLoadings(driver.loadings, before.loadings))
  );
}

function sameLoadings(a: ModelDriver['loadings'], b: ModelDriver['loadings']): boolean {
  return (
    a.length === b.length &&
    a.every(({ factor, loading }, i) => factor === b[i]?.factor && loading === b[i]?.loading)
  );
}

function sameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry, i) => entry === b[i]);
}
