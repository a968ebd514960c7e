import { correlateAll, normalScores } from '../uncertainty/copula.ts';
import { openStream, type Stream } from '../uncertainty/streams.ts';
import type { ForwardModel, ModelDriver } from './model.ts';

/** Draws of one block, from place 0 on. */
export interface SampleColumns {
  /** Per driver: uniform numbers bent towards its factors. Untouched for known drivers. */
  readonly uniforms: readonly Float64Array[];
  /** Per asset: uniform numbers; it is late when below its chance of lateness. */
  readonly assets: readonly Float64Array[];
}

/** The random numbers of one model, read on from block to block. */
export interface Sampler {
  /** Writes the next `count` draws to places 0 to count - 1 of every column. At most {@link BLOCK} at a time. */
  next(columns: SampleColumns, count: number): void;
}

/** Draws computed at once: few enough to stay in the processor's cache, enough to make loops worth it. */
export const BLOCK = 1000;

/** Columns for the factors' scores; reused, since one simulation runs at a time in a thread. */
const factorScores: Float64Array[] = [];

/**
 * Opens the streams of a model: (seed, initiative, driver), (seed, "factor", name) and (seed, "asset", id). Factors
 * and assets are shared by name, so that what is common to several initiatives is the same draw in all of them, and
 * no initiative's draws depend on which others exist. Source: methodology 2.6 and 4.2.
 */
export function openSampler(model: ForwardModel, seed: string): Sampler {
  const drivers = model.drivers.map((driver) =>
    driver.form.kind === 'constant' ? null : openDriver(model, seed, driver),
  );
  const isFactorUsed = model.factors.map((_, factor) =>
    drivers.some((driver) => driver?.factors.includes(factor)),
  );
  const factors = model.factors.map((name, factor) =>
    isFactorUsed[factor] ? openStream(seed, 'factor', name) : null,
  );
  const assets = model.assets.map(({ id }) => openStream(seed, 'asset', id));

  return {
    next(columns, count) {
      factors.forEach((stream, factor) => {
        if (stream !== null) fillScores(stream, scoresOf(factor), count);
      });
      drivers.forEach((driver, j) => {
        if (driver !== null) fillDriver(driver, columns.uniforms[j] as Float64Array, count);
      });
      assets.forEach((stream, a) => {
        stream.fill(columns.assets[a] as Float64Array, 0, count);
      });
    },
  };
}

interface OpenDriver {
  readonly stream: Stream;
  readonly loadings: readonly number[];
  readonly factors: readonly number[];
  readonly scores: readonly Float64Array[];
}

function openDriver(model: ForwardModel, seed: string, { id, loadings }: ModelDriver): OpenDriver {
  const factors = loadings.map(({ factor }) => factor);
  return {
    stream: openStream(seed, model.initiativeId, id),
    loadings: loadings.map(({ loading }) => loading),
    factors,
    scores: factors.map(scoresOf),
  };
}

function scoresOf(factor: number): Float64Array {
  for (let i = factorScores.length; i <= factor; i += 1) factorScores.push(new Float64Array(BLOCK));
  return factorScores[factor] as Float64Array;
}

function fillScores(stream: Stream, scores: Float64Array, count: number): void {
  stream.fill(scores, 0, count);
  normalScores(scores, scores, 0, count);
}

function fillDriver({ stream, loadings, scores }: OpenDriver, out: Float64Array, count: number): void {
  stream.fill(out, 0, count);
  if (loadings.length > 0) correlateAll(out, loadings, scores, out, 0, count);
}
