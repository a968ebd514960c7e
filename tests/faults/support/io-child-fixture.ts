/**
 * Runs each part of the script on a failing disk, many times over, and prints one line of JSON a run. Usage: node
 * io-child-fixture.ts HOME REPORT MOST, with the shim before the system: HOME is the folder it watches, REPORT where
 * it says what it counted, MOST how many positions of each fault to try in each part, or `all`.
 */
import { copyFileSync, mkdirSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { type Counted, type Plan, plansFor } from './io-plan.ts';
import { PARTS, type Part, runPart } from './io-script.ts';
import { CONTROL_DESCRIPTOR } from './shim.ts';

const [, , home = '', report = '', most = ''] = process.argv;

/** What each part finds: made outside the watched folder. */
const prepared = prepare(join(dirname(home), 'prepared'));

function prepare(folder: string): Record<Part, string | null> {
  mkdirSync(folder);
  const created = join(folder, 'claims.pilotage');
  runPart('create', created, () => {});
  return { create: null, work: created, backup: created, upgrade: oldPortfolio(folder) };
}

function control(text: string): void {
  writeSync(CONTROL_DESCRIPTOR, text);
}

function disarm(): Counted {
  control('disarm');
  const [fired = 0, writes = 0, names = 0, syncs = 0] = readFileSync(report, 'utf8').split(' ').map(Number);
  return { fired, writes, names, syncs };
}

/** A part in a folder of its own; the disk is sound again before anything is looked at. */
function run(part: Part, number: number, plan: Plan | null) {
  const folder = join(home, `${part}-${number}`);
  mkdirSync(folder);
  try {
    const path = join(folder, 'claims.pilotage');
    const before = prepared[part];
    if (before !== null) copyFileSync(before, path);
    let counted: Counted = { fired: 0, writes: 0, names: 0, syncs: 0 };
    control(
      plan === null
        ? 'arm 0 0 0 0'
        : `arm ${plan.fault.kinds} ${plan.position} ${plan.fault.errno} ${plan.isOnce ? 1 : 0}`,
    );
    const result = runPart(part, path, () => {
      counted = disarm();
    });
    console.log(JSON.stringify({ part, plan, ...result, counted }));
    return counted;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

for (const part of PARTS) {
  const calm = run(part, 0, null);
  for (const [index, plan] of plansFor(calm, most === 'all' ? null : Number(most)).entries()) {
    run(part, index + 1, plan);
    // Node lets go of what a run held outside its heap only between two turns of its loop: 2 MB a run.
    await setImmediate();
  }
}
