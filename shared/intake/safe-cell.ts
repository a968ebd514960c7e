/**
 * Texts that a spreadsheet program may run as a formula or command: beginning, also after blanks and invisible
 * characters, with = + - @ (ASCII or full-width) or a control character (TAB, CR, LF, NUL). Apostrophes in front are looked through, so
 * that a text which already looks escaped is escaped once more and comes back as it was.
 */
const RISKY = /^'*[\s\p{Cf}]*[=+\-@\uff1d\uff0b\uff0d\uff20\p{Cc}]/u;

/**
 * Makes a text safe to open in a spreadsheet program: a risky one gets an apostrophe in front. Every other text,
 * and every number written as a number, stays as it is. {@link unescapeCell} gives back exactly the same text.
 * Source: OWASP, CSV injection; ASVS 1.2.10.
 */
export function escapeCell(text: string): string {
  return RISKY.test(text) ? `'${text}` : text;
}

/** Takes off the apostrophe that {@link escapeCell} put on, and no other. */
export function unescapeCell(text: string): string {
  return text.startsWith("'") && RISKY.test(text.slice(1)) ? text.slice(1) : text;
}
