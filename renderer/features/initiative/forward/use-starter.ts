import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { announceDone } from '../../../app/undo.ts';
import { useCommand } from '../../../app/use-call.ts';
import { starterFor } from './starter-shape.ts';

export interface StarterRun {
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly start: () => Promise<void>;
}

/** Creates the usual shape as far as it is not there, in one step that one undo takes back. */
export function useStarter(detail: InitiativeDetail): StarterRun {
  const [error, setError] = useState<ApiError | null>(null);
  const command = useCommand('startForwardModel');
  const start = async () => {
    setError(null);
    const { drivers, scopes } = starterFor(detail.initiative.stage, detail, detail.currency);
    const model = {
      drivers: [...drivers],
      scopes: scopes.map(({ lines, ...scope }) => ({
        ...scope,
        lines: lines.map((line) => ({ ...line, role: null, drivers: [...line.drivers] })),
      })),
    };
    const result = await command.run({
      initiativeId: detail.initiative.id,
      model: {
        ...model,
        drivers: model.drivers.map((driver) => ({ ...driver, loadings: [...driver.loadings] })),
      },
    });
    if (result.ok) announceDone('Started the forward model');
    else setError(result.error);
  };
  return { isRunning: command.isRunning, error, start };
}
