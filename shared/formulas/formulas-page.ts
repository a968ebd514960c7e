import { answerText } from './answers.ts';
import { FORMULAS } from './catalogue.ts';
import { type Formula, SUBJECT_NAMES, SUBJECTS } from './formula.ts';
import { subjectNotes } from './subject-notes.ts';

const INTRODUCTION = `# Formulas

Every formula a figure or a verdict of Pilotage rests on, with its convention, what happens at its edges, a worked
example and its source. This page is written from the catalogue in \`shared/formulas/\`; a test holds it to the catalogue, runs
every example and every edge case through the code, and checks that the named code is there. The help screen shows the
same catalogue, with the examples computed on the spot.

An undefined figure is a reason, never 0: \`undefined: no_cost\` is the code of \`shared/finance/reason.ts\`, an unknown
figure names what is missing. Blank is unmeasured; it is neither zero nor skipped.
`;

/** The text of `docs/formulas.md`, ends with a line feed. */
export function formulasPage(): string {
  const subjects = SUBJECTS.map((subject) => {
    const formulas = FORMULAS.filter((formula) => formula.subject === subject);
    const notes = subjectNotes(subject).map((note) => `${plain(note)}\n\n`);
    return `## ${SUBJECT_NAMES[subject]}\n\n${notes.join('')}${formulas.map(section).join('\n')}`;
  });
  const contents = SUBJECTS.map((subject) => `- ${SUBJECT_NAMES[subject]}: ${links(subject)}`).join('\n');
  return `${INTRODUCTION}\n${contents}\n\n${subjects.join('\n')}`;
}

function links(subject: Formula['subject']): string {
  return FORMULAS.filter((formula) => formula.subject === subject)
    .map(({ id, name }) => `[${name}](#${id})`)
    .join(', ');
}

function section(formula: Formula): string {
  const { id, name, statement, convention, edgeCases, example, source, judgement, code } = formula;
  const unit = example.unit === '' ? '' : ` (${example.unit})`;
  const tolerance = example.tolerance === 0 ? '' : `, within ${example.tolerance}`;
  return [
    `### <a id="${id}"></a>${name}`,
    '',
    '```text',
    statement,
    '```',
    '',
    `- **Convention.** ${plain(convention)}`,
    ...edgeCases.map(({ when, answer }) => `- **Edge.** ${plain(when)} → \`${answer}\``),
    `- **Example.** ${plain(example.inputs)} → \`${answerText(example.expected, example.expected)}\`${unit}${tolerance}`,
    `- **Source.** ${plain(source)}${judgement === null ? '' : ` Our judgement: ${plain(judgement)}`}`,
    `- **Code.** ${Object.entries(code)
      .map(([file, names]) => `\`${file}\`: ${names}`)
      .join('; ')}`,
    '',
  ].join('\n');
}

/** Signs that Markdown would take for its own. */
function plain(text: string): string {
  return text.replace(/[*|<>[\]]/g, '\\$&');
}
