import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Counted, Plan } from './io-plan.ts';
import { PARTS, type Part, type PartResult } from './io-script.ts';
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

/** One line of the child. */
export type Run = PartResult & {
  readonly part: Part;
  readonly plan: Plan | null;
  readonly counted: Counted;
};

const MEMORY_DISK = '/dev/shm';

/** Runs the script on failing disks; with `most`, so many positions of each fault in each part, else every one. */
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

/** What the runs cost together. @throws Error when a part does not even get through on a sound disk. */
export function addUp(all: readonly Run[]): IoLoss {
  const calm = all.filter(({ plan }) => plan === null);
  const runs = all.filter(({ plan }) => plan !== null);
  const bad = calm.find(
    ({ told, isStuck, lost, corrupt }) => told > 0 || isStuck || lost > 0 || corrupt.length > 0,
  );
  if (bad || calm.length < PARTS.length)
    throw new Error(`the script does not even run on a sound disk: ${JSON.stringify(bad)}`);
  const failing = runs.filter(({ counted }) => counted.fired > 0);
  return {
    runs: runs.length,
    calm: {
      commands: sum(calm, ({ commands }) => commands),
      fired: 0,
      writes: sum(calm, ({ counted }) => counted.writes),
      names: sum(calm, ({ counted }) => counted.names),
      syncs: sum(calm, ({ counted }) => counted.syncs),
    },
    fired: failing.length,
    told: failing.filter(({ told }) => told > 0).length,
    lost: sum(runs, ({ lost }) => lost),
    corrupt: runs.flatMap((run) => run.corrupt.map((what) => `${nameOf(run)}: ${what}`)),
    untold: [
      ...runs.flatMap((run) => run.untold.map((what) => `${nameOf(run)}: ${what}`)),
      ...failing.filter((run) => isSilent(run, calm)).map((run) => `${nameOf(run)}: nothing was said`),
    ],
    stuck: runs.filter(({ plan, isStuck }) => plan?.isOnce && isStuck).map(nameOf),
  };
}

/** A failure may only pass in silence when everything was done all the same. */
function isSilent({ part, told, commands }: Run, calm: readonly Run[]): boolean {
  return told === 0 && commands !== calm.find((one) => one.part === part)?.commands;
}

function sum(runs: readonly Run[], read: (run: Run) => number): number {
  return runs.reduce((total, run) => total + read(run), 0);
}

function nameOf({ part, plan }: Run): string {
  return plan === null
    ? `${part}, calm`
    : `${part}, ${plan.fault.name} ${plan.isOnce ? 'once' : 'for ever'} at ${plan.position}`;
}
