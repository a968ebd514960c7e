import type { IpcRenderer } from 'electron';
import type { Bridge, CallName, Client, HostEvent } from '#shared/api/contract.ts';
import { callChannel, EVENT_CHANNEL } from './channels.ts';

/**
 * What the preload exposes: one method per call and the subscription. The page gets neither `ipcRenderer`, nor an
 * event object, nor a say in the channel.
 */
export function makeBridge(
  names: readonly CallName[],
  ipc: Pick<IpcRenderer, 'invoke' | 'on' | 'removeListener'>,
): Bridge {
  const client = Object.fromEntries(
    names.map((name) => [name, (input: unknown) => ipc.invoke(callChannel(name), input)]),
  ) as unknown as Client;
  return Object.freeze({
    client: Object.freeze(client),
    subscribe: (listener: (event: HostEvent) => void) => {
      const forward = (_event: unknown, event: HostEvent) => listener(event);
      ipc.on(EVENT_CHANNEL, forward);
      return () => {
        ipc.removeListener(EVENT_CHANNEL, forward);
      };
    },
  });
}
