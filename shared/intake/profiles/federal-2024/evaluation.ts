import type { GapQuestion } from '../../mapping-types.ts';
import { rule } from './rule.ts';

/** What the form asks about evaluation. */
export const EVALUATION_QUESTIONS: readonly GapQuestion[] = [
  {
    gap: 'evaluation',
    topic: 'Operational testing',
    header: 'tested in operational or real-world environments',
    isMultiple: false,
    answers: [
      rule(
        'Impact evaluation in operational environment',
        2,
        null,
        'test',
        'a controlled test against a counterfactual was run; that it runs on each change is not said',
      ),
      rule(
        'Performance evaluation in operational environment',
        2,
        null,
        'test',
        'a test in the field or on operational data was run; that it runs on each change is not said',
      ),
      rule('Benchmark evaluation', 2, null, 'test', 'a fixed set with expected results exists and was run'),
      rule('Yes', 1, null, 'opinion', 'tested somehow; against what is not said'),
      rule('No testing', 0, 1, 'opinion', 'nothing was measured: at most somebody looked at results'),
    ],
  },
  {
    gap: 'evaluation',
    topic: 'Independent evaluation',
    header: 'independent evaluation of the ai use case',
    isMultiple: false,
    answers: [
      rule(
        'Yes - by the CAIO',
        2,
        null,
        'document',
        'somebody outside the team held results against a written purpose',
      ),
      rule(
        'Yes - by an agency AI oversight board not directly involved in the system\u2019s development',
        2,
        null,
        'document',
        'somebody outside the team held results against a written purpose',
      ),
      rule(
        'Yes - by another appropriate agency office that was not directly involved in the system\u2019s development',
        2,
        null,
        'document',
        'somebody outside the team held results against a written purpose',
      ),
      rule('TRUE', 1, null, 'opinion', 'outside the list: by whom is not said'),
      rule('Planned or in-progress', null, null, 'opinion', 'an intention; nothing was evaluated yet'),
    ],
  },
  {
    gap: 'evaluation',
    topic: 'Performance documentation',
    header: 'including performance metrics and intended use of the model',
    isMultiple: false,
    answers: [
      rule(
        'Documentation has been published',
        2,
        null,
        'document',
        'metrics and intended use are written down and open to review in the agency',
      ),
      rule(
        'Documentation has been developed',
        2,
        null,
        'document',
        'performance over a range of benchmarks is written down',
      ),
      rule(
        'Limited documentation for review',
        1,
        null,
        'document',
        'some figures were shown to some people; a definition of correct is not claimed',
      ),
      rule('Yes', 1, null, 'opinion', 'outside the list: what was made available is not said'),
      rule(
        'Yes.  Peer review',
        1,
        null,
        'opinion',
        'outside the list: peers looked at it, against what is not said',
      ),
      rule(
        'No documentation is available',
        0,
        1,
        'opinion',
        'no written metric exists or can be found, so no written definition of correct',
      ),
    ],
  },
  {
    gap: 'evaluation',
    topic: 'Monitoring after deployment',
    header: 'process to monitor performance of the ai system',
    isMultiple: false,
    answers: [
      rule(
        'Established Process of Machine Learning Operations',
        2,
        null,
        'document',
        'automated testing in a release pipeline is claimed; a pass mark that blocks release is not',
      ),
      rule(
        'Automated and Regularly Scheduled Updates',
        2,
        null,
        'document',
        'drift is detected automatically, so expected results are defined; people still run the rest',
      ),
      rule(
        'Intermittent and Manually Updated',
        1,
        null,
        'document',
        'a plan with metrics made by hand; a fixed test set is not claimed',
      ),
      rule(
        'No monitoring protocols have been established',
        null,
        3,
        'opinion',
        'contradicts level 4 only: evaluation before release is another matter',
      ),
    ],
  },
];
