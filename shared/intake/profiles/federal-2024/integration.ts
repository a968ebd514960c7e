import type { GapQuestion } from '../../mapping-types.ts';
import { rule } from './rule.ts';

/** What the form asks about integration. */
export const INTEGRATION_QUESTIONS: readonly GapQuestion[] = [
  {
    gap: 'integration',
    topic: 'Reuse of data platforms and code',
    header: 'existing data science tools, libraries, data products',
    isMultiple: false,
    answers: [
      rule(
        'Use of existing data platforms',
        2,
        null,
        'opinion',
        'it reads enterprise systems through a managed platform; writing back is not asked',
      ),
      rule(
        'Re-use production level code and/or data products',
        2,
        null,
        'opinion',
        'it reads published data products and runs on production code; writing back is not asked',
      ),
      rule(
        'Re-use production level code from a different use-case',
        1,
        null,
        'opinion',
        'shared code says nothing about the systems it reads',
      ),
      rule('None', null, null, 'opinion', 'nothing is shared; what it is connected to is not said'),
      rule('No', null, null, 'opinion', 'the same in one word'),
    ],
  },
  {
    gap: 'integration',
    topic: 'Provisioned infrastructure',
    header: 'required it infrastructure provisioned via a centralized intake',
    isMultiple: false,
    answers: [
      rule(
        'Yes',
        1,
        null,
        'opinion',
        'it has a place to run that does not belong to a person; what it reads there is not said',
      ),
      rule('No', null, null, 'opinion', 'speaks of the intake form, not of the infrastructure'),
      rule('Other', null, null, 'opinion', 'explained in free text that no rule can read'),
    ],
  },
  {
    gap: 'integration',
    topic: 'Access to the code',
    header: 'have access to the code associated with the ai use case',
    isMultiple: false,
    answers: [
      rule(
        'Yes - source code is publicly available.',
        1,
        null,
        'opinion',
        'there is code, so more than pasting by hand; what it connects is not said',
      ),
      rule(
        'Yes - agency has access to source code, but it is not public.',
        1,
        null,
        'opinion',
        'there is code, so more than pasting by hand; what it connects is not said',
      ),
      rule('Yes', 1, null, 'opinion', 'the same in one word'),
      rule(
        'No - agency does not have access to source code.',
        null,
        null,
        'opinion',
        'a bought product may be connected as well as any',
      ),
    ],
  },
];
