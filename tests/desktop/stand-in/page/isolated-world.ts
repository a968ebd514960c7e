import type { Codec } from '../codec.ts';
import type { Bridge } from './bridge.ts';

type Listener = (...args: unknown[]) => void;
type Preload = (require: (id: string) => unknown, module: object, exports: object, process: object) => void;
/** What the main process tells an isolated world: an event, or the answer to a call. */
export type Delivery =
  | { readonly kind: 'event'; readonly channel: string }
  | { readonly kind: 'reply'; readonly id: number; readonly error?: string };

/**
 * The half in the preload's world: `ipcRenderer`, `contextBridge` and the few modules a sandboxed preload
 * may require, then the preload itself. Reaches the page by its source text: nothing from outside its body.
 */
export function startIsolatedWorld(
  globals: Record<string, unknown>,
  codec: Codec,
  bridge: Bridge,
  facts: object,
  preload: Preload,
): void {
  const bound = globals.standInPost as (text: string) => void;
  // Only the code below may talk to the main process.
  delete globals.standInPost;
  /** First line: what this is. The rest: the encoded arguments, not quoted a second time. */
  const post = (head: object, body = '') => bound(`${JSON.stringify(head)}\n${body}`);

  class Emitter {
    #listeners = new Map<string, { readonly given: Listener; readonly run: Listener }[]>();
    #add(name: string, given: Listener, run: Listener): this {
      this.#listeners.set(name, [...(this.#listeners.get(name) ?? []), { given, run }]);
      return this;
    }
    on(name: string, listener: Listener): this {
      return this.#add(name, listener, listener);
    }
    addListener(name: string, listener: Listener): this {
      return this.on(name, listener);
    }
    once(name: string, listener: Listener): this {
      return this.#add(name, listener, (...args) => {
        this.off(name, listener);
        listener(...args);
      });
    }
    off(name: string, listener: Listener): this {
      const all = this.#listeners.get(name) ?? [];
      const at = all.findLastIndex((one) => one.given === listener);
      if (at !== -1) this.#listeners.set(name, all.toSpliced(at, 1));
      return this;
    }
    removeListener(name: string, listener: Listener): this {
      return this.off(name, listener);
    }
    removeAllListeners(name?: string): this {
      if (name === undefined) this.#listeners.clear();
      else this.#listeners.delete(name);
      return this;
    }
    emit(name: string, ...args: unknown[]): boolean {
      const all = this.#listeners.get(name) ?? [];
      for (const one of all) one.run(...args);
      return all.length > 0;
    }
    listenerCount(name: string): number {
      return this.#listeners.get(name)?.length ?? 0;
    }
  }

  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  let lastId = 0;
  const refuse = (name: string) => () => {
    throw new Error(`stand-in: ${name} is not emulated`);
  };
  const ipcRenderer = Object.assign(new Emitter(), {
    send: (channel: string, ...args: unknown[]) => post({ kind: 'send', channel }, codec.encode(args)),
    async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
      const body = codec.encode(args);
      const id = ++lastId;
      return new Promise((resolve, reject) => {
        const fail = (error: Error) =>
          reject(new Error(`Error invoking remote method '${channel}': ${error.message}`));
        waiting.set(id, { resolve, reject: fail });
        post({ kind: 'invoke', id, channel }, body);
      });
    },
    sendSync: refuse('ipcRenderer.sendSync'),
    postMessage: refuse('ipcRenderer.postMessage'),
    sendToHost: refuse('ipcRenderer.sendToHost'),
  });

  const deliver = (head: Delivery, body: string) => {
    if (head.kind === 'event') {
      ipcRenderer.emit(
        head.channel,
        { sender: ipcRenderer, ports: [] },
        ...(codec.decode(body) as unknown[]),
      );
      return;
    }
    const caller = waiting.get(head.id);
    waiting.delete(head.id);
    if (head.error === undefined) caller?.resolve(codec.decode(body));
    else caller?.reject(new Error(head.error));
  };
  Object.defineProperty(globals, 'standInDeliver', { value: deliver });

  const contextBridge = {
    exposeInMainWorld(name: string, api: unknown) {
      bridge.request('expose', ['list', [['value', name], bridge.pack(api)]]);
    },
  };
  const electron = { contextBridge, ipcRenderer, webUtils: { getPathForFile: () => '' } };
  const modules: Readonly<Record<string, unknown>> = {
    electron,
    'electron/renderer': electron,
    events: Object.assign(Emitter, { EventEmitter: Emitter }),
    timers: { setTimeout, clearTimeout, setInterval, clearInterval },
    url: { URL, URLSearchParams },
  };
  const require = (id: string) => {
    const found = modules[id.replace(/^node:/, '')];
    if (!found) throw new Error(`module not found: ${id}`);
    return found;
  };
  const process = Object.assign(new Emitter(), facts, {
    type: 'renderer',
    sandboxed: true,
    contextIsolated: true,
  });
  const module = { exports: {} };
  try {
    preload(require, module, module.exports, process);
  } catch (error) {
    const { message, stack } = error as Error;
    post({ kind: 'preload-error', message, stack });
  }
}
