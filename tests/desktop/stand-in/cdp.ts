import type { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import type { Readable, Writable } from 'node:stream';
import type { CDPSession } from '@playwright/test';

declare const probe: CDPSession;
/** Payload of the protocol event that a paused request announces. */
export type PausedRequest = Parameters<Parameters<typeof probe.addListener<'Fetch.requestPaused'>>[1]>[0];
/** Payload of the protocol event that announces a new page. */
export type AttachedTarget = Parameters<
  Parameters<typeof probe.addListener<'Target.attachedToTarget'>>[1]
>[0];

interface Message {
  readonly id?: number;
  readonly sessionId?: string;
  readonly method: string;
  readonly params: object;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

interface Pending {
  readonly method: string;
  readonly failure: Error;
  resolve(result: unknown): void;
  reject(error: Error): void;
}

/** One attached target, or the browser itself: typed like Playwright's session, over our own pipe. */
export class CdpSession {
  readonly events = new EventEmitter().setMaxListeners(0);
  readonly send: CDPSession['send'];
  readonly on: CDPSession['on'];

  constructor(post: (method: string, params: object) => Promise<unknown>) {
    this.send = ((method: string, params: object = {}) => post(method, params)) as CDPSession['send'];
    this.on = ((name: string, listener: (payload: unknown) => void) => {
      this.events.on(name, listener);
    }) as unknown as CDPSession['on'];
  }
}

/**
 * The DevTools protocol over Chromium's debugging pipe: file descriptor 3 to it, 4 from it, messages ended
 * by a NUL. The pipe also ties the two lifetimes: when this process is gone, Chromium ends by itself.
 */
export class CdpConnection extends CdpSession {
  readonly child: ChildProcess;
  readonly #toBrowser: Writable;
  readonly #pending = new Map<number, Pending>();
  readonly #sessions = new Map<string, CdpSession>();
  #lastId = 0;
  #partial: Buffer[] = [];

  constructor(child: ChildProcess) {
    super((method, params) => this.#post(method, params));
    this.child = child;
    this.#toBrowser = child.stdio[3] as Writable;
    // A broken pipe is reported by the exit of the child, below.
    this.#toBrowser.on('error', () => {});
    const fromBrowser = child.stdio[4] as Readable;
    fromBrowser.on('data', (chunk: Buffer) => this.#receive(chunk)).on('error', () => {});
    child.once('exit', () => this.#end());
    child.once('error', () => this.#end());
  }

  /** The session of an attached target, the same object every time. */
  session(sessionId: string): CdpSession {
    let session = this.#sessions.get(sessionId);
    if (!session) {
      session = new CdpSession((method, params) => this.#post(method, params, sessionId));
      this.#sessions.set(sessionId, session);
    }
    return session;
  }

  #post(method: string, params: object, sessionId?: string): Promise<unknown> {
    const id = ++this.#lastId;
    // Made here, so that its stack names the caller.
    const failure = new Error(method);
    return new Promise((resolve, reject) => {
      this.#pending.set(id, { method, failure, resolve, reject });
      this.#toBrowser.write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  #receive(chunk: Buffer): void {
    let rest = chunk;
    for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
      this.#partial.push(rest.subarray(0, end));
      const text = Buffer.concat(this.#partial).toString('utf8');
      this.#partial = [];
      rest = rest.subarray(end + 1);
      this.#dispatch(JSON.parse(text) as Message);
    }
    if (rest.length > 0) this.#partial.push(rest);
  }

  #dispatch(message: Message): void {
    if (message.id !== undefined) {
      const pending = this.#pending.get(message.id);
      this.#pending.delete(message.id);
      if (message.error && pending) {
        pending.failure.message = `${pending.method}: ${message.error.message}`;
        pending.reject(pending.failure);
      } else pending?.resolve(message.result);
      return;
    }
    const from = message.sessionId === undefined ? this : this.session(message.sessionId);
    from.events.emit(message.method, message.params);
    if (message.method === 'Target.detachedFromTarget') {
      const { sessionId } = message.params as { sessionId: string };
      this.#sessions.get(sessionId)?.events.emit('detached');
      this.#sessions.delete(sessionId);
    }
  }

  #end(): void {
    for (const pending of this.#pending.values()) {
      pending.failure.message = `${pending.method}: Chromium has ended`;
      pending.reject(pending.failure);
    }
    this.#pending.clear();
    this.events.emit('closed');
  }
}
