import type { RateResult } from '../finance/rate-result.ts';
import type { Computed } from '../finance/reason.ts';
import type { Answer, WorkedExample } from './formula.ts';

const MINUS = '\u2212';
/** Decimals of a number in a text, where no expected value says how many. */
const TEXT_DECIMALS = 6;

/** A figure as an answer: its number, or "undefined: <code of the reason>". */
export function figureAnswer(figure: Computed): Answer {
  return figure.status === 'known' ? figure.value : `undefined: ${figure.reason.code}`;
}

/** Rates of return as an answer: the rate, "multiple: ..." with every root, "none" or the reason. */
export function rateAnswer(result: RateResult): Answer {
  switch (result.status) {
    case 'ok':
      return result.rate;
    case 'multiple':
      return `multiple: ${result.roots.map((root) => root.toFixed(4)).join(', ')}`.replaceAll('-', MINUS);
    case 'none':
      return 'none';
    case 'not_applicable':
      return `not applicable: ${result.reason.code}`;
  }
}

/** "refused (RangeError)" with the name of the error; what it gives when it is not refused. */
export function refusal(run: () => Answer): Answer {
  try {
    return run();
  } catch (error) {
    if (error instanceof Error) return `refused (${error.name})`;
    throw error;
  }
}

/** What the code answers, beside what the example says, and whether they agree. */
export interface ExampleOutcome {
  readonly actual: Answer;
  readonly isAsExpected: boolean;
}

/** Runs a worked example. Numbers agree within its tolerance, texts when they are equal. */
export function exampleOutcome({ compute, expected, tolerance }: WorkedExample): ExampleOutcome {
  const actual = compute();
  const isAsExpected =
    typeof actual === 'number' && typeof expected === 'number'
      ? Math.abs(actual - expected) <= tolerance
      : actual === expected;
  return { actual, isAsExpected };
}

/**
 * An answer as printed: grouped thousands, a true minus, as many decimals as the number it is compared with has
 * (alone: six at most, and no trailing zeros). A text stays as it is.
 */
export function answerText(answer: Answer, beside?: Answer): string {
  if (typeof answer === 'string') return answer;
  if (typeof beside === 'number') return grouped(answer.toFixed(decimalsOf(beside)));
  const text = answer.toFixed(TEXT_DECIMALS);
  return grouped(text.replace(/\.?0+$/, ''));
}

function decimalsOf(value: number): number {
  return String(value).split('.')[1]?.length ?? 0;
}

/** `-1234.5` as `−1,234.5`. */
function grouped(text: string): string {
  const [whole = '', fraction] = text.replace('-', MINUS).split('.');
  const thousands = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return fraction === undefined ? thousands : `${thousands}.${fraction}`;
}
