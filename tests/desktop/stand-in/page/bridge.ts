/** A value on its way between the two worlds of a page. */
export type Packed =
  | readonly ['value', unknown]
  | readonly ['function' | 'promise', number]
  | readonly ['error', string]
  | readonly ['list', readonly Packed[]]
  | readonly ['record', readonly (readonly [string, Packed])[]];

/** One end of the synchronous channel between the page's own world and the preload's. */
export interface Bridge {
  request(operation: string, payload: Packed): unknown;
  serve(operation: string, handler: (payload: Packed) => unknown): void;
  pack(value: unknown): Packed;
  unpack(packed: Packed): unknown;
}

/**
 * Opens one end. The function reaches the page by its source text: it must use nothing from outside its body.
 *
 * A CustomEvent on window runs the listeners of the other world before `dispatchEvent` returns, and its
 * `detail` is structured-cloned on the way, so a call across the worlds is an ordinary synchronous call.
 * Functions and promises travel as numbers and are called back through the channel; of an error only the
 * message travels, as in Electron.
 */
export function openBridge(target: EventTarget, sendName: string, receiveName: string): Bridge {
  // Taken now, before a script of the page could replace them.
  const dispatch = target.dispatchEvent.bind(target);
  const DetailEvent = CustomEvent;
  const typeOf = Object.prototype.toString;
  const MAX_DEPTH = 1000;

  const handlers = new Map<string, (payload: Packed) => unknown>();
  const functions: ((...args: unknown[]) => unknown)[] = [];
  const numbers = new WeakMap<object, number>();
  const settlers = new Map<number, { resolve(value: unknown): void; reject(error: unknown): void }>();
  let promiseCount = 0;
  let answer: Packed | undefined;

  const failure = (error: unknown): Packed => [
    'error',
    error instanceof Error ? error.message : String(error),
  ];

  /** True for a value that the engine clones by itself, cycles included: it then travels as one piece. */
  const isPlain = (value: unknown, seen: Set<unknown>): boolean => {
    if (typeof value === 'function' || typeof value === 'symbol') return false;
    if (typeof value !== 'object' || value === null || seen.has(value)) return true;
    seen.add(value);
    if (Array.isArray(value)) return value.every((item) => isPlain(item, seen));
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    return Object.values(value).every((item) => isPlain(item, seen));
  };

  const pack = (value: unknown, depth = 0): Packed => {
    if (depth > MAX_DEPTH)
      throw new TypeError('contextBridge: objects nested deeper than 1000 are not supported');
    if (typeof value === 'function') {
      let number = numbers.get(value);
      if (number === undefined) {
        number = functions.push(value as (...args: unknown[]) => unknown) - 1;
        numbers.set(value, number);
      }
      return ['function', number];
    }
    if (value instanceof Promise) {
      const number = ++promiseCount;
      value.then(
        (result) => settle(number, () => pack(result)),
        (error) => settle(number, () => failure(error)),
      );
      return ['promise', number];
    }
    if (value instanceof Error) return failure(value);
    if (isPlain(value, new Set())) return ['value', value];
    if (Array.isArray(value)) return ['list', value.map((item) => pack(item, depth + 1))];
    if (typeOf.call(value) === '[object Object]') {
      const entries = Object.entries(value as object);
      return ['record', entries.map(([key, item]) => [key, pack(item, depth + 1)] as const)];
    }
    try {
      // A detail that cannot be cloned would arrive as null without a word.
      return ['value', structuredClone(value)];
    } catch {
      throw new Error('An object could not be cloned.');
    }
  };

  const unpack = (packed: Packed): unknown => {
    switch (packed[0]) {
      case 'value':
        return packed[1];
      case 'error':
        return new Error(packed[1]);
      case 'function':
        return (...args: unknown[]) =>
          request('call', [
            'list',
            [
              ['value', packed[1]],
              ['list', args.map((arg) => pack(arg))],
            ],
          ]);
      case 'promise':
        return new Promise((resolve, reject) => settlers.set(packed[1], { resolve, reject }));
      case 'list':
        return packed[1].map(unpack);
      case 'record':
        return Object.fromEntries(packed[1].map(([key, item]) => [key, unpack(item)]));
    }
  };

  const request = (operation: string, payload: Packed): unknown => {
    answer = undefined;
    dispatch(new DetailEvent(sendName, { detail: ['request', operation, payload] }));
    const received = answer as Packed | undefined;
    answer = undefined;
    if (!received) throw new Error('contextBridge: the other world did not answer');
    if (received[0] === 'list') return unpack(received[1][0] as Packed);
    throw unpack(received);
  };

  const settle = (number: number, outcome: () => Packed) => {
    let packed: Packed;
    try {
      packed = outcome();
    } catch (error) {
      packed = failure(error);
    }
    request('settle', ['list', [['value', number], packed]]);
  };

  handlers.set('call', (payload) => {
    const [index, args] = payload[1] as [readonly ['value', number], Packed];
    const called = functions[index[1]];
    if (!called) throw new Error('contextBridge: unknown function');
    return called(...(unpack(args) as unknown[]));
  });
  handlers.set('settle', (payload) => {
    const [number, outcome] = payload[1] as [readonly ['value', number], Packed];
    const settler = settlers.get(number[1]);
    settlers.delete(number[1]);
    if (outcome[0] === 'error') settler?.reject(unpack(outcome));
    else settler?.resolve(unpack(outcome));
  });

  const receive = (event: Event) => {
    event.stopImmediatePropagation();
    const [kind, operation, payload] = (event as CustomEvent).detail as [string, string, Packed];
    if (kind === 'answer') {
      answer = payload;
      return;
    }
    let reply: Packed;
    try {
      const handler = handlers.get(operation);
      if (!handler) throw new Error(`contextBridge: no handler for ${operation}`);
      // Wrapped in a list, so that a returned error is a value and not a throw.
      reply = ['list', [pack(handler(payload))]];
    } catch (error) {
      reply = failure(error);
    }
    dispatch(new DetailEvent(sendName, { detail: ['answer', '', reply] }));
  };
  target.addEventListener(receiveName, receive, true);

  return { request, serve: (operation, handler) => void handlers.set(operation, handler), pack, unpack };
}
