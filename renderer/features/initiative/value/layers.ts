import type { GridWords } from './value-grid.tsx';

/** What the grid can show: what happened, what was approved, what is expected now. */
export const LAYERS = ['actual', 'plan', 'forecast'] as const;
export type ValueLayer = (typeof LAYERS)[number];

export const LAYER_NAMES: Readonly<Record<ValueLayer, string>> = {
  actual: 'Actual',
  plan: 'Plan',
  forecast: 'Forecast',
};

export const LAYER_WORDS: Readonly<Record<ValueLayer, GridWords>> = {
  actual: { label: 'Months of cost and outcome', blank: 'unmeasured', filled: 'measured' },
  plan: { label: 'Plan by month', blank: 'not planned', filled: 'planned' },
  forecast: { label: 'Forecast by month', blank: 'not forecast', filled: 'forecast' },
};
