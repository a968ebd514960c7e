import type { Instant } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import { createPortfolioFile } from '../create.ts';
import { openPortfolioFile } from '../open.ts';
import { runCommand } from '../write.ts';
import { HELD_BACK } from './held-back.ts';
import { assetSteps, outlookSteps } from './model-steps.ts';
import { OUTLOOKS } from './models.ts';
import { PILOTS_AND_IDEAS } from './pilots-and-ideas.ts';
import { PRODUCTION } from './production.ts';
import { PRODUCTION_IN_TROUBLE } from './production-in-trouble.ts';
import { reviewStep } from './review-steps.ts';
import { REVIEWS } from './reviews.ts';
import { day, type ScriptInitiative } from './script.ts';
import { type Ids, idOf, initiativeSteps, SAMPLE_AS_OF, type Step } from './steps.ts';

export { SAMPLE_AS_OF } from './steps.ts';

export interface SampleOptions {
  readonly newId: () => string;
  readonly appVersion: string;
}

export const SAMPLE_INITIATIVES: readonly ScriptInitiative[] = [
  ...PRODUCTION,
  ...PRODUCTION_IN_TROUBLE,
  ...HELD_BACK,
  ...PILOTS_AND_IDEAS,
];

/** Stands in the history of the sample, so that nobody takes its dates for real ones. */
const ACTOR = 'Program lead (sample)';
const PLAN_ON = day('2026-09-22');
const NOT_FUNDED: ReadonlySet<string> = new Set(['complaint-digest']);
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

/** The plan adopted for the last quarter of the year: everything but what the budget did not reach. */
function planStep(ids: Ids, newId: () => string): Step {
  const keys = SAMPLE_INITIATIVES.filter((one) => one.expectedRule !== null && one.addedOn < PLAN_ON);
  const input = () => ({
    adoptedOn: PLAN_ON,
    note: 'Budget of the fourth quarter',
    funded: keys.filter(({ key }) => !NOT_FUNDED.has(key)).map(({ key }) => idOf(ids, key)),
    notFunded: [...NOT_FUNDED].map((key) => idOf(ids, key)),
    rolePrices: { Engineering: 600 },
  });
  return {
    on: PLAN_ON,
    name: 'adoptPlan',
    label: () => commands.adoptPlanLabel(input()),
    run: (tx) => commands.adoptPlan(tx, input(), newId),
  };
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
    planStep(ids, newId),
    ...REVIEWS.map((review) => reviewStep(review, ids, newId)),
  ];
}
