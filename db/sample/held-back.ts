import type { InitiativeFields } from '#shared/domain/initiative.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import {
  amounts,
  cost,
  day,
  evaluated,
  month,
  NOTHING_YET,
  outcome,
  rated,
  round,
  type ScriptInitiative,
  type ScriptLine,
  type ScriptSeries,
  trend,
} from './script.ts';

interface Story {
  readonly key: string;
  readonly rule: RuleId;
  readonly name: string;
  readonly purpose: string;
  readonly unit: string;
  readonly owner: string;
  readonly engineer: string;
  readonly metric: readonly [name: string, unit: string, baseline: number, target: number];
  readonly readings: readonly number[];
  readonly lines: readonly ScriptLine[];
  readonly oversight: string;
  readonly pilotOn: string;
  readonly limitedOn: string;
  /** What connecting it cost, month by month up to limited production. */
  readonly build: ScriptSeries;
}

/** Initiatives in limited production whose gates are in order: what holds them back is money, a plan or a connector. */
export const HELD_BACK: readonly ScriptInitiative[] = (
  [
    {
      key: 'agent-assist',
      rule: 'F2',
      name: 'Contact-centre agent assist',
      purpose: 'Suggests the next step and drafts the follow-up mail while a service agent is on the phone.',
      unit: 'Customer service',
      owner: 'Head of contact centre',
      engineer: 'Lead engineer, telephony',
      metric: ['Calls closed without a second contact', 'share', 0.58, 0.7],
      readings: [0.61, 0.62, 0.63, 0.64, 0.65, 0.66],
      pilotOn: '2025-10-06',
      limitedOn: '2026-03-16',
      build: amounts('2026-01', 9_000, 8_000, 3_500),
      oversight: 'The agent sends every mail.',
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 2400, 60)),
        cost('platform', 'Platform share', trend('2026-01', '2026-09', 1900, 20)),
        outcome(
          'hours_saved',
          'before_after',
          'After-call work saved',
          trend('2026-02', '2026-09', 12400, 480),
        ),
      ],
    },
    {
      key: 'renewal-letters',
      rule: 'H2',
      name: 'Renewal letters',
      purpose: 'Writes renewal letters that explain each change of premium in plain words.',
      unit: 'Personal lines',
      owner: 'Head of personal lines',
      engineer: 'Lead engineer, output management',
      metric: ['Questions after a renewal letter', 'per 100 letters', 9, 6],
      readings: [8.6, 8.1, 7.6, 7.2, 6.8, 6.5],
      pilotOn: '2025-11-10',
      limitedOn: '2026-04-13',
      build: amounts('2026-01', 8_200, 6_400, 4_300),
      oversight: 'Product management approves each template.',
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 900, 30)),
        cost('platform', 'Platform share', trend('2026-01', '2026-09', 1500, 15)),
        outcome(
          'deflected_contacts',
          'before_after',
          'Questions not asked',
          trend('2026-02', '2026-09', 9800, 350),
        ),
      ],
    },
    {
      key: 'reserve-hints',
      rule: 'H3',
      name: 'Reserve hints',
      purpose: 'Suggests a reserve for bodily injury claims and names the files it compared.',
      unit: 'Claims',
      owner: 'Head of injury claims',
      engineer: 'Lead data scientist, reserving',
      metric: ['Reserves changed by more than a quarter within a year', 'share', 0.22, 0.15],
      readings: [0.215, 0.21, 0.2, 0.195, 0.185, 0.172],
      pilotOn: '2025-12-08',
      limitedOn: '2026-05-04',
      build: amounts('2026-02', 7_600, 6_000, 4_000),
      oversight: 'A claims handler sets every reserve.',
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 1700, 45)),
        cost('platform', 'Platform share', trend('2026-01', '2026-09', 2100, 20)),
        cost('oversight', 'Second look by the reserving team', trend('2026-01', '2026-09', 2500, 40)),
        outcome(
          'quality',
          'before_after',
          'Reserve corrections avoided',
          trend('2026-02', '2026-09', 12900, 140),
        ),
      ],
    },
    {
      key: 'complaint-digest',
      rule: 'H4',
      name: 'Complaint digest',
      purpose: 'Groups complaints by cause each week and drafts the report to the supervisor.',
      unit: 'Compliance',
      owner: 'Head of complaints',
      engineer: 'Lead engineer, mail services',
      metric: ['Days to the weekly report', 'days', 6, 2],
      readings: [5.2, 4.6, 4.1, 3.6, 3.1, 2.8],
      pilotOn: '2026-01-05',
      limitedOn: '2026-07-06',
      build: amounts('2026-04', 6_500, 5_500),
      oversight: 'Compliance signs the report.',
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 500, 10)),
        cost('platform', 'Platform share', trend('2026-01', '2026-09', 1100, 10)),
        outcome('hours_saved', 'log_count', 'Reading time saved', trend('2026-02', '2026-09', 7600, 90)),
      ],
    },
    {
      key: 'damage-photos',
      rule: 'K4',
      name: 'Damage photo estimates',
      purpose: 'Estimates small motor repairs from photos the customer sends.',
      unit: 'Motor claims',
      owner: 'Head of motor claims',
      engineer: 'Lead engineer, image services',
      metric: ['Estimates within 10 % of the invoice', 'share', 0.4, 0.7],
      readings: [0.44, 0.49, 0.53, 0.57, 0.6, 0.63],
      pilotOn: '2025-09-01',
      limitedOn: '2026-01-12',
      build: amounts('2025-11', 16_000, 15_000),
      oversight: 'An assessor looks at every estimate above EUR 1,500.',
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 3900, 70)),
        cost('platform', 'Image service', trend('2026-01', '2026-09', 3300, 20)),
        outcome(
          'hours_saved',
          'log_count',
          'Assessor visits avoided',
          trend('2026-02', '2026-09', 16800, 160),
        ),
      ],
    },
    {
      key: 'travel-claims',
      rule: 'H0',
      name: 'Travel claims fast track',
      purpose: 'Checks small travel claims against the booking and pays them the same day.',
      unit: 'Travel insurance',
      owner: 'Head of travel insurance',
      engineer: 'Lead engineer, claims platform',
      metric: ['Claims paid within a day', 'share', 0.08, 0.5],
      readings: [0.15, 0.19, 0.24, 0.28, 0.31, 0.34],
      oversight: 'A handler releases every payment above EUR 400.',
      pilotOn: '2026-01-12',
      limitedOn: '2026-06-01',
      build: amounts('2026-02', 5_200, 4_600, 3_400),
      lines: [
        cost('inference', 'Model usage', trend('2026-01', '2026-09', 1200, 50)),
        cost('platform', 'Payment service', trend('2026-01', '2026-09', 2300, 20)),
        outcome(
          'hours_saved',
          'log_count',
          'Handling time saved',
          trend('2026-02', '2026-09', 8400, 180, ['2026-03']),
        ),
      ],
    },
  ] satisfies readonly Story[]
).map(inLimitedProduction);

