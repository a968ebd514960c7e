import { assertNever } from '../domain/assert-never.ts';
import { type DateOrder, readDateText } from './date-text.ts';
import type { FieldDefinition } from './fields.ts';
import type { ProblemCode } from './mapping-types.ts';
import { readNumberText } from './number-text.ts';
import { isMissingText, multiLine, singleLine } from './text-key.ts';
import type { ValueLookup } from './value-map.ts';

export interface FieldContext {
  readonly isOwnFormat: boolean;
  /** Numbers were written by a program, with a point as decimal sign. */
  readonly hasPlainNumbers: boolean;
  readonly dateOrder: DateOrder | null;
  readonly lookup: ValueLookup | undefined;
}

export type FieldReading =
  | { readonly kind: 'value'; readonly value: string | number }
  | { readonly kind: 'missing' }
  | { readonly kind: 'problem'; readonly code: ProblemCode; readonly message: string };

const MISSING: FieldReading = { kind: 'missing' };

/**
 * Reads one cell as the value of one field. A cell that says nothing is missing; one that says something we cannot
 * use is a problem with what to do about it. Nothing is cut, rounded or guessed.
 */
export function readField(definition: FieldDefinition, cell: string, context: FieldContext): FieldReading {
  const { type } = definition;
  // A mapped text wins over the words that usually mean "nothing": "None" may be a value of the user's list.
  if (type.kind === 'choice') return readChoice(definition, cell, context);
  if (context.isOwnFormat ? cell === '' : isMissingText(cell)) return MISSING;
  switch (type.kind) {
    case 'text': {
      const text = context.isOwnFormat ? cell : type.isMultiLine ? multiLine(cell) : singleLine(cell);
      if (text.length <= type.max) return { kind: 'value', value: text };
      return problem(
        'text_too_long',
        `${definition.name} has ${text.length} characters, more than the ${type.max} it can hold. Shorten the cell.`,
      );
    }
    case 'date':
      return readDate(definition, cell, context);
    case 'number': {
      const reading = readNumberText(cell, context.hasPlainNumbers);
      if (reading.kind === 'ambiguous') {
        return problem(
          'number_ambiguous',
          `The separator in this number can be read two ways. ${leftBlank(definition)} Write it without separators of thousands.`,
        );
      }
      if (reading.kind === 'unreadable') {
        return problem(
          'number_unreadable',
          `This is not a number. ${leftBlank(definition)} Correct the cell.`,
        );
      }
      const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY, isInteger = false } = type;
      const { value } = reading;
      if (value >= min && value <= max && (!isInteger || Number.isInteger(value))) {
        return { kind: 'value', value };
      }
      return problem(
        'number_out_of_range',
        `${definition.name} must be ${isInteger ? 'a whole number ' : ''}from ${min} to ${max}. ${leftBlank(definition)} Correct the cell.`,
      );
    }
    default:
      return assertNever(type);
  }
}

function readChoice(definition: FieldDefinition, cell: string, context: FieldContext): FieldReading {
  const mapped = context.lookup?.(cell);
  if (mapped === null) return MISSING;
  if (mapped !== undefined) return { kind: 'value', value: mapped };
  if (isMissingText(cell)) return MISSING;
  return problem(
    'value_unknown',
    `Nothing says what this means for ${definition.name}. ${leftBlank(definition)} Map the value.`,
  );
}

function readDate(definition: FieldDefinition, cell: string, context: FieldContext): FieldReading {
  const reading = readDateText(cell, context.dateOrder);
  switch (reading.kind) {
    case 'date':
      return { kind: 'value', value: reading.date };
    case 'ambiguous':
      return problem(
        'date_ambiguous',
        `This date can be read as day and month or as month and day. ${leftBlank(definition)} State the order for the file.`,
      );
    case 'year_serial':
      return problem(
        'date_year_only',
        `A spreadsheet shows this date when only the year ${reading.year} was typed. ${leftBlank(definition)} Correct the cell if the day is known.`,
      );
    case 'implausible':
      return problem(
        'date_implausible',
        `No initiative began that early. ${leftBlank(definition)} Correct the cell.`,
      );
    case 'unreadable':
      return problem(
        'date_unreadable',
        `This is not a day, month and year. ${leftBlank(definition)} Correct the cell if the day is known.`,
      );
    default:
      return assertNever(reading);
  }
}

function leftBlank(definition: FieldDefinition): string {
  return definition.isRequired ? 'The row stays out.' : `${definition.name} stays blank.`;
}

function problem(code: ProblemCode, message: string): FieldReading {
  return { kind: 'problem', code, message };
}
