import { type Formula, SUBJECT_NAMES } from '#shared/formulas/formula.ts';

/**
 * The formulas that hold every word of `text` somewhere: in their name, subject, statement, convention, edges,
 * example, source or code. Upper and lower case alike, spaces and hyphens too; all of them for a blank text. Their
 * order stays.
 */
export function searchFormulas(formulas: readonly Formula[], text: string): readonly Formula[] {
  const words = plain(text)
    .split(' ')
    .filter((word) => word !== '');
  if (words.length === 0) return formulas;
  return formulas.filter((formula) => {
    const content = contentOf(formula);
    return words.every((word) => content.includes(word));
  });
}

const CONTENTS = new WeakMap<Formula, string>();

function contentOf(formula: Formula): string {
  const known = CONTENTS.get(formula);
  if (known !== undefined) return known;
  const { name, subject, statement, convention, edgeCases, example, source, judgement, code } = formula;
  const content = plain(
    [
      name,
      SUBJECT_NAMES[subject],
      statement,
      convention,
      ...edgeCases.flatMap(({ when, answer }) => [when, answer]),
      example.inputs,
      source,
      judgement ?? '',
      ...Object.entries(code).flat(),
    ].join(' '),
  );
  CONTENTS.set(formula, content);
  return content;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, ' ');
}
