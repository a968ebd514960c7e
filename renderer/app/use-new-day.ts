import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { refreshAll } from './query-client.ts';
import { useStatus } from './use-call.ts';

/** Asks again for everything when the as-of date has moved: a window left open overnight would show yesterday's ages. */
export function useNewDay(): void {
  const queryClient = useQueryClient();
  const asOf = useStatus().data?.asOf;
  const shown = useRef(asOf);
  useEffect(() => {
    if (shown.current !== undefined && asOf !== undefined && asOf !== shown.current) refreshAll(queryClient);
    shown.current = asOf;
  }, [asOf, queryClient]);
}
