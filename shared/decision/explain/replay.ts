import { computeAmounts } from '../../forward-model/amounts.ts';
import { openClosedForm } from '../../forward-model/closed-form.ts';
import { newColumns, newOutcomes } from '../../forward-model/columns.ts';
import { type DrawColumns, drawColumns } from '../../forward-model/draw-columns.ts';
import { LateCombinations } from '../../forward-model/late-combinations.ts';
import type { ForwardModel } from '../../forward-model/model.ts';
import { BLOCK } from '../../forward-model/sampler.ts';
import { transform } from '../../uncertainty/three-point.ts';
import type { Simulated } from '../result.ts';
import { ruleFigures } from './rule-figures.ts';

/** Simulates models that differ little, always from the same random numbers. */
export interface Replay {
  /** All draws of a model, kept. */
  columns(model: ForwardModel): DrawColumns;
  /** The figures of a model that rules read; equal models are computed once. */
  figures(model: ForwardModel): Simulated;
}

/** Draws of this many differently built models are kept: that of now, of the last review, and variations. */
const KEPT = 4;

/**
 * Opens a replay with `draws` draws, never extended, so that two models differ by their inputs alone and not by what
 * was drawn. A model with the same drivers, loadings and assets as one before is computed from that one's random
 * numbers, and of the rest only what changed.
 */
export function openReplay(seed: string, draws: number): Replay {
  const kept = new Map<string, DrawColumns>();
  const known = new Map<string, Simulated>();
  const vary = openVariation(draws);

  const columns = (model: ForwardModel): DrawColumns => {
    const key = drawnBy(model);
    const found = kept.get(key) ?? drawColumns({ model, seed }, draws);
    // Set anew, it becomes the one used last; the one unused for longest goes.
    kept.delete(key);
    kept.set(key, found);
    const oldest = kept.keys().next();
    if (kept.size > KEPT && oldest.done === false) kept.delete(oldest.value);
    return found;
  };

  return {
    columns,
    figures: (model) => {
      const key = JSON.stringify(model);
      const figures = known.get(key) ?? vary(columns(model), model);
      known.set(key, figures);
      return figures;
    },
  };
}

/** What the random numbers of a model depend on: who draws and what they load on, not what is made of the numbers. */
function drawnBy({ initiativeId, drivers, factors, assets }: ForwardModel): string {
  const drawn = drivers.map(({ id, form, loadings }) => [id, form.kind === 'constant', loadings]);
  return JSON.stringify([initiativeId, drawn, factors, assets.map(({ id }) => id)]);
}

/** Everything between the random numbers and the rules, computed anew only where a model differs from its base. */
function openVariation(draws: number): (base: DrawColumns, model: ForwardModel) => Simulated {
  const ratios = new Float64Array(draws);
  const out = newOutcomes(draws);
  const rows = new Int32Array(draws);
  const changed: Float64Array[] = [];
  let amountColumns: Float64Array[] = [];

  const valuesOf = (base: DrawColumns, model: ForwardModel): readonly Float64Array[] =>
    model.drivers.map(({ form }, j) => {
      const before = base.model.drivers[j];
      if (before !== undefined && isEqual(form, before.form)) return base.values[j] as Float64Array;
      const column = changed[j] ?? new Float64Array(draws);
      changed[j] = column;
      transform(form, form.kind === 'constant' ? column : (base.uniforms[j] as Float64Array), column);
      return column;
    });

  const amountsOf = (base: DrawColumns, model: ForwardModel): readonly Float64Array[] => {
    if (isEqual(amountTerms(model), amountTerms(base.model))) return base.amounts;
    if (amountColumns.length < base.amounts.length) amountColumns = newColumns(base.amounts.length, draws);
    const values = valuesOf(base, model);
    // Blocks that stay in the processor's cache.
    for (let from = 0; from < draws; from += BLOCK) {
      const count = Math.min(BLOCK, draws - from);
      const block = (column: Float64Array): Float64Array => column.subarray(from, from + count);
      computeAmounts(model, values.map(block), count, amountColumns.map(block));
    }
    return amountColumns;
  };

  return (base, model) => {
    const amounts = amountsOf(base, model);
    const isSameTime = isEqual(timeTerms(model), timeTerms(base.model));
    const combinations = isSameTime ? base.combinations : new LateCombinations(model);
    const rowOf = isSameTime ? base.rowOf : rows;
    if (!isSameTime) combinations.assignRows(base.assets, draws, rowOf);
    const closedForm = openClosedForm(model, combinations.rows);
    for (let from = 0; from < draws; from += BLOCK) {
      const count = Math.min(BLOCK, draws - from);
      const block = amounts.map((column) => column.subarray(from, from + count));
      closedForm.run(block, rowOf.subarray(from, from + count), count, out, from);
    }
    return ruleFigures(model, out, ratios);
  };
}

/** What the amounts of a model depend on beside random numbers. */
function amountTerms({ benefitHaircut, drivers, scopes }: ForwardModel): unknown {
  const lines = scopes.map(({ isMeasured, lines }) => [isMeasured, lines]);
  return [benefitHaircut, drivers.map(({ form }) => form), lines];
}

/** What the annuities of a model and the row of each draw depend on beside random numbers: everything but amounts. */
function timeTerms({
  drivers: _,
  benefitHaircut: __,
  stopValue: ___,
  scopes,
  ...rest
}: ForwardModel): unknown {
  return [rest, scopes.map(({ lines: _lines, ...scope }) => scope)];
}

/** Models are plain data with their members in a fixed order. */
function isEqual(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
