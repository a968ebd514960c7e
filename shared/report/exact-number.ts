/** A number held without rounding: numerator over a positive denominator. */
export interface Exact {
  readonly n: bigint;
  readonly d: bigint;
}

/** The character that separates whole units from their fraction; the other one groups thousands. */
export type DecimalMark = '.' | ',';

export type DecimalReading =
  | { readonly status: 'ok'; readonly value: Exact; readonly mark: DecimalMark | null }
  | { readonly status: 'ambiguous' }
  | { readonly status: 'not_a_number' };

const SPACES = /[\s'’]/g;
const GROUPED = /^\d{1,3}(\.\d{3})+$|^\d{1,3}(,\d{3})+$|^\d{1,3}( \d{3})+$|^\d{1,2}(,\d{2})+,\d{3}$/;

/**
 * Reads an unsigned decimal number as people and spreadsheets write it: `1234.5`, `1,234.50`, `1.234,50`,
 * `1 234,5`, `1'234.50`, `12,34,567`. Exact: no binary fraction is involved.
 *
 * Which of point and comma is the decimal mark follows from the text itself, or from `mark` when the caller
 * knows. A single comma before exactly three digits groups thousands, as on our own screens. A single point
 * before exactly three digits (`1.234`) could be either and is `ambiguous`, unless `isPointDecimal`.
 *
 * `mark` in the answer is the mark the text proves, null when the text fits both conventions.
 */
export function readDecimal(
  text: string,
  options: { readonly mark?: DecimalMark | undefined; readonly isPointDecimal?: boolean } = {},
): DecimalReading {
  const compact = text.trim().replace(SPACES, ' ');
  if (!/^[\d., ]+$/.test(compact) || !/\d/.test(compact)) return { status: 'not_a_number' };
  const points = compact.split('.').length - 1;
  const commas = compact.split(',').length - 1;
  const isThreeAfterOne = /^[1-9]\d{0,2}[.,]\d{3}$/.test(compact);

  let mark: DecimalMark | null = options.mark ?? null;
  let proven: DecimalMark | null = null;
  if (points > 0 && commas > 0) {
    proven = compact.lastIndexOf('.') > compact.lastIndexOf(',') ? '.' : ',';
  } else if (points > 1 || commas > 1) {
    proven = points > 1 ? ',' : '.';
  } else if (points + commas === 1 && !isThreeAfterOne) {
    proven = points === 1 ? '.' : ',';
  }
  if (mark === null) {
    if (proven !== null) mark = proven;
    else if (points === 1 && options.isPointDecimal !== true) return { status: 'ambiguous' };
    else mark = '.';
  } else if (proven !== null && proven !== mark) return { status: 'not_a_number' };

  const cut = compact.indexOf(mark);
  const whole = cut < 0 ? compact : compact.slice(0, cut);
  const fraction = cut < 0 ? '' : compact.slice(cut + 1);
  if (!/^\d*$/.test(fraction) || (!/^\d*$/.test(whole) && !GROUPED.test(whole))) {
    return { status: 'not_a_number' };
  }
  const digits = whole.replace(/\D/g, '') + fraction;
  return { status: 'ok', value: { n: BigInt(digits), d: 10n ** BigInt(fraction.length) }, mark: proven };
}

const isHigh = (op: string | undefined): op is '*' | '/' => op === '*' || op === '/';
const isLow = (op: string | undefined): op is '+' | '-' => op === '+' || op === '-';

/** Why a formula has no value; `at` counts characters after the equals sign, from 1. */
export type FormulaProblem = { readonly code: 'syntax' | 'division_by_zero'; readonly at: number };

/**
 * Value of an arithmetic expression with + − × ÷, brackets, signs and per cent: `1200*1.1`, `(3+4)/2`, `1500*10%`.
 * Numbers as in {@link readDecimal}, a single point always the decimal mark. Exact to the end; the caller rounds.
 * A hand-written parser on purpose: nothing a person pastes is ever run as code.
 */
export function evaluateFormula(
  source: string,
): { readonly ok: true; readonly value: Exact } | { readonly ok: false; readonly problem: FormulaProblem } {
  const tokens = tokenize(source);
  if ('at' in tokens) return { ok: false, problem: tokens };
  let position = 0;
  const peek = () => tokens.list[position]?.text;
  const fail = (code: FormulaProblem['code'], at: number): never => {
    throw new Stop({ code, at });
  };
  const here = () => tokens.list[position]?.at ?? source.length + 1;

  const factor = (depth: number): Exact => {
    const token = tokens.list[position];
    if (token === undefined || depth > 50) return fail('syntax', here());
    position += 1;
    let value: Exact;
    if (token.text === '-' || token.text === '+') {
      const inner = factor(depth + 1);
      return token.text === '-' ? { n: -inner.n, d: inner.d } : inner;
    }
    if (token.text === '(') {
      value = sum(depth + 1);
      if (peek() !== ')') return fail('syntax', here());
      position += 1;
    } else {
      const read = readDecimal(token.text, { isPointDecimal: true });
      if (read.status !== 'ok') return fail('syntax', token.at);
      value = read.value;
    }
    while (peek() === '%') {
      position += 1;
      value = { n: value.n, d: value.d * 100n };
    }
    return value;
  };
  const product = (depth: number): Exact => {
    let value = factor(depth);
    for (let op = peek(); isHigh(op); op = peek()) {
      const at = here();
      position += 1;
      const right = factor(depth);
      if (op === '*') value = { n: value.n * right.n, d: value.d * right.d };
      else if (right.n === 0n) return fail('division_by_zero', at);
      else {
        const sign = right.n < 0n ? -1n : 1n;
        value = { n: value.n * right.d * sign, d: value.d * right.n * sign };
      }
    }
    return value;
  };
  const sum = (depth: number): Exact => {
    let value = product(depth);
    for (let op = peek(); isLow(op); op = peek()) {
      position += 1;
      const right = product(depth);
      const term = right.n * value.d;
      value = { n: value.n * right.d + (op === '+' ? term : -term), d: value.d * right.d };
    }
    return value;
  };

  try {
    const value = sum(0);
    if (position < tokens.list.length) return { ok: false, problem: { code: 'syntax', at: here() } };
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Stop) return { ok: false, problem: error.problem };
    throw error;
  }
}

