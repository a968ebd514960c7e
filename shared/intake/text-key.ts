/**
 * The form in which headers, answers and names are compared: line ends and runs of spaces are one space, ends
 * trimmed, typographic quotes and dashes made plain, lower case. Never shown.
 */
export function textKey(text: string): string {
  if (text === '') return '';
  return text
    .replace(/[\u2018\u2019\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201f\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A single-line text as shown: line ends, control characters and runs of spaces become one space, ends trimmed. */
export function singleLine(text: string): string {
  return withoutControls(text)
    .replace(/[\s\u200b\u2060\ufeff]+/g, ' ')
    .trim();
}

/** A text of several lines as shown: line ends become LF, spaces at line ends and around the text go. */
export function multiLine(text: string): string {
  if (text === '') return '';
  const unix = text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
  const clean = withoutControls(unix);
  return (clean.includes('\n') ? clean.replace(/[^\S\n]+$/gm, '') : clean).trim();
}

/** Control characters are invisible and refused by the file; halves of characters cannot be stored as text. */
function withoutControls(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return CONTROL.test(whole) ? whole.replace(/\p{Cc}/gu, (c) => (c === '\n' || c === '\t' ? c : ' ')) : whole;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point; faster than \p{Cc}
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/;

/** Words in a cell that mean "nothing was said". Compared by {@link textKey}. */
const MISSING = new Set([
  '',
  'n/a',
  'na',
  'n.a.',
  'n.a',
  'none',
  'null',
  'nil',
  'tbd',
  'to be determined',
  'not applicable',
  'not available',
  'not provided',
  'blank/not provided',
  'unknown',
  'not reported',
  'data not reported by submitter and will be updated once additional information is collected',
  '-',
  '--',
  '?',
  '#n/a',
]);

/** "N/A - was never initiated": the remark explains why nothing is said. */
const NOT_APPLICABLE = /^(?:n\/a|not applicable) ?[-;:,(]/;
const LONGEST_MISSING = Math.max(...[...MISSING].map((text) => text.length));

/** True when a cell says nothing: blank, spaces, N/A (also with a remark), NA, None, a dash and the like. */
export function isMissingText(text: string): boolean {
  if (text === '') return true;
  const key = textKey(text.length > 4 * LONGEST_MISSING ? text.slice(0, 4 * LONGEST_MISSING) : text);
  return MISSING.has(key) || NOT_APPLICABLE.test(key);
}
