import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { Input } from '#shared/api/contract.ts';
import type { ApiError, Result } from '#shared/api/errors.ts';
import { useCommand } from '../../../app/use-call.ts';
import { pendingKey } from './grid-model.ts';
import type { CellWrite, Changes } from './write-cells.ts';

export interface CellWriter {
  /** Written and not yet read back: shown at once, so that typing never waits. */
  readonly pending: ReadonlyMap<string, number | null>;
  /** Sends one action of the person as one call, one step to undo. Answers whether it was kept. */
  readonly write: (writes: readonly CellWrite[], changes: Changes) => Promise<boolean>;
  /** The same for forecasts with their ranges. */
  readonly forecast: (
    writes: readonly CellWrite[],
    cells: Input<'setForecastValues'>['cells'],
  ) => Promise<boolean>;
  readonly error: ApiError | null;
  readonly dismissError: () => void;
}

/** Writes cells and keeps what was written on screen until the initiative has been read again. */
export function useCellWriter(initiativeId: string): CellWriter {
  const client = useQueryClient();
  const { run: runActuals } = useCommand('setActuals');
  const { run: runForecasts } = useCommand('setForecastValues');
  const [pending, setPending] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [error, setError] = useState<ApiError | null>(null);

  const send = useCallback(
    async (writes: readonly CellWrite[], run: () => Promise<Result<unknown>>) => {
      const keys = writes.map((one) => [pendingKey(one.row, one.month), one.value] as const);
      setError(null);
      setPending((now) => new Map([...now, ...keys]));
      const result = await run();
      if (result.ok) await client.invalidateQueries({ queryKey: ['getInitiative', { id: initiativeId }] });
      else setError(result.error);
      setPending((now) => {
        const rest = new Map(now);
        // A later write to the same cell has taken the place and takes itself away.
        for (const [key, value] of keys) if (rest.get(key) === value) rest.delete(key);
        return rest;
      });
      return result.ok;
    },
    [client, initiativeId],
  );

  return {
    pending,
    write: useCallback(
      async (writes, { cells, readings, counts }) => {
        if (cells.length + readings.length + counts.length === 0) return true;
        return send(writes, () =>
          runActuals({
            initiativeId,
            cells: [...cells],
            readings: [...readings],
            counts: [...counts],
          }),
        );
      },
      [send, runActuals, initiativeId],
    ),
    forecast: useCallback(
      async (writes, cells) => {
        if (cells.length === 0) return true;
        return send(writes, () => runForecasts({ initiativeId, cells }));
      },
      [send, runForecasts, initiativeId],
    ),
    error,
    dismissError: () => setError(null),
  };
}