/** Leaves the parser at the first problem. */
class Stop extends Error {
  readonly problem: FormulaProblem;

  constructor(problem: FormulaProblem) {
    super(problem.code);
    this.problem = problem;
  }
}

function tokenize(
  source: string,
): { readonly list: readonly { readonly text: string; readonly at: number }[] } | FormulaProblem {
  const list: { text: string; at: number }[] = [];
  const pattern = /\s*(?:(\d[\d.,'’\s]*|[.,]\d+)|([-−–+*×x/÷()%]))/giuy;
  const end = source.trimEnd().length;
  while (pattern.lastIndex < end) {
    const start = pattern.lastIndex;
    const match = pattern.exec(source);
    if (match === null) return { code: 'syntax', at: start + 1 };
    const text = (match[1] ?? match[2] ?? '').trim();
    const plain = text === '−' || text === '–' ? '-' : text === '÷' ? '/' : /^[×x]$/i.test(text) ? '*' : text;
    list.push({ text: plain, at: start + match[0].search(/\S/) + 1 });
  }
  return { list };
}

/** `value` x 10^`places` as a whole number, halves to the even neighbour. */
export function roundHalfEven(value: Exact, places: number): bigint {
  const n = value.n * 10n ** BigInt(places);
  const isNegative = n < 0n;
  const size = isNegative ? -n : n;
  let whole = size / value.d;
  const twice = (size % value.d) * 2n;
  if (twice > value.d || (twice === value.d && whole % 2n === 1n)) whole += 1n;
  return isNegative ? -whole : whole;
}
