/** Stops compiling when a union gains a member that a switch does not handle; throws if one slips in at run time. */
export function assertNever(value: never): never {
  throw new TypeError(`not handled: ${String(value)}`);
}
