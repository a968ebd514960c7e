import { firstKnownAt, type Moment, markOf } from '#db/as-of/rewind.ts';
import { asReadDb, getRow, type ReadDb } from '#db/handles.ts';
import { openImage } from '#db/image.ts';
import { readAuditHead } from '#db/read/history.ts';
import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { asOfDate, type DataContext } from './context.ts';
import { type Evaluation, evaluation } from './evaluation.ts';
import type { PastDay } from './past-days.ts';
import type { SimulationCache } from './simulation-cache.ts';
import { type Simulations, simulations } from './simulations.ts';

/** The portfolio as of a day: what every screen, figure and export is made from. */
export interface View {
  readonly db: ReadDb;
  readonly asOf: IsoDate;
  readonly evaluation: Evaluation;
  readonly simulations: Simulations;
  /** The day is over: what was entered later is not there, and nothing can be changed. */
  readonly isPast: boolean;
}

/**
 * Looks at the portfolio as of a day: the open file for today, for a past day a copy in memory as it was known at the
 * end of that day. The view may be used only until `look` is done.
 * @param asOf absent = today; the sample's today is its own last day
 * @throws AppError `invalid_input` for a day after today and for one before the portfolio was begun
 */
export async function viewAt<T>(
  context: DataContext,
  asOf: IsoDate | undefined,
  look: (view: View) => T | Promise<T>,
): Promise<T> {
  const today = asOfDate(context);
  if (asOf === undefined || asOf === today) return look(liveView(context));
  if (asOf > today)
    throw new AppError('invalid_input', `The future is not known. Choose a day up to ${today}.`, {
      field: 'asOf',
    });
  return context.pastDays.look(asOf, look);
}

/** The open file as of today. */
export function liveView(context: DataContext): View {
  return {
    db: context.file.db,
    asOf: asOfDate(context),
    evaluation: context.evaluation,
    simulations: context.simulations,
    isPast: false,
  };
}

/** The first day that can be looked at: the one at whose end the first entry was there. */
export function firstKnownDay(context: Pick<DataContext, 'file' | 'options'>): IsoDate {
  const begun = firstKnownAt(context.file.db);
  const noon = Date.parse(`${begun.slice(0, 10)}T12:00:00.000Z`);
  const days = [-1, 0, 1].map(
    (offset) => new Date(noon + offset * 86_400_000).toISOString().slice(0, 10) as IsoDate,
  );
  // The day here may be the one before or after the day in UTC.
  return days.find((day) => context.options.endOfDay(day) >= begun) ?? (begun.slice(0, 10) as IsoDate);
}

type PastContext = Pick<DataContext, 'options' | 'file' | 'compute' | 'fileThread'>;

/**
 * How past days are opened: the open file is taken back to the end of the day in the file thread, on an image of it. The
 * history only grows, so that a day stays as it is for as long as the file is open.
 */
export function pastDayOpener(
  context: PastContext,
  cache: SimulationCache,
): (day: IsoDate) => Promise<PastDay> {
  const { file, options } = context;
  // The sample's days may lie after today, and what is tried out in it is entered today: no part of its story.
  const storyEnd = options.isSample ? readAuditHead(file.db).seq : undefined;
  return async (day) => {
    const moment: Moment = { until: options.endOfDay(day), upTo: storyEnd };
    refuseUnknown(context, day, moment);
    const head = readAuditHead(file.db).seq;
    const job = { kind: 'rewind', image: file.db.serialize(), ...moment } as const;
    const { image } = await context.fileThread.run(job);
    return {
      ...openDay(context, cache, day, image),
      bytes: image.byteLength,
      // A clock set back brings a day of the past round again.
      isCurrent: () => storyEnd !== undefined || !hasEntryUntil(file.db, head, moment),
    };
  };
}

function refuseUnknown(context: PastContext, day: IsoDate, moment: Moment): void {
  const first = firstKnownDay(context);
  if (day >= first) {
    markOf(context.file.db, moment);
    return;
  }
  throw new AppError(
    'invalid_input',
    `Nothing is known of ${day}: this portfolio was begun on ${first}. Choose that day or a later one.`,
    { field: 'asOf' },
  );
}

function hasEntryUntil(db: ReadDb, after: number, { until }: Moment): boolean {
  return getRow(db, 'SELECT 1 FROM history WHERE seq > ? AND at <= ? LIMIT 1', after, until) !== undefined;
}

function openDay(
  { compute, options }: PastContext,
  cache: SimulationCache,
  day: IsoDate,
  image: Uint8Array,
): Pick<PastDay, 'view' | 'close'> {
  const raw = openImage(image);
  raw.pragma('query_only = ON');
  const db = asReadDb(raw);
  // Runs of its own: beside those of today the same initiative may be under way with the inputs of that day.
  const runs = simulations(
    compute,
    cache,
    (ids) => {
      decided.decideAgain(ids);
      options.emit({ type: 'changed', tables: ['simulation'] });
    },
    options.log,
  );
  const decided = evaluation(db, runs.lookUp);
  return {
    view: { db, asOf: day, evaluation: decided, simulations: runs, isPast: true },
    close: () => {
      runs.close();
      raw.close();
    },
  };
}
