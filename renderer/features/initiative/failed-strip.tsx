import { Button } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { useCommand, useStatus } from '../../app/use-call.ts';
import { countOf } from '../../components/counts.ts';
import { Strip } from '../../components/strip.tsx';

/** Forecasts that could not be computed: that they failed, and the way to try again. */
export function FailedStrip() {
  const failed = useStatus().data?.failedSimulations ?? 0;
  const retry = useCommand('retrySimulations');
  const [error, setError] = useState<ApiError | null>(null);
  if (failed === 0) return null;
  const again = async () => {
    const result = await retry.run({});
    setError(result.ok ? null : result.error);
  };
  return (
    <Strip
      tone="attention"
      title={`${countOf(failed, 'forecast')} could not be computed.`}
      actions={
        <Button loading={retry.isRunning} onClick={() => void again()}>
          Try again
        </Button>
      }
    >
      {error?.message ??
        'Figures that wait for one read “computing”, and the verdict with them. Nothing is lost; the log says why it failed.'}
    </Strip>
  );
}
