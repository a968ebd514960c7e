import { SetUpError } from './say.mjs';

/** Reads `npm run bench -- [--quick] [--json FILE] [NAME ...]`. */
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

/** `NAME value unit (budget B) ok|short`; a figure that is no number is short. */
export function benchLine({ name, value, unit, budget, ok }) {
  return `${name} ${value} ${unit} (budget ${budget}) ${ok ? 'ok' : 'short'}`;
}

/** Judges a measured value. Budgets are upper bounds unless the figure says `isAtLeast`. */
export function judgeFigure(figure, measured) {
  const value = roundFigure(measured);
  const ok = Number.isFinite(value) && (figure.isAtLeast ? value >= figure.budget : value <= figure.budget);
  return { name: figure.name, value, unit: figure.unit, budget: figure.budget, ok };
}
