/** Stands for a part of Electron that is not emulated: any use of it says so. */
export function unemulated(name: string): never {
  const refuse = (used: string) => {
    throw new Error(`stand-in: electron.${used} is not emulated`);
  };
  return new Proxy(function notEmulated() {}, {
    get(_target, property) {
      // Playwright and Node's inspector look at symbols and `then` of whatever they are given.
      return typeof property === 'symbol' || property === 'then' ? undefined : refuse(`${name}.${property}`);
    },
    apply: () => refuse(name),
    construct: () => refuse(name),
  }) as never;
}
