import type { BoardReport } from '#shared/api/schemas/views.ts';
import { formatDay } from '../../components/dates.ts';
import type { Paper } from '../../stores/preferences.ts';

/** Hex digits of the audit head that stand on every page: enough to tell two states apart by eye. */
export const FINGERPRINT_DIGITS = 16;

/** A CSS string literal of any text: quotes, backslashes and everything below a space as escapes, and no `</style`. */
export function cssString(text: string): string {
  const escaped = text.replace(
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they must not reach a style sheet
    /[\u0000-\u001f\u007f"\\<]/g,
    (sign) => `\\${sign.charCodeAt(0).toString(16)} `,
  );
  return `"${escaped}"`;
}

/** The fingerprint of the data behind a report: the start of the audit head, or words when nothing was recorded. */
export function fingerprint(auditHead: BoardReport['auditHead']): string {
  return auditHead.hash === '' ? 'nothing recorded yet' : auditHead.hash.slice(0, FINGERPRINT_DIGITS);
}

/** The size of the page and the lines in its margins: on every page what it is, as of when, from which data. */
export function pageStyle(
  report: Pick<BoardReport, 'portfolioName' | 'title' | 'asOf' | 'auditHead'>,
  paper: Paper,
): string {
  const line = `${report.portfolioName}: ${report.title.toLowerCase()} as of ${formatDay(report.asOf)}`;
  const mark = `Data fingerprint ${fingerprint(report.auditHead)}`;
  const font = 'font: 7.5pt Inter, sans-serif; color: #3c3e42;';
  return `@page {
  size: ${paper === 'A4' ? 'A4' : 'letter'};
  margin: 18mm 16mm 18mm;
  @top-left { content: ${cssString(line)}; ${font} }
  @bottom-left { content: ${cssString(mark)}; ${font} }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); ${font} }
}
@page :first { @top-left { content: none } }`;
}
