/** What may stand in a canonical text. Members that are undefined are left out, as JSON does. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | readonly Plain[]
  | { readonly [key: string]: Plain | undefined };

/** How a number is written. */
export type NumberText = (value: number) => string;

/**
 * A number with 15 significant digits, -0 as 0: figures that differ in their last bit by another order of summing read
 * alike. @throws RangeError for NaN and infinity, which no input may be
 */
export function roundedNumber(value: number): string {
  refuseUnreal(value);
  return value === 0 ? '0' : String(Number(value.toPrecision(15)));
}

/** A number to its last bit. @throws RangeError for NaN and infinity */
export function exactNumber(value: number): string {
  refuseUnreal(value);
  return Object.is(value, -0) ? '-0' : String(value);
}

function refuseUnreal(value: number): void {
  if (!Number.isFinite(value)) throw new RangeError(`${value} has no canonical text`);
}

/** JSON with the keys of every object in order: the same content gives the same text, whatever order it was built in. */
export function canonicalText(value: Plain, numberText: NumberText): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return numberText(value);
  if (typeof value === 'string') return JSON.stringify(value);
  if (isList(value)) return `[${value.map((item) => canonicalText(item, numberText)).join(',')}]`;
  const members: string[] = [];
  for (const key of Object.keys(value).sort()) {
    const member = value[key];
    if (member !== undefined) members.push(`${JSON.stringify(key)}:${canonicalText(member, numberText)}`);
  }
  return `{${members.join(',')}}`;
}

function isList(value: Plain): value is readonly Plain[] {
  return Array.isArray(value);
}
