import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ApiError, Result } from '#shared/api/errors.ts';
import { useCommand } from '../../../app/use-call.ts';
import { pendingKey } from './grid-model.ts';
import type { CellWrite, Changes } from './write-cells.ts';

export interface CellWriter {
  /** Written and not yet read back: shown at once, so that typing never waits. */
  readonly pending: ReadonlyMap<string, number | null>;
  /** Sends one action of the person as one call. Answers whether it was kept. */
  readonly write: (writes: readonly CellWrite[], changes: Changes) => Promise<boolean>;
  readonly error: ApiError | null;
  readonly dismissError: () => void;
}

/** Writes cells and keeps what was written on screen until the initiative has been read again. */
export function useCellWriter(initiativeId: string, layer: 'actual' | 'forecast'): CellWriter {
  const client = useQueryClient();
  const actuals = useCommand('setMonthValues');
  const forecasts = useCommand('setForecastValues');
  const amounts = layer === 'actual' ? actuals : forecasts;
  const readings = useCommand('setReadings');
  const counts = useCommand('setUnitCounts');
  const [pending, setPending] = useState<ReadonlyMap<string, number | null>>(new Map());
  const [error, setError] = useState<ApiError | null>(null);
  const runAmounts = amounts.run;
  const runReadings = readings.run;
  const runCounts = counts.run;

  const write = useCallback(
    async (writes: readonly CellWrite[], changes: Changes) => {
      if (changes.cells.length + changes.readings.length + changes.counts.length === 0) return true;
      const keys = writes.map((one) => [pendingKey(one.row, one.month), one.value] as const);
      setError(null);
      setPending((now) => new Map([...now, ...keys]));
      // One call a kind; a block over several, such as everything deleted, is as many steps to undo.
      let result: Result<unknown> = { ok: true, value: {} };
      if (changes.cells.length > 0) result = await runAmounts({ initiativeId, cells: [...changes.cells] });
      if (result.ok && changes.readings.length > 0) {
        result = await runReadings({ initiativeId, readings: [...changes.readings] });
      }
      if (result.ok && changes.counts.length > 0) {
        result = await runCounts({ initiativeId, counts: [...changes.counts] });
      }
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
    [client, initiativeId, runAmounts, runReadings, runCounts],
  );

  return { pending, write, error, dismissError: () => setError(null) };
}
