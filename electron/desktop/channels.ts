import type { CallName } from '#shared/api/contract.ts';

/** One channel per call: the page cannot name one itself. */
export const callChannel = (name: CallName): string => `pilotage:call:${name}`;
export const EVENT_CHANNEL = 'pilotage:event';
