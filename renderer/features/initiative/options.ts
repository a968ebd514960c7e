export interface Option {
  readonly value: string;
  readonly label: string;
}

/** The choices of a select from a closed list and its names, in list order. */
export function optionsOf<T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
): Option[] {
  return values.map((value) => ({ value, label: names[value] }));
}

/** The same with a blank first: not known. */
export function optionsWithBlank<T extends string>(
  values: readonly T[],
  names: Readonly<Record<T, string>>,
  blank = 'not known',
): Option[] {
  return [{ value: '', label: blank }, ...optionsOf(values, names)];
}
