import type { TargetField } from '../fields.ts';
import { textKey } from '../text-key.ts';
import type { Profile, ProfileSource } from './profile.ts';
import { REGISTER_COLUMNS } from './register-columns.ts';

/** Our own register export: every value comes back as it was written. */
export const PILOTAGE_REGISTER: Profile = {
  id: 'pilotage-register',
  name: 'Pilotage register',
  description: 'A register exported from Pilotage as CSV; every entered value comes back as it was.',
  signature: REGISTER_COLUMNS.map(({ header }) => ({ is: [textKey(header)] })),
  fields: Object.fromEntries(
    REGISTER_COLUMNS.map(({ field, header }): [TargetField, ProfileSource] => [
      field,
      { kind: 'column', header: { is: [textKey(header)] } },
    ]),
  ),
  values: {},
  questions: [],
  dateOrder: 'ymd',
  isOwnFormat: true,
  rater: 'Imported register',
  evidenceDate: null,
  evidenceLink: '',
};
