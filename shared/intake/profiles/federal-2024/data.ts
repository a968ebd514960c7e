import type { GapQuestion } from '../../mapping-types.ts';
import { rule } from './rule.ts';

/** What the form asks about data readiness. */
export const DATA_QUESTIONS: readonly GapQuestion[] = [
  {
    gap: 'data',
    topic: 'Data documentation',
    header: 'available documentation for the model training and evaluation data',
    isMultiple: false,
    answers: [
      rule(
        'Documentation is widely available',
        2,
        null,
        'document',
        'sources, quality and owner are written down; access control and real volumes are not asked',
      ),
      rule(
        'Documentation is complete',
        2,
        null,
        'document',
        'maintenance, composition, quality and intended use are written down; nothing says that they are monitored',
      ),
      rule(
        'Documentation has been partially completed',
        1,
        1,
        'document',
        'some of it was written during development; the rest of level 2 is missing by its own words',
      ),
      rule(
        'Documentation has been partially complete',
        1,
        1,
        'document',
        'the same answer as another agency words it',
      ),
      rule('Documentation is available', 1, null, 'opinion', 'outside the list: how complete is not said'),
      rule('Yes', 1, null, 'opinion', 'outside the list: something exists, how complete is not said'),
      rule(
        'Documentation is missing or not available',
        1,
        1,
        'opinion',
        'data was used, but its quality and gaps are unknown, which is level 1 word for word',
      ),
      rule('No', 1, 1, 'opinion', 'the same in one word'),
    ],
  },
  {
    gap: 'data',
    topic: 'Data catalogue',
    header: 'enterprise data catalog or agency-wide data repository',
    isMultiple: false,
    answers: [
      rule(
        'Yes',
        1,
        null,
        'opinion',
        'somebody can check that the data exists; which data, and may it be used, is not said',
      ),
      rule(
        'No',
        null,
        null,
        'opinion',
        'speaks of the agency: the data may have been checked in another way',
      ),
      rule('Other', null, null, 'opinion', 'explained in free text that no rule can read'),
    ],
  },
];
