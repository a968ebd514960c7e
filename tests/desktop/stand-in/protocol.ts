import { runtime } from './runtime.ts';
import { mapScheme } from './scheme-map.ts';

/** Answers a request of a registered scheme. */
export type ProtocolHandler = (request: Request) => Response | Promise<Response>;

const standardSchemes = new Set<string>();
const handlers = new Map<string, ProtocolHandler>();

/** Electron's `protocol`, for standard schemes with one handler each. */
export const protocol = {
  registerSchemesAsPrivileged(
    list: readonly { readonly scheme: string; readonly privileges?: { readonly standard?: boolean } }[],
  ): void {
    if (runtime.isReady) {
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    }
    for (const { scheme, privileges } of list) {
      if (!privileges?.standard) throw new Error(`stand-in: ${scheme}: only standard schemes are emulated`);
      standardSchemes.add(scheme);
      mapScheme(scheme);
    }
  },
  handle(scheme: string, handler: ProtocolHandler): void {
    if (!runtime.isReady) throw new Error('protocol can only be used after app is ready');
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    if (!standardSchemes.has(scheme)) {
      throw new Error(`stand-in: ${scheme}: register the scheme as privileged and standard first`);
    }
    handlers.set(scheme, handler);
  },
  unhandle(scheme: string): void {
    handlers.delete(scheme);
  },
  isProtocolHandled: (scheme: string): boolean => handlers.has(scheme),
};

/** The handler of an app URL, for the request gate. */
export function protocolHandlerOf(url: string): ProtocolHandler | undefined {
  return handlers.get(url.slice(0, url.indexOf(':')));
}
