import type { EvidenceKind } from './gap.ts';
import type { IsoDate, MinorUnits, MonthIndex } from './units.ts';

/** What values a driver may take: above 0, between 0 and 1, or any number. */
export const DRIVER_BOUNDS = ['positive', 'share', 'free'] as const;
export type DriverBound = (typeof DRIVER_BOUNDS)[number];

export const DRIVER_BOUND_NAMES: Readonly<Record<DriverBound, string>> = {
  positive: 'Above 0',
  share: 'Share, 0 to 1',
  free: 'Any number',
};

/** Common causes beside the shared assets that drivers of several initiatives may depend on. */
export const COMMON_FACTORS = ['token_price', 'wage_rate', 'adoption_climate'] as const;
export type CommonFactor = (typeof COMMON_FACTORS)[number];

export const COMMON_FACTOR_NAMES: Readonly<Record<CommonFactor, string>> = {
  token_price: 'Token price',
  wage_rate: 'Wage rate',
  adoption_climate: 'Adoption climate',
};

/** How strongly a driver follows a common factor: a common factor's name or the id of a shared asset, and -1 to 1. */
export interface FactorLoading {
  readonly factor: string;
  readonly loading: number;
}

/**
 * A quantity the forward model is built from, at its steady level: before ramp, before the benefit haircut.
 * Three equal numbers = known. null = not entered yet, which makes the figures unknown.
 */
export interface Driver {
  readonly id: string;
  readonly initiativeId: string;
  readonly name: string;
  /** "per month", "EUR per task", "minutes". */
  readonly unit: string;
  readonly bound: DriverBound;
  readonly p10: number | null;
  readonly p50: number | null;
  readonly p90: number | null;
  /** When the three numbers were set, and what they rest on. */
  readonly datedOn: IsoDate | null;
  readonly grade: EvidenceKind | null;
  /** A volume: loads by default on the shared assets its scopes wait for. */
  readonly isVolume: boolean;
  /** Stated loadings; empty = the default of volumes, or none. */
  readonly loadings: readonly FactorLoading[];
  /** What it would cost to measure it better; null = not priced. */
  readonly measureCost: MinorUnits | null;
  readonly measureDays: number | null;
  readonly sortOrder: number;
}

/** The stages a scope may stand for; an expansion is a scaled initiative grown once more. */
export const SCOPE_STAGES = ['idea', 'pilot', 'limited', 'scaled', 'expansion'] as const;
export type ScopeStage = (typeof SCOPE_STAGES)[number];

export const SCOPE_STAGE_NAMES: Readonly<Record<ScopeStage, string>> = {
  idea: 'Idea',
  pilot: 'Pilot',
  limited: 'Limited production',
  scaled: 'Scaled',
  expansion: 'Expansion',
};

/** Position on the road: idea 0 to expansion 4. */
export const SCOPE_STAGE_RANK: Readonly<Record<ScopeStage, number>> = {
  idea: 0,
  pilot: 1,
  limited: 2,
  scaled: 3,
  expansion: 4,
};

/** `measured`: set from at least 3 closed months of that stage, so it already contains the shortfall of promises. */
export const SCOPE_BASES = ['plan', 'measured'] as const;
export type ScopeBasis = (typeof SCOPE_BASES)[number];

/**
 * What a line of a scope is: money gained a month (ramps), a cost a month that ramps, a cost a month that is full from
 * go-live, or a cost paid once in the decision month.
 */
export const SCOPE_LINE_KINDS = ['benefit', 'variable', 'fixed', 'once'] as const;
export type ScopeLineKind = (typeof SCOPE_LINE_KINDS)[number];

export const SCOPE_LINE_KIND_NAMES: Readonly<Record<ScopeLineKind, string>> = {
  benefit: 'Benefit a month',
  variable: 'Variable cost a month',
  fixed: 'Fixed cost a month',
  once: 'One-off cost',
};

/** Fewest and most drivers a line may multiply. */
export const DRIVERS_PER_LINE = { fewest: 1, most: 5 } as const;

/** One product: amount = (constant + shadow price of the role) x the drivers, in currency units. */
export interface ScopeLine {
  readonly id: string;
  readonly scopeId: string;
  readonly name: string;
  readonly kind: ScopeLineKind;
  /** k: a unit conversion such as 1/60, realisation x attribution, or the loaded rate of a team line. */
  readonly constant: number;
  /** A driver named twice is squared. */
  readonly driverIds: readonly string[];
  /** People role whose shadow price (money per person-month) is added to the constant; null = no people line. */
  readonly role: string | null;
  readonly sortOrder: number;
}

/** The initiative as it is, or would be, in one stage. Decision, build and ramp months matter for later scopes only. */
export interface Scope {
  readonly id: string;
  readonly initiativeId: string;
  readonly stage: ScopeStage;
  readonly basis: ScopeBasis;
  /** Months after the as-of month in which the step is decided; null = not entered. */
  readonly decisionMonth: number | null;
  readonly buildMonths: number | null;
  readonly rampMonths: number | null;
  readonly lines: readonly ScopeLine[];
}

/** What stopping today brings and costs. Absent terms are unknown; nothing is taken as zero. */
export interface StopTerms {
  readonly salvage: MinorUnits;
  readonly exitCost: MinorUnits;
  /** Paid each month after stopping, for so many months. */
  readonly upkeepPerMonth: MinorUnits;
  readonly upkeepMonths: number;
}

export const ASSET_KINDS = [
  'connector',
  'data_product',
  'eval_suite',
  'guardrail',
  'library',
  'platform',
] as const;
export type AssetKind = (typeof ASSET_KINDS)[number];

export const ASSET_KIND_NAMES: Readonly<Record<AssetKind, string>> = {
  connector: 'Connector',
  data_product: 'Data product',
  eval_suite: 'Evaluation suite',
  guardrail: 'Guardrail',
  library: 'Prompt or tool library',
  platform: 'Platform',
};

/** Something several initiatives build on. Its cost is never a line of an initiative. */
export interface SharedAsset {
  readonly id: string;
  readonly name: string;
  readonly kind: AssetKind;
  /** Live since; null = not live. */
  readonly liveOn: IsoDate | null;
  readonly plannedLiveMonth: MonthIndex | null;
  /** Chance that it comes late, and then by how many months. null = not entered. */
  readonly lateProbability: number | null;
  readonly monthsLate: number | null;
}

/** An initiative's use of a shared asset: from which stage on it cannot do without. */
export interface AssetUse {
  readonly asset: SharedAsset;
  readonly neededFrom: ScopeStage;
}
