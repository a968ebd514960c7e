import type { Driver } from '../domain/forward-model.ts';
import { areLoadingsAllowed } from '../uncertainty/copula.ts';
import {
  checkThreePoint,
  fitThreePoint,
  type QuantileForm,
  type ThreePointCheck,
} from '../uncertainty/three-point.ts';
import { byText, type MissingList } from './build-missing.ts';

/** A driver's distribution and the factors it follows, by name and sorted by it. */
export interface FittedDriver {
  readonly driver: Driver;
  readonly form: QuantileForm;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly loadings: readonly { readonly factor: string; readonly loading: number }[];
}

/**
 * A used driver ready to be drawn, or undefined after naming what is missing or infeasible. A heavy tail is no reason
 * to refuse; it is named in `flags`. `awaited` are the ids of the assets its scopes wait for: a volume without stated
 * loadings follows each with `assetLoading` / sqrt(m). A known driver follows nothing.
 */
export function fitDriver(
  driver: Driver,
  awaited: readonly string[],
  assetLoading: number,
  missing: MissingList,
  flags: MissingList,
): FittedDriver | undefined {
  const { id, name, bound, p10, p50, p90 } = driver;
  if (p10 === null) missing.add(`driver:${id}:p10`, `P10 of ${name}`);
  if (p50 === null) missing.add(`driver:${id}:p50`, `P50 of ${name}`);
  if (p90 === null) missing.add(`driver:${id}:p90`, `P90 of ${name}`);
  const loadings = loadingsOf(driver, awaited, assetLoading, missing);
  if (p10 === null || p50 === null || p90 === null) return undefined;
  const check = checkThreePoint(bound, p10, p50, p90);
  if (check.status === 'infeasible') {
    missing.add(`driver:${id}:points`, `${name}: ${pointsProblem(check)}`);
    return undefined;
  }
  if (check.isHeavyTailed) {
    flags.add(`driver:${id}:tail`, `${name}: tail too heavy, narrow it or give an upper bound`);
  }
  const form = fitThreePoint(bound, p10, p50, p90);
  return { driver, form, p10, p50, p90, loadings: check.isConstant ? [] : loadings };
}

function loadingsOf(
  { id, name, isVolume, loadings }: Driver,
  awaited: readonly string[],
  assetLoading: number,
  missing: MissingList,
): FittedDriver['loadings'] {
  if (loadings.length === 0) {
    if (!isVolume) return [];
    return awaited.map((factor) => ({ factor, loading: assetLoading / Math.sqrt(awaited.length) }));
  }
  const names = new Set(loadings.map(({ factor }) => factor));
  if (names.size < loadings.length) {
    missing.add(`driver:${id}:loadings`, `${name}: follows a common factor twice, say it once`);
  } else if (!areLoadingsAllowed(loadings.map(({ loading }) => loading))) {
    missing.add(
      `driver:${id}:loadings`,
      `${name}: the squares of its loadings on common factors sum to more than 0.95`,
    );
  }
  return loadings.filter(({ loading }) => loading !== 0).sort((a, b) => byText(a.factor, b.factor));
}

function pointsProblem(check: ThreePointCheck & { readonly status: 'infeasible' }): string {
  switch (check.reason) {
    case 'not_finite':
      return 'P10, P50, P90 are too large or too far apart to compute with';
    case 'not_ascending':
      return 'P10, P50, P90 are not ascending';
    case 'not_positive':
      return 'P10 is not above 0';
    case 'not_share':
      return 'P10 and P90 are not between 0 and 1';
    case 'metalog_infeasible':
      return middleProblem(check.ratio);
  }
}

function middleProblem(ratio: number | undefined): string {
  if (ratio === undefined) return 'P10, P50, P90 are too near each other: make them equal or wider';
  return `P50 lies too near ${ratio < 0.5 ? 'P10' : 'P90'}: no distribution of this kind has these three points`;
}
