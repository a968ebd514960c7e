import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchLine, chooseFigures, judgeFigure, readBenchArguments } from './bench.mjs';
import { SetUpError, say } from './say.mjs';

/**
 * Measures the figures that the files of `folder` ending in `suffix` export, and prints a line each.
 * @returns the exit code: 1 when a figure is short of its budget; a skipped one is not
 */
export async function measureFigures({ root, folder, suffix, argv }) {
  const wanted = readBenchArguments(argv);
  const results = [];
  for (const figure of chooseFigures(await findFigures(join(root, folder), suffix), wanted.names)) {
    const result = judgeFigure(figure, await figure.run({ isQuick: wanted.isQuick, root }));
    say(benchLine(result));
    results.push(result);
  }
  if (results.length === 0) throw new SetUpError(`There is nothing to measure: ${folder} holds no figures.`);
  if (wanted.json)
    writeFileSync(resolve(process.env.INIT_CWD ?? '.', wanted.json), `${JSON.stringify(results, null, 2)}\n`);
  return results.some(({ ok }) => ok === false) ? 1 : 0;
}

/** Every file with the suffix exports `figures`; helpers beside them do not. */
async function findFigures(folder, suffix) {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith(suffix))
        .sort()
    : [];
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
  return modules.flatMap((module) => module.figures);
}
