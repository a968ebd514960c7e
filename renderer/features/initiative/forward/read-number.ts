import type { DriverBound } from '#shared/domain/forward-model.ts';
import { formatNumber } from '#shared/report/format.ts';
import { type ParsedAmount, parseReading } from '#shared/report/parse-amount.ts';

const PERCENT = /\s*%$/;

/** Keeps what was typed from growing binary tails: 7 % is 0.07, not 0.07000000000000001. */
const tidy = (value: number) => Number(value.toPrecision(12));

/**
 * Reads a number or a calculation without an equals sign: `.8`, `1/60`, `.8*.9`. Blank is not entered (null).
 * A per cent sign is accepted where the number is a share.
 */
export function readNumber(text: string, bound: DriverBound = 'free'): ParsedAmount<number> {
  const body = text.trim();
  if (bound === 'share' && PERCENT.test(body)) {
    const read = readNumber(body.replace(PERCENT, ''));
    return read.ok && read.value !== null ? { ok: true, value: tidy(read.value / 100) } : read;
  }
  const plain = parseReading(body);
  if (plain.ok || body.startsWith('=') || !/[*/+()]|\d\s*-/.test(body)) return plain;
  const worked = parseReading(`=${body}`);
  return worked.ok || worked.problem.code === 'division_by_zero' ? worked : plain;
}

/** "= 0.0166667": what a calculation came to; null when the text is a plain number, blank or no number. */
export function understood(text: string): string | null {
  const body = text.trim();
  const read = readNumber(body);
  if (!read.ok || read.value === null || parseReading(body).ok === !body.startsWith('=')) return null;
  return `= ${formatNumber(read.value)}`;
}
