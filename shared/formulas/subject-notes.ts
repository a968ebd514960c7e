import type { ForwardModel } from '../forward-model/model.ts';
import { answerText } from './answers.ts';
import { EXAMPLE_A, EXAMPLE_B } from './example-models.ts';
import type { Subject } from './formula.ts';

/** What the examples of a subject share, one paragraph each; none for most subjects. */
export function subjectNotes(subject: Subject): readonly string[] {
  if (subject !== 'forward_model' && subject !== 'sensitivity') return [];
  const common = '36 months, 10 % a year, end of month; money in EUR; P10 / P50 / P90 or one known number';
  return [
    `Example A, limited production to be scaled (${common}): ${driversText(EXAMPLE_A)}. Benefit = 0.8 × tasks × success × value. Variable = tasks × (inference + cost of errors + review share × minutes / 60 × hourly rate). Fixed = platform + team × 9,000. Scaling is decided in month 0, built in 2 months, ramps in 3, and needs a connector due in month 2 that is 3 months late with probability 0.25; tasks scaled load 0.5 on it. BRI* 0.9275 on scaled alone, chance of the step 7/12, X = −18,000.`,
    ...(subject === 'sensitivity'
      ? []
      : [
          `Example B, a pilot that may go to limited production: ${driversText(EXAMPLE_B)}. Benefit = 0.5 / 60 × documents × success × minutes saved × hourly rate × adoption. Variable = documents × (inference + review share × minutes / 60 × hourly rate). Fixed = run cost in the pilot, platform after it. Decided in month 3, built in 3 months, ramps in 4. BRI* 0.8, chance of the step 0.3, X = −2,000.`,
        ]),
  ];
}

function driversText({ drivers }: ForwardModel): string {
  return drivers
    .map(({ id, p10, p50, p90 }) => {
      const points = p10 === p90 ? [p50] : [p10, p50, p90];
      return `${id} ${points.map((point) => answerText(point)).join(' / ')}`;
    })
    .join('; ');
}
