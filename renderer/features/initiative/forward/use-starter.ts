import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { call } from '../../../app/use-call.ts';
import { type Starter, starterFor } from './starter-shape.ts';

export interface StarterRun {
  /** Commands done and asked, while it runs or after it failed; null before. */
  readonly progress: { readonly done: number; readonly of: number } | null;
  readonly isRunning: boolean;
  readonly error: ApiError | null;
  readonly start: () => Promise<void>;
}

/** Where a run stands: ids of what it made, and what is still to make. */
interface Remaining {
  readonly drivers: Map<string, string>;
  readonly scopes: Map<string, string>;
  readonly steps: Step[];
  readonly of: number;
}

type Step =
  | { readonly what: 'driver'; readonly driver: Starter['drivers'][number] }
  | { readonly what: 'scope'; readonly scope: NonNullable<Starter['scopes'][number]['scope']> }
  | {
      readonly what: 'line';
      readonly stage: string;
      readonly line: Starter['scopes'][number]['lines'][number];
    };

/** Creates the usual shape, one command after another; after a failure it goes on where it stopped. */
export function useStarter(detail: InitiativeDetail): StarterRun {
  const [rest, setRest] = useState<Remaining | null>(null);
  const [done, setDone] = useState(0);
  const [isRunning, setIsRunning] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);

  const start = async () => {
    const run = rest ?? remainingOf(detail);
    setRest(run);
    setError(null);
    setIsRunning(true);
    for (let step = run.steps[0]; step !== undefined; step = run.steps[0]) {
      const failure = await take(run, step, detail.initiative.id);
      if (failure !== null) {
        setError(failure);
        setIsRunning(false);
        return;
      }
      run.steps.shift();
      setDone(run.of - run.steps.length);
    }
    setIsRunning(false);
    setRest(null);
  };
  return { progress: rest === null ? null : { done, of: rest.of }, isRunning, error, start };
}

function remainingOf(detail: InitiativeDetail): Remaining {
  const starter = starterFor(detail.initiative.stage, detail, detail.currency);
  const steps = [
    ...starter.drivers.map((driver): Step => ({ what: 'driver', driver })),
    ...starter.scopes.flatMap(({ stage, scope, lines }): Step[] => [
      ...(scope === null ? [] : [{ what: 'scope', scope } as const]),
      ...lines.map((line) => ({ what: 'line', stage, line }) as const),
    ]),
  ];
  return {
    drivers: new Map(detail.drivers.map((driver) => [driver.name, driver.id])),
    scopes: new Map(detail.scopes.map((scope) => [scope.stage, scope.id])),
    steps,
    of: steps.length,
  };
}

async function take(run: Remaining, step: Step, initiativeId: string): Promise<ApiError | null> {
  if (step.what === 'driver') {
    const result = await call('addDriver', { initiativeId, driver: step.driver });
    if (!result.ok) return result.error;
    run.drivers.set(step.driver.name, result.value.id);
    return null;
  }
  if (step.what === 'scope') {
    const result = await call('addScope', { initiativeId, scope: step.scope });
    if (!result.ok) return result.error;
    run.scopes.set(step.scope.stage, result.value.id);
    return null;
  }
  const { name, kind, constant, drivers } = step.line;
  const result = await call('addScopeLine', {
    scopeId: run.scopes.get(step.stage) ?? '',
    line: { name, kind, constant, role: null, driverIds: drivers.map((one) => run.drivers.get(one) ?? '') },
  });
  return result.ok ? null : result.error;
}
