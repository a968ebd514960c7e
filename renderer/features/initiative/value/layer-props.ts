import type { ReactNode } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { GridMemory } from './grid-window.ts';

/** What every layer of the grid is given. */
export interface LayerProps {
  readonly detail: InitiativeDetail;
  readonly layerSwitch: ReactNode;
  readonly memory: GridMemory;
}
