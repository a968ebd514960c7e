/** Everything that can make a file unreadable. Closed: a new way to fail gets a code here first. */
export const INTAKE_ERROR_CODES = [
  'file_missing',
  'file_unreadable',
  'file_changed',
  'not_a_file',
  'empty_file',
  'file_too_large',
  'not_a_spreadsheet',
  'old_excel',
  'bad_encoding',
  'nul_in_text',
  'unclosed_quote',
  'text_after_quote',
  'too_many_rows',
  'too_many_columns',
  'too_many_cells',
  'cell_too_long',
  'no_rows',
  'no_such_sheet',
  'no_such_header_row',
  'workbook_truncated',
  'workbook_damaged',
  'workbook_unsupported',
  'workbook_encrypted',
  'workbook_doctype',
  'workbook_too_large',
  'child_crashed',
  'child_timeout',
  'cancelled',
] as const;
export type IntakeErrorCode = (typeof INTAKE_ERROR_CODES)[number];

/** Where it happened. Rows and columns are 1-based, as a spreadsheet program counts them. */
export interface IntakeErrorDetails {
  readonly file?: string;
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

/** The plain form that crosses process borders. */
export interface IntakeErrorData {
  readonly code: IntakeErrorCode;
  /** A complete sentence naming file, sheet, row and column as far as known. */
  readonly message: string;
  readonly details: IntakeErrorDetails;
}

/** The one thing the import throws on a bad file. Its message is ready to be shown. */
export class IntakeError extends Error {
  readonly code: IntakeErrorCode;
  readonly details: IntakeErrorDetails;
  /** The sentence without the place, so that the place can be added later. */
  readonly text: string;

  constructor(code: IntakeErrorCode, text: string, details: IntakeErrorDetails = {}) {
    super(messageOf(text, details));
    this.name = 'IntakeError';
    this.code = code;
    this.text = text;
    this.details = details;
  }

  /** The same error with more of its place filled in; what is known already stays. */
  at(place: IntakeErrorDetails): IntakeError {
    return new IntakeError(this.code, this.text, { ...place, ...this.details });
  }

  toData(): IntakeErrorData {
    return { code: this.code, message: this.message, details: this.details };
  }
}

/** Throws a typed error; `text` says what is wrong and what to do, without naming the place. */
export function failIntake(code: IntakeErrorCode, text: string, details: IntakeErrorDetails = {}): never {
  throw new IntakeError(code, text, details);
}

function messageOf(text: string, { file, sheet, row, column }: IntakeErrorDetails): string {
  const place = [
    file,
    sheet === undefined ? undefined : `sheet "${sheet}"`,
    row === undefined ? undefined : `row ${row}`,
    column === undefined ? undefined : `column ${column}`,
  ].filter((part) => part !== undefined);
  return place.length === 0 ? text : `${place.join(', ')}: ${text}`;
}
