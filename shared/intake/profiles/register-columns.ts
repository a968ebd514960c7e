import { FIELD_DEFINITIONS, type TargetField } from '../fields.ts';

export interface RegisterColumn {
  readonly field: TargetField;
  readonly header: string;
}

/**
 * The columns of the register as CSV that carry what a person entered, in order. The export writes them under these
 * headers and may add others (verdict, readiness); the import reads these and leaves the others alone. Choices are
 * written as their stored value or their name, dates as YYYY-MM-DD, numbers with a point, yes and no as words.
 */
export const REGISTER_COLUMNS: readonly RegisterColumn[] = FIELD_DEFINITIONS.map(({ field, name }) => ({
  field,
  header: name,
}));
