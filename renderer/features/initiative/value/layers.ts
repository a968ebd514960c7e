/** What the grid can show: what happened, what was approved, what is expected now. */
export const LAYERS = ['actual', 'plan', 'forecast'] as const;
export type ValueLayer = (typeof LAYERS)[number];

export const LAYER_NAMES: Readonly<Record<ValueLayer, string>> = {
  actual: 'Actual',
  plan: 'Plan',
  forecast: 'Forecast',
};

/** What the layer calls itself, its cells and its blanks. */
export interface GridWords {
  readonly label: string;
  readonly layer: string;
  readonly blank: string;
  readonly filled: string;
}

export const LAYER_WORDS: Readonly<Record<ValueLayer, GridWords>> = {
  actual: { label: 'Months of cost and outcome', layer: 'actual', blank: 'unmeasured', filled: 'measured' },
  plan: { label: 'Plan by month', layer: 'plan', blank: 'not planned', filled: 'planned' },
  forecast: { label: 'Forecast by month', layer: 'forecast', blank: 'not forecast', filled: 'forecast' },
};
