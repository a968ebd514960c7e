import type { LineFigure, Simulated } from '../decision/result.ts';
import { isCutInInterval, isNearCut, samplingStep } from '../uncertainty/edges.ts';
import { transform } from '../uncertainty/three-point.ts';
import { computeAmounts } from './amounts.ts';
import { type ClosedForm, type OutcomeColumns, openClosedForm } from './closed-form.ts';
import { amountColumns, newOutcomes } from './columns.ts';
import { type Figures, figuresOf } from './figures.ts';
import { LateCombinations } from './late-combinations.ts';
import type { Cuts, ForwardModel, SimulationRequest } from './model.ts';
import { BLOCK, openSampler, type Sampler } from './sampler.ts';

/*
 * Columns of one block and of the results. Reused from call to call: one simulation runs at a time in a thread, and
 * memory then grows with the draws of one initiative, not with draws times initiatives.
 */
const values: Float64Array[] = [];
const assets: Float64Array[] = [];
const amounts: Float64Array[] = [];
const rowOf = new Int32Array(BLOCK);
let outcomes: OutcomeColumns = newOutcomes(0);

/**
 * E, P, BCR50, UE and PB of one initiative by simulation, bit for bit the same for the same request. Money in currency
 * units, PV over the horizon, against stopping.
 *
 * Draws are made in blocks; `shouldStop` is asked before each, and a simulation that was told to stop answers
 * 'cancelled'. When a figure lies within 2 SE of one of its cuts (BCR50: a cut inside its interval) the same streams
 * are read on from `draws` to `mostDraws`; a figure that is still there is listed in `onTheLine`. The first draws are
 * the same whether or not more follow. Nothing is allocated per draw. Source: methodology 2.6 and 4.2.
 *
 * Throws RangeError for fewer than 2 draws, and what the streams throw for names with '|'.
 */
export function simulate(
  request: SimulationRequest,
  shouldStop: () => boolean = () => false,
): Simulated | 'cancelled' {
  const { model, draws, mostDraws, cuts } = request;
  if (!(draws >= 2)) throw new RangeError(`A simulation needs 2 draws or more, not ${draws}.`);
  const run = openRun(request);
  if (!advance(run, draws, shouldStop)) return 'cancelled';
  const first = figuresOf(model, outcomes, run.closedForm.termSums, draws);
  const near = figuresNearCuts(first, cuts);
  if (samplingStep(near.length > 0, draws, mostDraws) !== 'extend') {
    return { ...first, isExtended: false, onTheLine: near };
  }
  if (!advance(run, mostDraws, shouldStop)) return 'cancelled';
  const all = figuresOf(model, outcomes, run.closedForm.termSums, mostDraws);
  return { ...all, isExtended: true, onTheLine: figuresNearCuts(all, cuts) };
}

interface Run {
  readonly model: ForwardModel;
  readonly sampler: Sampler;
  readonly combinations: LateCombinations;
  readonly closedForm: ClosedForm;
  done: number;
}

function openRun({ model, seed }: SimulationRequest): Run {
  ensureColumns(values, model.drivers.length);
  ensureColumns(assets, model.assets.length);
  ensureColumns(amounts, amountColumns(model.scopes.length));
  model.drivers.forEach(({ form }, j) => {
    if (form.kind === 'constant') (values[j] as Float64Array).fill(form.a1);
  });
  const combinations = new LateCombinations(model);
  return {
    model,
    sampler: openSampler(model, seed),
    combinations,
    closedForm: openClosedForm(model, combinations.rows),
    done: 0,
  };
}

function ensureColumns(columns: Float64Array[], count: number): void {
  for (let i = columns.length; i < count; i += 1) columns.push(new Float64Array(BLOCK));
}

/** Draws on until `until` draws are done; false when told to stop. */
function advance(run: Run, until: number, shouldStop: () => boolean): boolean {
  ensureOutcomes(run.done, until);
  while (run.done < until) {
    if (shouldStop()) return false;
    const count = Math.min(BLOCK, until - run.done);
    run.sampler.next({ uniforms: values, assets }, count);
    run.model.drivers.forEach(({ form }, j) => {
      const column = values[j] as Float64Array;
      if (form.kind !== 'constant') transform(form, column, column, 0, count);
    });
    run.combinations.assignRows(assets, count, rowOf);
    computeAmounts(run.model, values, count, amounts);
    run.closedForm.run(amounts, rowOf, count, outcomes, run.done);
    run.done += count;
  }
  return true;
}

/** Room for `needed` draws; the first `kept` stay. */
function ensureOutcomes(kept: number, needed: number): void {
  if (outcomes.delta.length >= needed) return;
  const larger = newOutcomes(needed);
  for (const name of Object.keys(larger) as (keyof OutcomeColumns)[]) {
    larger[name].set(outcomes[name].subarray(0, kept));
  }
  outcomes = larger;
}

/** Which figures chance alone could put on the other side of one of their cuts. */
function figuresNearCuts(figures: Figures, cuts: Cuts): readonly LineFigure[] {
  const { expected, probability, unitEconomics, payback, bcr50 } = figures;
  const near: LineFigure[] = [];
  if (isEstimateNear(expected, cuts.E)) near.push('E');
  if (isEstimateNear(probability, cuts.P)) near.push('P');
  if (unitEconomics !== null && isEstimateNear(unitEconomics, cuts.UE)) near.push('UE');
  if (payback !== null && isEstimateNear(payback, cuts.PB)) near.push('PB');
  if (bcr50 !== null && isCutInInterval(bcr50, cuts.BCR50)) near.push('BCR50');
  return near;
}

function isEstimateNear(estimate: Simulated['expected'], cuts: readonly number[]): boolean {
  return isNearCut({ estimate: estimate.value, se: estimate.se }, cuts);
}
