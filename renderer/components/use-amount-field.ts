import { useDiscreet } from './money-words.ts';

const SHOWN = {} as const;
/** A password field shows, speaks and copies nothing of what it holds, and can still be written into. */
const HIDDEN_FIELD = { type: 'password', autoComplete: 'off', 'data-amount-hidden': true } as const;

/**
 * What an input of an amount takes on in discreet mode, to be spread over it.
 * @param isAmount false for a field that holds no money
 */
export function useAmountField(isAmount = true): typeof SHOWN | typeof HIDDEN_FIELD {
  return useDiscreet() && isAmount ? HIDDEN_FIELD : SHOWN;
}
