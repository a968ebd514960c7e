import { mkdirSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { type Entry, entriesAsTheyLie } from './acknowledged.ts';
import { Disk } from './disk.ts';
import { compileShim, runWithShim } from './shim.ts';
import { readTrace, type TraceCall } from './trace.ts';

/** A script's calls from first to last, and the folder they began in. */
export interface PowerTrace {
  readonly folder: string;
  readonly calls: readonly TraceCall[];
  /** What lay in the folder before. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** The history of the old portfolio before the script. */
  readonly oldEntries: readonly Entry[];
}

/** Records the script below `home`, which is empty. @throws Error when the trace does not account for every byte. */
export function recordPowerTrace(home: string): PowerTrace {
  const folder = join(realpathSync(home), 'live');
  mkdirSync(folder);
  const oldEntries = entriesAsTheyLie(oldPortfolio(folder));
  const [files, trace] = [filesOf(folder), join(home, 'trace')];
  runWithShim({
    script: join(import.meta.dirname, 'power-child-fixture.ts'),
    arguments: [folder],
    library: compileShim(home),
    folder,
    trace,
  });
  const calls = readTrace(readFileSync(trace));
  checkAccount(folder, files, calls);
  return { folder, calls, files, oldEntries };
}

function filesOf(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name))]),
  );
}

/** Playing all calls must give the folder as it is: a call that escaped the shim would make every replay worthless. */
function checkAccount(folder: string, files: ReadonlyMap<string, Buffer>, calls: readonly TraceCall[]): void {
  const disk = new Disk({ folder, files });
  for (const call of calls) disk.take(call);
  const [played, found] = [disk.cut('kept', () => 0), filesOf(folder)];
  for (const name of new Set([...played.keys(), ...found.keys()])) {
    const [mine, real] = [played.get(name), found.get(name)];
    if (!mine || !real || !mine.equals(real)) throw new Error(`the trace does not account for ${name}`);
  }
}
