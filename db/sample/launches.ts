import * as commands from '../commands/index.ts';
import { TERMS_ON } from './asset-steps.ts';
import type { ScriptInitiative } from './script.ts';
import { type Ids, idOf, later, type Step } from './step.ts';

/** What the office wrote down about a launch; its day is that of the script. */
interface ScriptLaunch {
  readonly key: string;
  /** A point is about a week of one engineer without anything to build on. */
  readonly effortPoints: number;
  /** From the start of the pilot, without the holidays. */
  readonly workingDays: number;
  readonly isFundedFromReturns?: true;
}

/**
 * The launches whose building cost is on record, in their order: each point cheaper than the one before. Those before
 * 2026 went live before anybody counted. The one of the third quarter was paid out of what earlier agents had brought.
 */
const LAUNCHES: readonly ScriptLaunch[] = [
  { key: 'damage-photos', effortPoints: 6, workingDays: 91 },
  { key: 'claims-triage', effortPoints: 8, workingDays: 210 },
  { key: 'document-intake', effortPoints: 7, workingDays: 190 },
  { key: 'agent-assist', effortPoints: 5, workingDays: 112 },
  { key: 'renewal-letters', effortPoints: 5, workingDays: 105 },
  { key: 'reserve-hints', effortPoints: 5, workingDays: 99 },
  { key: 'travel-claims', effortPoints: 4, workingDays: 95 },
  { key: 'complaint-digest', effortPoints: 4, workingDays: 125, isFundedFromReturns: true },
];

/** Recording the launches: from the day sizes were written down at all, each on its day. */
export function launchSteps(initiatives: readonly ScriptInitiative[], ids: Ids): Step[] {
  return LAUNCHES.map(({ key, effortPoints, workingDays, isFundedFromReturns = false }): Step => {
    const launchedOn = launchDay(initiatives, key);
    const launch = { launchedOn, effortPoints, workingDays, isFundedFromReturns };
    const input = () => ({ initiativeId: idOf(ids, key), launch });
    return {
      on: later(launchedOn, TERMS_ON),
      name: 'setLaunch',
      label: (db) => commands.setLaunchLabel(db, input()),
      run: (tx) => commands.setLaunch(tx, input()),
    };
  });
}

/** The day an initiative of the script enters limited production. @throws Error when it never does. */
function launchDay(initiatives: readonly ScriptInitiative[], key: string) {
  const stages = initiatives.find((one) => one.key === key)?.stages ?? [];
  const on = stages.find(([stage]) => stage === 'limited')?.[1] ?? null;
  if (on === null) throw new Error(`the sample launches ${key} but it never enters limited production`);
  return on;
}
