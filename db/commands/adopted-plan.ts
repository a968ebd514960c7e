import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { Tx } from '../tx.ts';
import type { Created, NewId } from './command.ts';
import { mustFind } from './find.ts';
import { counted, shortName } from './words.ts';

export interface NewAdoptedPlan {
  readonly adoptedOn: IsoDate;
  readonly note: string;
  readonly funded: readonly string[];
  readonly notFunded: readonly string[];
  /** Shadow price of each scarce role, currency units per person-month, 0 or more. */
  readonly rolePrices: Readonly<Record<string, number>>;
}

/** "Adopt a plan that funds 12 initiatives". */
export function adoptPlanLabel(input: Pick<NewAdoptedPlan, 'funded'>): string {
  return `Adopt a plan that funds ${counted(input.funded.length, 'initiative')}`;
}

/**
 * Makes this the plan: the funded set and the prices of people, frozen for the engine until another is adopted.
 * @throws AppError invalid_input for an initiative that is both or twice in it, and for a price below 0.
 */
export function adoptPlan(tx: Tx, input: NewAdoptedPlan, newId: NewId): Created {
  const id = newId();
  tx.insert('adopted_plan', { id, adopted_on: input.adoptedOn, note: input.note, recorded_at: tx.at });
  const choices = [
    ...input.funded.map((initiativeId) => [initiativeId, 1] as const),
    ...input.notFunded.map((initiativeId) => [initiativeId, 0] as const),
  ];
  for (const [initiativeId, isFunded] of choices) {
    const { name } = mustFind(tx, 'initiative', initiativeId);
    const key = { plan_id: id, initiative_id: initiativeId };
    if (tx.find('plan_choice', key))
      throw new AppError(
        'invalid_input',
        `The plan names “${shortName(name)}” twice. Nothing was adopted. Work the plan out again, then adopt it.`,
      );
    tx.insert('plan_choice', { ...key, is_funded: isFunded });
  }
  for (const [role, price] of Object.entries(input.rolePrices)) {
    if (role.trim() === '' || !(price >= 0))
      throw new AppError(
        'invalid_input',
        `The plan has no usable price for the role “${shortName(role)}”. Nothing was adopted. Work the plan out again, then adopt it.`,
      );
    tx.insert('role_price', { plan_id: id, role, price });
  }
  return { id };
}
