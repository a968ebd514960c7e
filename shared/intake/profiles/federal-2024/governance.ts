import type { GapQuestion } from '../../mapping-types.ts';
import { rule } from './rule.ts';

/** What the form asks about governance. */
export const GOVERNANCE_QUESTIONS: readonly GapQuestion[] = [
  {
    gap: 'governance',
    topic: 'Impact on rights and safety',
    header: 'rights-impacting, safety-impacting, both, or neither',
    isMultiple: false,
    answers: [
      rule('Neither', 1, null, 'opinion', 'the risk was looked at and classed; permissions are not asked'),
      rule('Both', 1, null, 'opinion', 'the risk was looked at and classed; permissions are not asked'),
      rule(
        'Rights-Impacting',
        1,
        null,
        'opinion',
        'the risk was looked at and classed; permissions are not asked',
      ),
      rule(
        'Safety-Impacting',
        1,
        null,
        'opinion',
        'the risk was looked at and classed; permissions are not asked',
      ),
      rule(
        'Case-by-case assessment',
        1,
        null,
        'opinion',
        'the risk is discussed each time; there is no class',
      ),
      rule(
        'No, use case is too new to fully assess impacts; will be reassessed before end of initiation stage.',
        0,
        1,
        'opinion',
        'there is no risk class yet',
      ),
      rule(
        'No, use case is too new to fully assess impacts; will be reassessed before end of acquisition and development stage.',
        0,
        1,
        'opinion',
        'there is no risk class yet',
      ),
    ],
  },
  {
    gap: 'governance',
    topic: 'Authority to operate',
    header: 'authority to operate (ato)',
    isMultiple: false,
    answers: [
      rule(
        'Yes',
        2,
        null,
        'document',
        'an official signed for the risk of a system that was categorised, logged and security-reviewed; human oversight and kill switch are not asked',
      ),
      rule(
        'Operated in an approved enclave',
        1,
        null,
        'opinion',
        'the surroundings are approved, the system itself is not',
      ),
      rule('No', null, 2, 'opinion', 'approval is missing, which level 3 asks for; nothing else is said'),
      rule(
        'No.  Engineering Review and Resease instead.',
        1,
        2,
        'opinion',
        'another review took its place; approval of the security risk is not claimed',
      ),
    ],
  },
  {
    gap: 'governance',
    topic: 'Impact assessment',
    header: 'ai impact assessment been conducted',
    isMultiple: false,
    answers: [
      rule(
        'Yes',
        2,
        null,
        'document',
        'purpose, risks and safeguards were assessed in writing; approval and permissions are not asked',
      ),
      rule('Planned or in-progress', 1, 2, 'opinion', 'the risk is being discussed; the assessment is open'),
      rule('No', null, 2, 'opinion', 'approval cannot be complete without it; nothing else is said'),
    ],
  },
  {
    gap: 'governance',
    topic: 'Action without human involvement',
    header: 'without direct human involvement',
    isMultiple: false,
    answers: [
      rule(
        'No - Some individual decisions or actions require direct human oversight.',
        1,
        null,
        'opinion',
        'oversight is set for some decisions; class, log and permissions are not asked',
      ),
      rule(
        'Yes - All individual decisions or actions are automated and may be rendered without direct human interaction.',
        null,
        2,
        'opinion',
        'level 3 asks for a human in the loop where rights or safety are at stake',
      ),
      rule(
        'Other - Immediate human intervention is not practicable; however, an appropriate fail-safe has been implemented.',
        null,
        2,
        'opinion',
        'a fail-safe is not a human in the loop',
      ),
    ],
  },
  {
    gap: 'governance',
    topic: 'Fallback and escalation',
    header: 'established fallback and escalation process',
    isMultiple: false,
    answers: [
      rule(
        'Yes',
        1,
        null,
        'opinion',
        'somebody answers when an outcome is contested; deadlines and records are not asked',
      ),
      rule(
        'No - it is not operationally practical to offer this.',
        null,
        2,
        'opinion',
        'outcomes cannot be contested: level 3 would ask for a way',
      ),
      rule(
        'No - Law, operational limitations, or governmentwide guidance precludes an opportunity for an individual to appeal.',
        null,
        null,
        'opinion',
        'a legal bar says nothing about the initiative',
      ),
    ],
  },
];
