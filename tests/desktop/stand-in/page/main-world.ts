import type { Bridge, Packed } from './bridge.ts';

/**
 * The half in the page's own world: puts what the preload exposes on the global object, frozen to the
 * bottom and impossible to replace. Reaches the page by its source text: nothing from outside its body.
 */
export function startMainWorld(globals: Record<string, unknown>, bridge: Bridge): void {
  const freezeDeep = (value: unknown): unknown => {
    // A typed array with elements cannot be frozen.
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    Object.values(value).forEach(freezeDeep);
    return Object.freeze(value);
  };
  bridge.serve('expose', (payload) => {
    const [name, api] = payload[1] as [readonly ['value', string], Packed];
    if (Object.hasOwn(globals, name[1])) {
      throw new Error('Cannot bind an API on top of an existing property on the window object');
    }
    const value = freezeDeep(bridge.unpack(api));
    Object.defineProperty(globals, name[1], {
      value,
      enumerable: true,
      writable: false,
      configurable: false,
    });
    return undefined;
  });
}
