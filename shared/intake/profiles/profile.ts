import type { Stage } from '../../domain/stage.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { DateOrder } from '../date-text.ts';
import type { TargetField } from '../fields.ts';
import type { Header } from '../headers.ts';
import type { FieldSource, GapQuestion, ImportMapping, ValueRule } from '../mapping-types.ts';

/**
 * How a header is found: equal to one of `is`, else containing one of `has`; earlier words win over later ones.
 * Words are written as `textKey` makes them; `_` in a header counts as a space.
 */
export interface HeaderMatch {
  readonly is?: readonly string[];
  readonly has?: readonly string[];
}

export type ProfileSource =
  | { readonly kind: 'column'; readonly header: HeaderMatch }
  | { readonly kind: 'join'; readonly headers: readonly HeaderMatch[]; readonly separator: string }
  | { readonly kind: 'byStage'; readonly headers: Readonly<Partial<Record<Stage, HeaderMatch>>> };

/** Knowledge of one spreadsheet format, as data. */
export interface Profile {
  readonly id: string;
  readonly name: string;
  /** One sentence for the screen: what the profile is for. */
  readonly description: string;
  /** Headers that make the format. */
  readonly signature: readonly HeaderMatch[];
  readonly fields: Readonly<Partial<Record<TargetField, ProfileSource>>>;
  readonly values: Readonly<Partial<Record<TargetField, readonly ValueRule[]>>>;
  readonly questions: readonly GapQuestion[];
  readonly dateOrder: DateOrder | null;
  readonly isOwnFormat: boolean;
  readonly rater: string;
  /** The day the data stands for; null = the day of the import. */
  readonly evidenceDate: IsoDate | null;
  readonly evidenceLink: string;
}

/** Position of the header that fits best, or undefined. `taken` positions are passed over. */
export function findHeader(
  headers: readonly Header[],
  match: HeaderMatch,
  taken: ReadonlySet<number> = new Set(),
): number | undefined {
  for (const word of match.is ?? []) {
    const found = headers.find((header) => !taken.has(header.index) && plainKey(header) === word);
    if (found) return found.index;
  }
  for (const word of match.has ?? []) {
    const found = headers.find((header) => !taken.has(header.index) && plainKey(header).includes(word));
    if (found) return found.index;
  }
  return undefined;
}

/** Share of a profile's signature that the headers show: 0 to 1. */
export function recognise(profile: Profile, headers: readonly Header[]): number {
  if (profile.signature.length === 0) return 0;
  const found = profile.signature.filter((match) => findHeader(headers, match) !== undefined);
  return found.length / profile.signature.length;
}

/**
 * The mapping a profile makes for these headers. Headers that are not there leave their field unmapped, to be
 * chosen by hand.
 * @param today evidence date of profiles that have none of their own
 */
export function mappingFor(profile: Profile, headers: readonly Header[], today: IsoDate): ImportMapping {
  const taken = new Set<number>();
  const fields: Partial<Record<TargetField, FieldSource>> = {};
  for (const [field, source] of Object.entries(profile.fields) as [TargetField, ProfileSource][]) {
    const resolved = resolveSource(source, headers, taken);
    if (resolved) fields[field] = resolved;
  }
  return {
    profileId: profile.id,
    fields,
    values: profile.values,
    questions: profile.questions.flatMap((question) => {
      const column = findHeader(headers, { has: [question.header] });
      return column === undefined ? [] : [{ column, question }];
    }),
    dateOrder: profile.dateOrder,
    isOwnFormat: profile.isOwnFormat,
    rater: profile.rater,
    evidenceDate: profile.evidenceDate ?? today,
    evidenceLink: profile.evidenceLink,
  };
}

function resolveSource(
  source: ProfileSource,
  headers: readonly Header[],
  taken: Set<number>,
): FieldSource | undefined {
  switch (source.kind) {
    case 'column': {
      const column = findHeader(headers, source.header, taken);
      if (column === undefined) return undefined;
      taken.add(column);
      return { kind: 'column', column };
    }
    case 'join': {
      const columns = source.headers.flatMap((match) => findHeader(headers, match, taken) ?? []);
      for (const column of columns) taken.add(column);
      return columns.length === 0
        ? undefined
        : { kind: 'join', columns: [...new Set(columns)], separator: source.separator };
    }
    case 'byStage': {
      const columns: Partial<Record<Stage, number>> = {};
      for (const [stage, match] of Object.entries(source.headers) as [Stage, HeaderMatch][]) {
        const column = findHeader(headers, match);
        if (column !== undefined) columns[stage] = column;
      }
      return Object.keys(columns).length === 0 ? undefined : { kind: 'byStage', columns };
    }
  }
}

function plainKey(header: Header): string {
  return header.key.replaceAll('_', ' ');
}
