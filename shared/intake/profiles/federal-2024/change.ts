import type { GapQuestion } from '../../mapping-types.ts';
import { rule } from './rule.ts';

const FEEDBACK_WHY = 'people concerned were told and heard; that the work changed around it is not said';

/** What the form asks about organizational change. */
export const CHANGE_QUESTIONS: readonly GapQuestion[] = [
  {
    gap: 'change',
    topic: 'Feedback from affected groups',
    header: 'consult and incorporate feedback from groups affected',
    isMultiple: true,
    answers: [
      rule(
        'Direct user testing',
        1,
        null,
        'opinion',
        'some users tried it; an owning team and a new workflow are not asked',
      ),
      rule('Post-transaction customer feedback collections', 1, null, 'opinion', FEEDBACK_WHY),
      rule('Post transaction customer feedback collections', 1, null, 'opinion', FEEDBACK_WHY),
      rule('General solicitations of comments from the public', 1, null, 'opinion', FEEDBACK_WHY),
      rule('Public hearings or meetings', 1, null, 'opinion', FEEDBACK_WHY),
      rule('Outreach to relevant labor organizations', 1, null, 'opinion', FEEDBACK_WHY),
      rule('None of the above', 0, 1, 'opinion', 'nobody concerned was asked in any of the listed ways'),
      rule('Other', null, null, 'opinion', 'explained in free text that no rule can read'),
    ],
  },
];
