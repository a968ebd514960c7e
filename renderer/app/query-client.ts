import { QueryClient } from '@tanstack/react-query';
import type { Bridge } from '#shared/api/contract.ts';

/**
 * The cache of what the host answered, keyed by [call, input]. Nothing is stale until the host says 'changed';
 * nothing waits for a network, because there is none.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Number.POSITIVE_INFINITY,
        networkMode: 'always',
        retry: false,
        refetchOnWindowFocus: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

/** Queries that hold work in progress: refetching them would start the work again. */
const KEPT: ReadonlySet<unknown> = new Set(['openImport', 'reviseImport']);

/** Asks again for everything that is shown. */
export function refreshAll(queryClient: QueryClient): void {
  void queryClient.invalidateQueries({ predicate: (query) => !KEPT.has(query.queryKey[0]) });
}

/**
 * Refetches what a screen shows after every write, and forgets everything when another file is opened.
 * Every query is refetched, whichever table changed: a screen shows few, and verdicts depend on nearly every table.
 * @returns the function that stops listening.
 */
export function followHost(bridge: Bridge, queryClient: QueryClient, onSwitched: () => void): () => void {
  return bridge.subscribe((event) => {
    if (event.type === 'changed') {
      refreshAll(queryClient);
    } else if (event.type === 'switched') {
      onSwitched();
      void queryClient.resetQueries();
    }
  });
}
