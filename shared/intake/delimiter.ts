import type { IntakeCaps } from './caps.ts';
import { DELIMITERS, type Delimiter, parseCsv } from './csv.ts';

export interface DelimiterGuess {
  readonly delimiter: Delimiter;
  /** `line`: the file says so in a `sep=` line; `vote`: its rows agree on it; `none`: one column, any will do. */
  readonly basis: 'line' | 'vote' | 'none';
  /** The text without a `sep=` line, which spreadsheet programs hide and do not count as a row. */
  readonly text: string;
}

const SAMPLE_CHARS = 131_072;
const SAMPLE_RECORDS = 50;

/**
 * Finds the delimiter: a `sep=` first line, else the candidate whose records agree best on one width above 1.
 * The vote is share of records with the commonest width x (1 - 1 / width): agreement first, then width, so that
 * decimal commas in a file with semicolons do not win.
 */
export function guessDelimiter(text: string, caps: IntakeCaps): DelimiterGuess {
  const line = /^"?sep=([,;\t|])"?(?:\r\n|\n|\r|$)/i.exec(text);
  if (line) return { delimiter: line[1] as Delimiter, basis: 'line', text: text.slice(line[0].length) };

  const sample = text.slice(0, SAMPLE_CHARS);
  const isSample = sample.length < text.length;
  let best: { delimiter: Delimiter; vote: number } | undefined;
  for (const delimiter of DELIMITERS) {
    const vote = voteFor(sample, delimiter, isSample, caps);
    if (vote > 0 && (best === undefined || vote > best.vote + 1e-9)) best = { delimiter, vote };
  }
  return best ? { delimiter: best.delimiter, basis: 'vote', text } : { delimiter: ',', basis: 'none', text };
}

function voteFor(sample: string, delimiter: Delimiter, isSample: boolean, caps: IntakeCaps): number {
  let records: string[][];
  try {
    // The vote must survive what the import itself will refuse with a proper message, hence the wide limits.
    records = parseCsv(sample, {
      delimiter,
      caps: { ...caps, columns: SAMPLE_CHARS, cellText: SAMPLE_CHARS },
      maxRecords: SAMPLE_RECORDS,
      isSample: true,
    });
  } catch {
    return 0;
  }
  // The last record of a cut sample is probably short.
  if (isSample && records.length > 1 && records.length < SAMPLE_RECORDS) records = records.slice(0, -1);
  const widths = new Map<number, number>();
  let counted = 0;
  for (const record of records) {
    if (record.length === 1 && record[0] === '') continue;
    counted++;
    widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  }
  let vote = 0;
  for (const [width, count] of widths) {
    if (width > 1) vote = Math.max(vote, (count / counted) * (1 - 1 / width));
  }
  return vote;
}
