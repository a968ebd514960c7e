import type { IsoDate } from '#shared/domain/units.ts';
import * as commands from '../commands/index.ts';
import { day, type ScriptInitiative } from './script.ts';
import { type Ids, idOf, type Step } from './step.ts';

/** A plan that was adopted: all that ran on the day is funded but what is named. */
interface ScriptAdoptedPlan {
  readonly on: IsoDate;
  readonly note: string;
  readonly notFunded: readonly string[];
  /** Euros a person-month is worth beyond its loaded cost. */
  readonly rolePrices: Readonly<Record<string, number>>;
}

/** One after each review. */
const ADOPTED_PLANS: readonly ScriptAdoptedPlan[] = [
  {
    on: day('2026-04-20'),
    note: 'Second quarter: what stopping Voice claims intake released funds Medical invoice coding and Garage appointments',
    notFunded: [],
    rolePrices: {},
  },
  {
    on: day('2026-07-17'),
    note: 'Third quarter',
    notFunded: [],
    rolePrices: { Engineering: 400 },
  },
  {
    on: day('2026-09-30'),
    note: 'Fourth quarter: no engineers left for the Complaint digest',
    notFunded: ['complaint-digest'],
    rolePrices: { Engineering: 600 },
  },
];

/** Adopting the plans, each for what was there on its day and not retired. */
export function planSteps(initiatives: readonly ScriptInitiative[], ids: Ids, newId: () => string): Step[] {
  return ADOPTED_PLANS.map(({ on, note, notFunded, rolePrices }) => {
    const keys = initiatives.filter((one) => isAlive(one, on)).map(({ key }) => key);
    const input = () => ({
      adoptedOn: on,
      note,
      funded: keys.filter((key) => !notFunded.includes(key)).map((key) => idOf(ids, key)),
      notFunded: notFunded.map((key) => idOf(ids, key)),
      rolePrices: { ...rolePrices },
    });
    return {
      on,
      name: 'adoptPlan',
      label: () => commands.adoptPlanLabel(input()),
      run: (tx) => commands.adoptPlan(tx, input(), newId),
    };
  });
}

function isAlive({ addedOn, stages }: ScriptInitiative, on: IsoDate): boolean {
  const retiredOn = stages.find(([stage]) => stage === 'retired')?.[1] ?? null;
  return addedOn < on && (retiredOn === null || retiredOn > on);
}
