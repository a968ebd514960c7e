import { type Annuities, annuitiesOf } from './annuities.ts';
import type { ForwardModel } from './model.ts';
import { type IsLate, NONE_LATE, timelineOf } from './timeline.ts';

const NOT_MET = -1;

/**
 * The annuities of a model for every combination of late assets that occurs, computed when it first occurs: with m
 * assets there may be 2^m combinations, but never more than draws. Combinations that lead to the same timeline
 * share a row.
 *
 * A combination is found by walking a binary tree, one level per asset, so that any number of assets will do.
 */
export class LateCombinations {
  readonly #model: ForwardModel;
  readonly #rows: Annuities[] = [];
  readonly #rowOfTimeline = new Map<string, number>();
  /** Per asset: node n leads to place 2n when it is on time and 2n + 1 when late; after the last one to a row. */
  readonly #tree: number[][];

  constructor(model: ForwardModel) {
    this.#model = model;
    this.#tree = model.assets.map((_, level) => (level === 0 ? [NOT_MET, NOT_MET] : []));
  }

  /** The annuities by row number; grows with {@link assignRows}. */
  get rows(): readonly Annuities[] {
    return this.#rows;
  }

  /**
   * Writes the row of each draw to places 0 to count - 1 of `out`. `uniforms[a]` holds the draws of asset a at the
   * same places: it is late when u < P(late), the same draw for every initiative that waits for it.
   */
  assignRows(uniforms: readonly Float64Array[], count: number, out: Int32Array): void {
    const { assets } = this.#model;
    if (assets.length === 0) {
      out.fill(this.#rowFor(NONE_LATE), 0, count);
      return;
    }
    for (let draw = 0; draw < count; draw += 1) {
      let node = 0;
      for (let level = 0; level < assets.length; level += 1) {
        const isLate = isAssetLate(this.#model, uniforms, level, draw);
        const place = 2 * node + (isLate ? 1 : 0);
        const next = (this.#tree[level] as number[])[place] as number;
        node = next === NOT_MET ? this.#grow(level, place, uniforms, draw) : next;
      }
      out[draw] = node;
    }
  }

  #grow(level: number, place: number, uniforms: readonly Float64Array[], draw: number): number {
    const below = this.#tree[level + 1];
    let node: number;
    if (below === undefined) {
      node = this.#rowFor((asset) => isAssetLate(this.#model, uniforms, asset, draw));
    } else {
      node = below.length / 2;
      below.push(NOT_MET, NOT_MET);
    }
    (this.#tree[level] as number[])[place] = node;
    return node;
  }

  #rowFor(isLate: IsLate): number {
    const timeline = timelineOf(this.#model, isLate);
    const key = timeline.goLive.join(' ');
    const known = this.#rowOfTimeline.get(key);
    if (known !== undefined) return known;
    this.#rows.push(annuitiesOf(this.#model, timeline));
    this.#rowOfTimeline.set(key, this.#rows.length - 1);
    return this.#rows.length - 1;
  }
}

function isAssetLate(
  model: ForwardModel,
  uniforms: readonly Float64Array[],
  asset: number,
  draw: number,
): boolean {
  const late = (model.assets[asset] as ForwardModel['assets'][number]).lateProbability;
  return ((uniforms[asset] as Float64Array)[draw] as number) < late;
}
