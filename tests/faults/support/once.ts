/** Runs `work` once a form and hands every figure that is read off it the same result. */
export function oncePerForm<T>(work: (isQuick: boolean) => T): (isQuick: boolean) => T {
  const results = new Map<boolean, T>();
  return (isQuick) => {
    const known = results.get(isQuick);
    if (known !== undefined) return known;
    const result = work(isQuick);
    results.set(isQuick, result);
    return result;
  };
}
