import type { Input } from '#shared/api/contract.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import type { Driver, DriverBound } from '#shared/domain/forward-model.ts';
import type { EvidenceKind } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { amountText, parseAmount } from '#shared/report/parse-amount.ts';
import { readNumber } from './read-number.ts';
import { NO_TRIPLE, type Point, readTriple, type TripleText, tripleText } from './triple.ts';

export type NewDriver = Input<'addDriver'>['driver'];

/** How strongly a driver follows a factor, as its row of the form holds it. */
export interface LoadingDraft {
  readonly key: number;
  readonly factor: string;
  readonly loading: string;
}

/** A driver as its form holds it. */
export interface DriverDraft extends TripleText {
  readonly name: string;
  readonly unit: string;
  readonly bound: DriverBound;
  /** One number, known exactly: stored three times. */
  readonly isKnown: boolean;
  readonly datedOn: string;
  readonly grade: EvidenceKind | '';
  readonly isVolume: boolean;
  readonly loadings: readonly LoadingDraft[];
  readonly measureCost: string;
  readonly measureDays: string;
}

export function emptyDriver(asOf: IsoDate): DriverDraft {
  return {
    ...NO_TRIPLE,
    name: '',
    unit: '',
    bound: 'positive',
    isKnown: false,
    datedOn: asOf,
    grade: '',
    isVolume: false,
    loadings: [],
    measureCost: '',
    measureDays: '',
  };
}

export function driverDraftOf(driver: Driver, currency: string): DriverDraft {
  const { p10, p50, p90, measureCost, measureDays } = driver;
  return {
    ...tripleText(driver),
    name: driver.name,
    unit: driver.unit,
    bound: driver.bound,
    isKnown: p50 !== null && p10 === p50 && p50 === p90,
    datedOn: driver.datedOn ?? '',
    grade: driver.grade ?? '',
    isVolume: driver.isVolume,
    loadings: driver.loadings.map(({ factor, loading }, key) => ({ key, factor, loading: String(loading) })),
    measureCost: measureCost === null ? '' : amountText(measureCost, currency).replace(/\.0+$/, ''),
    measureDays: measureDays === null ? '' : String(measureDays),
  };
}

type Field = Point | 'name' | 'datedOn' | 'loadings' | 'measureCost' | 'measureDays';
export type DriverProblems = { readonly [F in Field]?: string };

/** The three fields as entered; a known number stands for all of them. */
function tripleOf(draft: DriverDraft): TripleText {
  return draft.isKnown ? { p10: draft.p50, p50: draft.p50, p90: draft.p50 } : draft;
}

/** What is wrong with a form, by field. */
export function driverProblems(draft: DriverDraft, asOf: IsoDate, currency: string): DriverProblems {
  const triple = readTriple(tripleOf(draft), draft.bound);
  const cost = parseAmount(draft.measureCost, currency);
  const loadings = loadingsProblem(draft.loadings);
  const at = triple.ok ? undefined : draft.isKnown ? 'p50' : triple.fields[0];
  return {
    ...(draft.name.trim() === '' ? { name: 'A driver needs a name.' } : {}),
    ...(triple.ok || at === undefined ? {} : { [at]: triple.text }),
    ...(draft.datedOn === ''
      ? {}
      : !isIsoDate(draft.datedOn)
        ? { datedOn: 'There is no such day. Write it as 2026-03-31.' }
        : draft.datedOn > asOf
          ? { datedOn: 'This is after the as-of date.' }
          : {}),
    ...(loadings === null ? {} : { loadings }),
    ...(!cost.ok
      ? { measureCost: cost.problem.text }
      : cost.value !== null && cost.value < 0
        ? { measureCost: 'A cost is 0 or more.' }
        : {}),
    ...(draft.measureDays.trim() === '' || /^\d{1,4}$/.test(draft.measureDays.trim())
      ? {}
      : { measureDays: 'Write whole days, 0 to 9999.' }),
  };
}

/** Squares of the loadings may add up to this; the rest is the driver's own. */
const MOST_SHARED = 0.95;
/** Squares of loadings typed with two digits must not fail on their rounding. */
const ROUNDING = 1e-12;

function loadingsProblem(loadings: readonly LoadingDraft[]): string | null {
  let shared = 0;
  const seen = new Set<string>();
  for (const { factor, loading } of loadings) {
    if (factor === '') return 'Choose what it follows, or take the row away.';
    if (seen.has(factor)) return 'It follows the same factor twice.';
    seen.add(factor);
    const read = readNumber(loading);
    if (!read.ok) return read.problem.text;
    if (read.value === null || Math.abs(read.value) > 1) return 'A loading is a number from -1 to 1.';
    shared += read.value * read.value;
  }
  return shared > MOST_SHARED + ROUNDING
    ? 'The squares of the loadings add up to more than 0.95: too little of the driver is its own.'
    : null;
}

/** The driver a form describes, or null while something is wrong with it. */
export function driverFromDraft(draft: DriverDraft, asOf: IsoDate, currency: string): NewDriver | null {
  if (Object.keys(driverProblems(draft, asOf, currency)).length > 0) return null;
  const read = readTriple(tripleOf(draft), draft.bound);
  const cost = parseAmount(draft.measureCost, currency);
  if (!read.ok || !cost.ok) return null;
  return {
    name: draft.name.trim(),
    unit: draft.unit.trim(),
    bound: draft.bound,
    ...read.triple,
    datedOn: draft.datedOn === '' ? null : (draft.datedOn as IsoDate),
    grade: draft.grade === '' ? null : draft.grade,
    isVolume: draft.isVolume,
    loadings: draft.loadings.map(({ factor, loading }) => {
      const value = readNumber(loading);
      return { factor, loading: value.ok ? (value.value ?? 0) : 0 };
    }),
    measureCost: cost.value,
    measureDays: draft.measureDays.trim() === '' ? null : Number(draft.measureDays),
  };
}

/** A stored driver as a command takes it, with some of it changed. */
export function driverWith(driver: Driver, change: Partial<NewDriver>): NewDriver {
  const { id: _, initiativeId: __, sortOrder: ___, ...rest } = driver;
  return { ...rest, loadings: rest.loadings.map((loading) => ({ ...loading })), ...change };
}
