import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import type { Bridge } from '#shared/api/contract.ts';
import { connecting, firstCall } from './begin.ts';
import { useHashLocation, useHashSearch } from './hash-location.ts';
import { readNonce } from './nonce.ts';
import { createQueryClient, followHost } from './query-client.ts';
import { Shell } from './shell.tsx';
import { showFile } from './show-file.ts';
import { StartFailure } from './start-failure.tsx';
import { createColorSchemeManager, cssVariablesResolver, theme } from './theme.ts';
import { callQuery } from './use-call.ts';

const queryClient = createQueryClient();
const colorSchemeManager = createColorSchemeManager();
const nonce = readNonce(document);

type Connection =
  | { readonly state: 'connecting' }
  | { readonly state: 'connected'; readonly bridge: Bridge }
  | { readonly state: 'failed'; readonly reason: string };

function useConnection(): Connection {
  const [connection, setConnection] = useState<Connection>({ state: 'connecting' });
  useEffect(() => {
    connecting.then(
      (bridge) => {
        // Its code may still be on the way.
        if (firstCall !== undefined) void queryClient.prefetchQuery(callQuery(firstCall, {}, null));
        setConnection({ state: 'connected', bridge });
      },
      (error: unknown) =>
        setConnection({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
    );
  }, []);
  return connection;
}

function Connected({ bridge }: { readonly bridge: Bridge }) {
  useEffect(() => followHost(bridge, queryClient, showFile), [bridge]);
  return (
    <Router hook={useHashLocation} searchHook={useHashSearch} hrefs={(href) => `#${href}`}>
      <Shell bridge={bridge} />
    </Router>
  );
}

/** The page: theme, cache, host connection, then the shell with the screen of the current route. */
export function App() {
  const connection = useConnection();
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariablesResolver}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
      getStyleNonce={() => nonce}
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} autoClose={8000} containerWidth="26rem" />
        {connection.state === 'connected' ? <Connected bridge={connection.bridge} /> : null}
        {connection.state === 'failed' ? <StartFailure reason={connection.reason} /> : null}
      </QueryClientProvider>
    </MantineProvider>
  );
}
