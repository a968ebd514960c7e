/** Text form of what Electron's ipc can carry. */
export interface Codec {
  encode(value: unknown): string;
  decode(text: string): unknown;
}

/** A value inside a table: JSON as it is, or a pair for what JSON lacks (`at` is an index into the table). */
type Slot =
  | string
  | number
  | boolean
  | null
  | readonly ['at', number]
  | readonly ['number' | 'bigint', string]
  | readonly ['undefined'];
type Cell =
  | readonly ['record', readonly (readonly [string, Slot])[]]
  | readonly ['list' | 'set', readonly Slot[]]
  | readonly ['map', readonly (readonly [Slot, Slot])[]]
  | readonly ['date', Slot]
  | readonly ['regexp', string, string]
  | readonly ['bytes', string]
  | readonly ['view', string, Slot, number, number]
  | readonly ['error', string, string, string, Slot];

/**
 * Makes the codec of one side. The function runs in Node and, by its source text, in the page, so it must
 * use nothing from outside its own body.
 *
 * A value that is a plain JSON tree travels as JSON, marked `j`. Anything else goes through the engine's
 * structuredClone first, which refuses what Electron refuses, and travels as a table of cells, marked `t`.
 */
export function createCodec(
  toBase64: (bytes: Uint8Array) => string,
  fromBase64: (text: string) => ArrayBuffer,
): Codec {
  const REFUSED = 'An object could not be cloned.';

  /** True when JSON alone gives the same value back. A second visit to an object means shared identity. */
  function isPlainTree(value: unknown, seen: Set<unknown>): boolean {
    if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
    if (typeof value === 'number') return Number.isFinite(value) && !Object.is(value, -0);
    if (typeof value !== 'object' || seen.has(value)) return false;
    seen.add(value);
    if (Array.isArray(value)) {
      for (let i = 0; i < value.length; i++) if (!isPlainTree(value[i], seen)) return false;
      return true;
    }
    const prototype = Object.getPrototypeOf(value);
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const key of Object.keys(value)) {
      if (!isPlainTree((value as Record<string, unknown>)[key], seen)) return false;
    }
    return true;
  }

  function encodeTable(root: unknown): string {
    const cells: (Cell | null)[] = [];
    const indexes = new Map<object, number>();
    const slot = (value: unknown): Slot => {
      if (value === undefined) return ['undefined'];
      if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
      if (typeof value === 'bigint') return ['bigint', String(value)];
      if (typeof value === 'number') {
        if (Object.is(value, -0)) return ['number', '-0'];
        return Number.isFinite(value) ? value : ['number', String(value)];
      }
      if (typeof value !== 'object') throw new Error(REFUSED);
      let index = indexes.get(value);
      if (index === undefined) {
        index = cells.push(null) - 1;
        indexes.set(value, index);
        cells[index] = cell(value);
      }
      return ['at', index];
    };
    const cell = (value: object): Cell => {
      if (Array.isArray(value)) return ['list', Array.from(value, slot)];
      if (ArrayBuffer.isView(value)) {
        const length = value instanceof DataView ? value.byteLength : (value as Uint8Array).length;
        const kind = Object.prototype.toString.call(value).slice(8, -1);
        return ['view', kind, slot(value.buffer), value.byteOffset, length];
      }
      if (value instanceof ArrayBuffer) return ['bytes', toBase64(new Uint8Array(value))];
      if (value instanceof Map) return ['map', Array.from(value, ([k, v]) => [slot(k), slot(v)] as const)];
      if (value instanceof Set) return ['set', Array.from(value, slot)];
      if (value instanceof Date) return ['date', slot(value.getTime())];
      if (value instanceof RegExp) return ['regexp', value.source, value.flags];
      if (value instanceof Error) {
        return ['error', value.name, value.message, String(value.stack), slot(value.cause)];
      }
      if (Object.prototype.toString.call(value) !== '[object Object]') throw new Error(REFUSED);
      return ['record', Object.entries(value).map(([key, v]) => [key, slot(v)] as const)];
    };
    const start = slot(root);
    return `t${JSON.stringify([start, cells])}`;
  }

  function decodeTable(text: string): unknown {
    const [start, cells] = JSON.parse(text) as [Slot, Cell[]];
    const made: unknown[] = [];
    const read = (from: Slot): unknown => {
      if (from === null || typeof from !== 'object') return from;
      if (from[0] === 'at') return object(from[1]);
      if (from[0] === 'bigint') return BigInt(from[1]);
      return from[0] === 'number' ? Number(from[1]) : undefined;
    };
    // Each container is remembered before it is filled, so that a cycle finds it.
    const object = (index: number): unknown => {
      if (index in made) return made[index];
      const of = cells[index] as Cell;
      switch (of[0]) {
        case 'record': {
          const record = {};
          made[index] = record;
          for (const [key, v] of of[1]) {
            // defineProperty, because assigning to `__proto__` would change the prototype instead.
            const own = { value: read(v), writable: true, enumerable: true, configurable: true };
            Object.defineProperty(record, key, own);
          }
          return record;
        }
        case 'list': {
          const list: unknown[] = [];
          made[index] = list;
          for (const v of of[1]) list.push(read(v));
          return list;
        }
        case 'set': {
          const set = new Set();
          made[index] = set;
          for (const v of of[1]) set.add(read(v));
          return set;
        }
        case 'map': {
          const map = new Map();
          made[index] = map;
          for (const [k, v] of of[1]) map.set(read(k), read(v));
          return map;
        }
        case 'error': {
          const known = (globalThis as Record<string, unknown>)[of[1]] as ErrorConstructor | undefined;
          const isKnown = typeof known === 'function' && /^[A-Z]\w*Error$/.test(of[1]);
          const error = new (isKnown ? known : Error)(of[2]);
          made[index] = error;
          error.stack = of[3];
          const cause = read(of[4]);
          if (cause !== undefined) error.cause = cause;
          return error;
        }
        case 'date':
          made[index] = new Date(read(of[1]) as number);
          return made[index];
        case 'regexp':
          made[index] = new RegExp(of[1], of[2]);
          return made[index];
        case 'bytes':
          made[index] = fromBase64(of[1]);
          return made[index];
        case 'view': {
          const View = (globalThis as Record<string, unknown>)[of[1]] as Uint8ArrayConstructor;
          made[index] = new View(read(of[2]) as ArrayBuffer, of[3], of[4]);
          return made[index];
        }
      }
    };
    return read(start);
  }

  return {
    encode(value) {
      if (isPlainTree(value, new Set())) return `j${JSON.stringify(value)}`;
      let copy: unknown;
      try {
        copy = structuredClone(value);
      } catch {
        throw new Error(REFUSED);
      }
      return encodeTable(copy);
    },
    decode(text) {
      return text.startsWith('j') ? JSON.parse(text.slice(1)) : decodeTable(text.slice(1));
    },
  };
}
