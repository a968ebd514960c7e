import { z } from 'zod';
import { isIsoDate, isMonthIndex } from '../../domain/calendar.ts';
import {
  type Instant,
  type IsoDate,
  isMinorUnits,
  type MinorUnits,
  type MonthIndex,
} from '../../domain/units.ts';

export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'not an id');
export const isoDate = z.custom<IsoDate>(isIsoDate, 'not a calendar day (YYYY-MM-DD)');
export const instant = z.custom<Instant>((v) => typeof v === 'string' && v.length <= 30, 'not a moment');
export const month = z.custom<MonthIndex>(isMonthIndex, 'not a month');
export const money = z.custom<MinorUnits>(
  isMinorUnits,
  'not an amount in whole minor units inside the safe range',
);
export const finite = z.number();

/** Text of at most `max` characters without control characters other than line breaks and tabs. */
export const text = (max: number) =>
  z
    .string()
    .max(max)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
    .refine((v) => !/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(v), 'contains control characters');
export const nothing = z.object({}).strict();
export const done = z.object({}).strict();
/** Bytes of a file; structured clone on the desktop, base64-free binary body in browser mode. */
export const bytes = z.instanceof(Uint8Array);
