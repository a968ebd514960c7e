import type { ScopeStage } from '../domain/forward-model.ts';
import type { QuantileForm } from '../uncertainty/three-point.ts';

/**
 * The forward model of one initiative as numbers alone (methodology 2.6): what the simulation runs on. Plain data, so
 * that it crosses to a worker and hashes the same everywhere. Money in currency units, months after the as-of month.
 */
export interface ForwardModel {
  readonly initiativeId: string;
  /** H: months looked at. */
  readonly horizon: number;
  /** Annual effective. */
  readonly discountRate: number;
  readonly timing: 'end' | 'mid';
  /** Months within which the increment of scaling must pay back (12). */
  readonly paybackMonths: number;
  /** BRI*, applied to the benefits of every scope that is not `isMeasured`. */
  readonly benefitHaircut: number;
  /** X = salvage - exit - upkeep x months. */
  readonly stopValue: number;
  readonly drivers: readonly ModelDriver[];
  /** Factor names the drivers load on, each once: common factors and asset ids. */
  readonly factors: readonly string[];
  /** The shared assets not yet live that some scope waits for, sorted by id. */
  readonly assets: readonly ModelAsset[];
  /** The current scope first, then the later ones in order. */
  readonly scopes: readonly ModelScope[];
}

export interface ModelDriver {
  readonly id: string;
  readonly form: QuantileForm;
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Index into {@link ForwardModel.factors} and loading; their squares sum to at most .95. */
  readonly loadings: readonly { readonly factor: number; readonly loading: number }[];
}

export interface ModelAsset {
  readonly id: string;
  /** a: planned live month, never below 0. */
  readonly liveMonth: number;
  readonly lateProbability: number;
  readonly monthsLate: number;
}

export interface ModelScope {
  readonly stage: ScopeStage;
  /** Benefits already contain the shortfall: BRI* is not applied. Current scope only. */
  readonly isMeasured: boolean;
  /** D, beta and rho; 0, 0 and 1 for the current scope. */
  readonly decisionMonth: number;
  readonly buildMonths: number;
  readonly rampMonths: number;
  /** Indices into {@link ForwardModel.assets}. */
  readonly assets: readonly number[];
  /** p_k: chance to come here from the scope before; 1 for the current scope. */
  readonly stepProbability: number;
  readonly lines: readonly ModelLine[];
}

export interface ModelLine {
  readonly kind: 'benefit' | 'variable' | 'fixed' | 'once';
  /** k, with the shadow price of the role added. */
  readonly constant: number;
  /** Indices into {@link ForwardModel.drivers}. */
  readonly drivers: readonly number[];
}

/** Values of a figure at which a rule turns: draws are extended when an estimate lies within 2 SE of one. */
export interface Cuts {
  readonly E: readonly number[];
  readonly P: readonly number[];
  readonly UE: readonly number[];
  readonly PB: readonly number[];
  readonly BCR50: readonly number[];
}

/** Everything a simulation depends on; two equal requests have equal results, bit for bit. */
export interface SimulationRequest {
  readonly model: ForwardModel;
  readonly seed: string;
  readonly draws: number;
  readonly mostDraws: number;
  readonly cuts: Cuts;
}
