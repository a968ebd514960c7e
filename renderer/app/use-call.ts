import { keepPreviousData, type UseQueryResult, useMutation, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallName, Input, Output } from '#shared/api/contract.ts';
import type { ApiError, Result } from '#shared/api/errors.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useDiscreet } from '../components/money-words.ts';
import { useDay } from '../stores/day.ts';
import { getBridge } from './bridge.ts';
import { isWriting, onDay } from './looking.ts';
import { pastReason } from './past-words.ts';
import { veilAnswer } from './veil-answer.ts';

type AnyCall = (input: unknown) => Promise<Result<unknown>>;

/**
 * Calls the host, for the day that is shown. A failed call is an answer, not an exception; only a broken host connection
 * becomes `unavailable`. On a past day nothing is written: every way to do so is off, and this is what stands behind them.
 */
export async function call<C extends CallName>(name: C, input: Input<C>): Promise<Result<Output<C>>> {
  const { day } = useDay.getState();
  if (day !== null && isWriting(name))
    return { ok: false, error: { code: 'read_only', message: `${pastReason(day)} Nothing was changed.` } };
  return send(name, onDay(name, input, day));
}

async function send<C extends CallName>(name: C, input: Input<C>): Promise<Result<Output<C>>> {
  try {
    const method = getBridge().client[name] as AnyCall;
    return (await method(input)) as Result<Output<C>>;
  } catch (error) {
    const reason = error instanceof Error && error.message !== '' ? ` (${error.message})` : '';
    return {
      ok: false,
      error: {
        code: 'unavailable',
        message: `Pilotage's data service did not answer${reason}. Nothing was changed; try again, or restart Pilotage.`,
      },
    };
  }
}

export interface CallOptions {
  /** False: do not ask yet. */
  readonly isEnabled?: boolean;
  /** True: show the last answer while another input is asked for. */
  readonly keepsPrevious?: boolean;
  readonly refetchOnWindowFocus?: boolean;
}

/** The query of a read for a day, null for today: its key, [name, input with the day], and how to ask. */
export function callQuery<C extends CallName>(name: C, input: Input<C>, day: IsoDate | null) {
  const asked = onDay(name, input, day);
  return {
    queryKey: [name, asked] as const,
    queryFn: async (): Promise<Output<C>> => {
      const result = await send(name, asked);
      if (!result.ok) throw result.error;
      return result.value;
    },
  };
}

/**
 * What the host answers to a read of the day that is shown, cached under [name, input with the day] and refetched after
 * every change of the file.
 */
export function useCall<C extends CallName>(
  name: C,
  input: Input<C>,
  options: CallOptions = {},
): UseQueryResult<Output<C>, ApiError> {
  const day = useDay((state) => state.day);
  const isHidden = useDiscreet();
  const select = useCallback((answer: Output<C>) => veilAnswer(name, answer), [name]);
  return useQuery<Output<C>, ApiError>({
    ...callQuery(name, input, day),
    enabled: options.isEnabled ?? true,
    // Only while something is hidden: a selection is compared in full after every change.
    ...(isHidden ? { select } : {}),
    ...(options.keepsPrevious ? { placeholderData: keepPreviousData } : {}),
    ...(options.refetchOnWindowFocus ? { refetchOnWindowFocus: 'always' as const } : {}),
  });
}

export interface Command<C extends CallName> {
  /** Never rejects: a failure is the answer, to be shown where it was caused. */
  readonly run: (input: Input<C>) => Promise<Result<Output<C>>>;
  readonly isRunning: boolean;
}

/** A write, or anything else done once. What it changed is refetched when the host reports it. */
export function useCommand<C extends CallName>(name: C): Command<C> {
  const mutation = useMutation<Result<Output<C>>, never, Input<C>>({
    mutationKey: [name],
    mutationFn: (input) => call(name, input),
  });
  return { run: mutation.mutateAsync, isRunning: mutation.isPending };
}

/** The state of the open file: name, counts, as-of date, what can be undone. */
export function useStatus(): UseQueryResult<Status, ApiError> {
  // Asked again when the window comes back to the front, so that a new day is noticed.
  return useCall('getStatus', {}, { refetchOnWindowFocus: true });
}
