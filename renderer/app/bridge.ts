import type { Bridge } from '#shared/api/contract.ts';

declare global {
  interface Window {
    /** Put there by the preload script of the desktop app; absent in browser mode. */
    readonly pilotage?: Bridge;
  }
}

let connected: Bridge | undefined;

/** Finds the host: the desktop's preload, else the HTTP service that served the page. Rejects when neither answers. */
export async function connectBridge(): Promise<Bridge> {
  connected ??= window.pilotage ?? (await connectToService());
  return connected;
}

// The desktop never needs this code, so it is a chunk of its own.
async function connectToService(): Promise<Bridge> {
  const { connectBrowserBridge } = await import('./browser-bridge.ts');
  return connectBrowserBridge();
}

/** The host, once {@link connectBridge} has resolved; the app renders nothing that calls it earlier. */
export function getBridge(): Bridge {
  if (!connected) throw new Error('the page asked for its host before it was connected');
  return connected;
}
