// `npm run bench`: measures the figures of tests/bench and prints one line each. Needs Node 24: the benches are
// TypeScript that Node runs as it is.
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { benchLine, chooseFigures, judgeFigure, readBenchArguments } from './steps/bench.mjs';
import { runMain, SetUpError, say } from './steps/say.mjs';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'tests/bench');

await runMain(async () => {
  const wanted = readBenchArguments(process.argv.slice(2));
  const results = [];
  for (const figure of chooseFigures(await allFigures(), wanted.names)) {
    const result = judgeFigure(figure, await figure.run({ isQuick: wanted.isQuick, root }));
    say(benchLine(result));
    results.push(result);
  }
  if (results.length === 0)
    throw new SetUpError('There is nothing to measure: tests/bench holds no figures.');
  if (wanted.json)
    writeFileSync(resolve(process.env.INIT_CWD ?? '.', wanted.json), `${JSON.stringify(results, null, 2)}\n`);
  return results.every(({ ok }) => ok) ? 0 : 1;
});

/** Every file of tests/bench that ends in .bench.ts exports `figures`; helpers beside them do not. */
async function allFigures() {
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.bench.ts'))
        .sort()
    : [];
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)));
  return modules.flatMap((module) => module.figures);
}
