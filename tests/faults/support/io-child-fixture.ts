/**
 * Runs the script on a failing disk, many times over, and prints one line of JSON a run. Usage: node
 * io-child-fixture.ts HOME REPORT MOST, with the shim before the system: HOME is the folder it watches, REPORT where
 * it says what it counted, MOST how many positions of each fault to try, or `all`.
 */
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { type Counted, type Plan, plansFor } from './io-plan.ts';
import { runScript } from './io-script.ts';
import { CONTROL_DESCRIPTOR } from './shim.ts';

const [, , home = '', report = '', most = ''] = process.argv;

function control(text: string): void {
  writeSync(CONTROL_DESCRIPTOR, text);
}

function disarm(): Counted {
  control('disarm');
  const [fired = 0, writes = 0, names = 0, syncs = 0] = readFileSync(report, 'utf8').split(' ').map(Number);
  return { fired, writes, names, syncs };
}

/** The script in a folder of its own; the disk is sound again before anything is looked at. */
function run(template: string, plan: Plan | null) {
  const folder = mkdtempSync(join(home, 'run-'));
  try {
    const paths = { new: join(folder, 'claims.pilotage'), old: join(folder, 'old.pilotage') };
    copyFileSync(template, paths.old);
    let counted: Counted = { fired: 0, writes: 0, names: 0, syncs: 0 };
    control(
      plan === null
        ? 'arm 0 0 0 0'
        : `arm ${plan.fault.kinds} ${plan.position} ${plan.fault.errno} ${plan.isOnce ? 1 : 0}`,
    );
    const result = runScript(paths, () => {
      counted = disarm();
    });
    return { ...result, counted };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

mkdirSync(join(dirname(home), 'template'));
const template = oldPortfolio(join(dirname(home), 'template'));
const calm = run(template, null);
console.log(JSON.stringify({ plan: null, ...calm }));
for (const plan of plansFor(calm.counted, most === 'all' ? null : Number(most)))
  console.log(JSON.stringify({ plan, ...run(template, plan) }));
