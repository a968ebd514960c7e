import type { Instant } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import { createPortfolioFile } from '../create.ts';
import { openPortfolioFile } from '../open.ts';
import { runCommand } from '../write.ts';
import { assetSteps } from './asset-steps.ts';
import { HELD_BACK } from './held-back.ts';
import { LATER_PILOTS } from './later-pilots.ts';
import { launchSteps } from './launches.ts';
import { outlookSteps } from './model-steps.ts';
import { OUTLOOKS } from './models.ts';
import { PILOTS_AND_IDEAS } from './pilots-and-ideas.ts';
import { planSteps } from './plans.ts';
import { PRODUCTION } from './production.ts';
import { PRODUCTION_IN_TROUBLE } from './production-in-trouble.ts';
import { recordSteps } from './record-steps.ts';
import { reviewStep } from './review-steps.ts';
import { REVIEWS } from './reviews.ts';
import { day, type ScriptInitiative } from './script.ts';
import { type Ids, SAMPLE_AS_OF, type Step } from './step.ts';
import { initiativeSteps } from './steps.ts';

export { SAMPLE_AS_OF } from './step.ts';

export interface SampleOptions {
  readonly newId: () => string;
  readonly appVersion: string;
}

export const SAMPLE_INITIATIVES: readonly ScriptInitiative[] = [
  ...PRODUCTION,
  ...PRODUCTION_IN_TROUBLE,
  ...HELD_BACK,
  ...PILOTS_AND_IDEAS,
  ...LATER_PILOTS,
];

/** Stands in the history of the sample, so that nobody takes its dates for real ones. */
const ACTOR = 'Program lead (sample)';
const BEGUN_ON = day('2025-04-01');

/**
 * Makes the sample portfolio at `path`: a fictional insurer, a year and a half of history, by the same commands a
 * person issues. Only here (and in tests) does a command carry another day than today.
 * @throws AppError as `createPortfolioFile` does.
 */
export function buildSample(path: string, options: SampleOptions): void {
  createPortfolioFile(path, {
    name: 'Halden Mutual (sample)',
    currency: 'EUR',
    at: `${BEGUN_ON}T08:00:00.000Z` as Instant,
    newId: options.newId,
    appVersion: options.appVersion,
    sampleAsOf: SAMPLE_AS_OF,
  });
  const file = openPortfolioFile(path);
  try {
    // Opened only when it is finished, and made anew each time: no step of it has to survive a power cut by itself.
    file.db.pragma('synchronous = OFF');
    file.db.pragma('journal_mode = MEMORY');
    for (const { step, at } of timed(storySteps(options.newId)))
      runCommand(
        file.db,
        { name: step.name, label: step.label(file.db), actor: ACTOR, at, appVersion: options.appVersion },
        step.run,
      );
  } finally {
    file.close();
  }
}

/** The steps in the order of their days; within a day a minute apart from nine o'clock, in the order of the script. */
function timed(steps: readonly Step[]): { readonly step: Step; readonly at: Instant }[] {
  const sorted = [...steps].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
  let previous = '';
  let minute = 0;
  return sorted.map((step) => {
    minute = step.on === previous ? minute + 1 : 0;
    previous = step.on;
    const clock = `${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return { step, at: `${step.on}T${clock}:00.000Z` as Instant };
  });
}

function storySteps(newId: () => string): Step[] {
  const ids: Ids = new Map();
  const settings = { reviewer: ACTOR };
  return [
    {
      on: BEGUN_ON,
      name: 'updateSettings',
      label: commands.updateSettingsLabel,
      run: (tx) => commands.updateSettings(tx, settings),
    },
    ...SAMPLE_INITIATIVES.flatMap((script) =>
      initiativeSteps(script, OUTLOOKS[script.key]?.counts, ids, newId),
    ),
    ...assetSteps(ids, newId),
    ...Object.entries(OUTLOOKS).flatMap(([key, outlook]) => outlookSteps(key, outlook, ids, newId)),
    ...recordSteps(ids, newId),
    ...launchSteps(SAMPLE_INITIATIVES, ids),
    ...REVIEWS.map((review) => reviewStep(review, ids, newId)),
    // Of one day, the review comes before the plan that follows from it.
    ...planSteps(SAMPLE_INITIATIVES, ids, newId),
  ];
}