function inLimitedProduction(story: Story): ScriptInitiative {
  const [metricName, metricUnit, baselineValue, targetValue] = story.metric;
  const comparator = targetValue > baselineValue ? 'at_least' : 'at_most';
  const fields: Partial<InitiativeFields> & { name: string } = {
    name: story.name,
    purpose: story.purpose,
    unit: story.unit,
    businessOwner: story.owner,
    technicalOwner: story.engineer,
    financeValidator: 'Controller, operations',
    plannedPilotMonths: 6,
    metricName,
    metricUnit,
    baselineValue,
    baselineDataEnd: day('2025-08-31'),
    baselineSource: 'before',
    targetComparator: comparator,
    targetValue,
    targetDate: day('2026-12-31'),
    lawfulBasis: 'yes',
    riskClass: 'minimal',
    oversight: story.oversight,
    evaluationRanOn: day('2026-09-01'),
    evaluationPassRate: 0.93,
    evaluationPassMark: 0.9,
  };
  return {
    ...NOTHING_YET,
    key: story.key,
    expectedRule: story.rule,
    addedOn: day(story.pilotOn),
    stages: [
      ['pilot', day(story.pilotOn)],
      ['limited', day(story.limitedOn)],
    ],
    fields,
    changes: [evaluated('2026-02-26', 0.91, 0.9), evaluated('2026-06-02', 0.92, 0.9)],
    levels: [
      ...round('2026-03-11', [3, 2, 3, 3, 2]),
      ...round('2026-06-11', [3, 3, 3, 3, 2]),
      rated('data', 3, 'test', '2026-07-20', 'Live feed with daily quality checks.'),
      rated(
        'integration',
        3,
        'test',
        '2026-07-21',
        'Reads and writes with retries, tested on the real system.',
      ),
      rated('evaluation', 3, 'test', '2026-09-01', 'Suite with a pass mark blocks a release.'),
      rated('governance', 3, 'audit', '2026-07-22', 'Permissions and audit log confirmed.'),
      rated('change', 2, 'document', '2026-07-23', 'Procedure drafted and tried with two teams.'),
    ],
    lines: [...story.lines, cost('integration_build', 'Integration build', story.build)],
    // Months before the first line hold the cost of the build alone.
    closed: [story.build.from < month('2026-01') ? story.build.from : month('2026-01'), month('2026-09')],
    readings: { from: month('2026-04'), values: story.readings },
    tripwires: [
      {
        metric: metricName,
        comparator,
        threshold: (baselineValue + targetValue) / 2,
        committedOn: day(story.pilotOn),
        dueOn: day('2026-12-31'),
        measured: null,
      },
    ],
  };
}
