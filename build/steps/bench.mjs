import { SetUpError } from './say.mjs';

/** Reads `npm run bench -- [--quick] [--json FILE] [NAME ...]`, and the same of `npm run faults`. */
export function readBenchArguments(argv) {
  const wanted = { isQuick: false, json: undefined, names: [] };
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at];
    if (argument === '--quick') wanted.isQuick = true;
    else if (argument === '--json') {
      at += 1;
      if (argv[at] === undefined) throw new SetUpError('--json needs a file name.');
      wanted.json = argv[at];
    } else if (argument.startsWith('-')) throw new SetUpError(`There is no option ${argument}.`);
    else wanted.names.push(argument);
  }
  return wanted;
}

/** The figures asked for, in their own order. @throws SetUpError when a name is unknown */
export function chooseFigures(figures, names) {
  const unknown = names.find((name) => !figures.some((figure) => figure.name === name));
  if (unknown !== undefined) {
    throw new SetUpError(
      `There is no figure ${unknown}. Known: ${figures.map(({ name }) => name).join(', ')}.`,
    );
  }
  return names.length === 0 ? figures : figures.filter(({ name }) => names.includes(name));
}

/** Three significant digits are what a noisy machine can tell apart. */
export function roundFigure(value) {
  return Number.isInteger(value) ? value : Number(value.toPrecision(3));
}

/**
 * `NAME value unit (budget B) ok|short`, with what else the run counted on a line of its own; a figure that is no
 * number is short. One that cannot be had here says why instead.
 */
export function benchLine(judged) {
  const { name, value, unit, budget, ok, note, skipped } = judged;
  if (skipped !== undefined) return `${name} skipped: ${skipped}`;
  const line = `${name} ${value} ${unit} (budget ${budget}) ${ok ? 'ok' : 'short'}`;
  return note === undefined ? line : `${line}\n  ${note}`;
}

/**
 * Judges what a figure's run answered: a number, `{ value, note }`, or `{ skipped: why }`. Budgets are upper bounds
 * unless the figure says `isAtLeast`. A skipped figure carries no `ok`: it is neither.
 */
export function judgeFigure(figure, measured) {
  const { name, unit, budget, isAtLeast } = figure;
  const answer = typeof measured === 'number' ? { value: measured } : measured;
  if (answer.skipped !== undefined) return { name, unit, budget, skipped: answer.skipped };
  const value = roundFigure(answer.value);
  const ok = Number.isFinite(value) && (isAtLeast ? value >= budget : value <= budget);
  return { name, value, unit, budget, ok, ...(answer.note === undefined ? {} : { note: answer.note }) };
}
