import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counted, Plan } from './io-plan.ts';
import type { ScriptResult } from './io-script.ts';
import { compileShim, runWithShim } from './shim.ts';

/** What a number of failing disks cost. */
export interface IoLoss {
  readonly runs: number;
  readonly calm: Counted & { readonly commands: number };
  /** Runs in which a call really failed. */
  readonly fired: number;
  /** Of these, runs in which a person was told. */
  readonly told: number;
  readonly lost: number;
  readonly corrupt: readonly string[];
  readonly untold: readonly string[];
  /** Runs that did not get through though only one call failed. */
  readonly stuck: readonly string[];
}

type Run = ScriptResult & { readonly plan: Plan | null; readonly counted: Counted };

const MEMORY_DISK = '/dev/shm';

/** Runs the script on failing disks; with `most`, so many positions of each fault, else every one. */
export function runOnFailingDisks(most: number | null): IoLoss {
  const base = existsSync(MEMORY_DISK) ? MEMORY_DISK : tmpdir();
  const home = realpathSync(mkdtempSync(join(base, 'pilotage-io-')));
  try {
    const folder = join(home, 'disk');
    mkdirSync(folder);
    const report = join(home, 'report');
    const output = runWithShim({
      script: join(import.meta.dirname, 'io-child-fixture.ts'),
      arguments: [folder, report, most === null ? 'all' : String(most)],
      library: compileShim(home),
      folder,
      report,
    });
    return addUp(
      output
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Run),
    );
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function addUp(all: readonly Run[]): IoLoss {
  const [calm, ...runs] = all;
  if (!calm || calm.plan || calm.told > 0 || calm.isStuck || calm.lost > 0 || calm.corrupt.length > 0)
    throw new Error(`the script does not even run on a sound disk: ${JSON.stringify(calm)}`);
  const failing = runs.filter(({ counted }) => counted.fired > 0);
  return {
    runs: runs.length,
    calm: { ...calm.counted, commands: calm.commands },
    fired: failing.length,
    told: failing.filter(({ told }) => told > 0).length,
    lost: runs.reduce((sum, { lost }) => sum + lost, 0),
    corrupt: runs.flatMap((run) => run.corrupt.map((what) => `${nameOf(run)}: ${what}`)),
    untold: runs.flatMap((run) => run.untold.map((what) => `${nameOf(run)}: ${what}`)),
    stuck: runs.filter(({ plan, isStuck }) => plan?.isOnce && isStuck).map(nameOf),
  };
}

function nameOf({ plan }: Run): string {
  return plan === null
    ? 'calm'
    : `${plan.fault.name} ${plan.isOnce ? 'once' : 'for ever'} at ${plan.position}`;
}
