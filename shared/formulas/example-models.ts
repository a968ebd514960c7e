import type { ForwardModel, ModelDriver, ModelLine } from '../forward-model/model.ts';
import { type Bound, fitThreePoint } from '../uncertainty/three-point.ts';

/*
 * Two forward models that most examples of the forward model are taken from. A: limited production, to be scaled when
 * a connector is live. B: a pilot that may go to limited production. Currency units, 10 % a year, 36 months.
 */

/** P10, P50, P90, or one number when it is known. */
type Points = readonly [number, number, number] | number;

function drivers(points: Readonly<Record<string, readonly [Bound, Points]>>): readonly ModelDriver[] {
  // By id, as the engine orders them: a sum or product is then rounded alike.
  return Object.keys(points)
    .sort()
    .map((id) => {
      const [bound, three] = points[id] as readonly [Bound, Points];
      const [p10, p50, p90] = typeof three === 'number' ? [three, three, three] : three;
      return { id, form: fitThreePoint(bound, p10, p50, p90), p10, p50, p90, loadings: [] };
    });
}

function lineOf(all: readonly ModelDriver[]) {
  return (kind: ModelLine['kind'], constant: number, ...ids: readonly string[]): ModelLine => ({
    kind,
    constant,
    drivers: ids.map((id) => all.findIndex((driver) => driver.id === id)).sort((a, b) => a - b),
  });
}

const DRIVERS_A = drivers({
  'tasks limited': ['positive', [4_000, 5_000, 5_800]],
  'tasks scaled': ['positive', [14_000, 18_000, 22_000]],
  success: ['share', [0.74, 0.84, 0.9]],
  value: ['positive', [4.1, 5.4, 7]],
  inference: ['positive', [0.12, 0.18, 0.3]],
  'review share': ['share', [0.14, 0.2, 0.32]],
  minutes: ['positive', [1.9, 2.6, 3.9]],
  'hourly rate': ['positive', 48],
  'cost of errors': ['positive', [0.05, 0.09, 0.18]],
  'platform limited': ['positive', [3_500, 4_000, 4_800]],
  'platform scaled': ['positive', [7_500, 9_000, 12_000]],
  'team limited': ['positive', 0.5],
  'team scaled': ['positive', 0.8],
  scaling: ['positive', [110_000, 130_000, 180_000]],
}).map((driver) =>
  // The volume to come waits for the connector, so it follows it.
  driver.id === 'tasks scaled' ? { ...driver, loadings: [{ factor: 0, loading: 0.5 }] } : driver,
);
const lineA = lineOf(DRIVERS_A);

function taskLines(suffix: string): readonly ModelLine[] {
  const tasks = `tasks ${suffix}`;
  return [
    lineA('benefit', 0.8, tasks, 'success', 'value'),
    lineA('variable', 1, tasks, 'cost of errors'),
    lineA('variable', 1, tasks, 'inference'),
    lineA('variable', 1 / 60, tasks, 'review share', 'minutes', 'hourly rate'),
    lineA('fixed', 1, `platform ${suffix}`),
  ];
}

/** A: BRI* 0.9275, p_1 = 7/12, X = 0 − 15,000 − 500 × 6. */
export const EXAMPLE_A: ForwardModel = {
  initiativeId: 'example',
  horizon: 36,
  discountRate: 0.1,
  timing: 'end',
  paybackMonths: 12,
  benefitHaircut: 0.9275,
  stopValue: -18_000,
  drivers: DRIVERS_A,
  factors: ['connector'],
  assets: [{ id: 'connector', liveMonth: 2, lateProbability: 0.25, monthsLate: 3 }],
  scopes: [
    {
      stage: 'limited',
      isMeasured: true,
      decisionMonth: 0,
      buildMonths: 0,
      rampMonths: 1,
      assets: [],
      stepProbability: 1,
      lines: [...taskLines('limited'), lineA('fixed', 9_000, 'team limited')],
    },
    {
      stage: 'scaled',
      isMeasured: false,
      decisionMonth: 0,
      buildMonths: 2,
      rampMonths: 3,
      assets: [0],
      stepProbability: 7 / 12,
      lines: [...taskLines('scaled'), lineA('once', 1, 'scaling'), lineA('fixed', 9_000, 'team scaled')],
    },
  ],
};

const DRIVERS_B = drivers({
  'run cost': ['positive', [5_000, 6_000, 7_500]],
  documents: ['positive', [14_000, 20_000, 27_000]],
  success: ['share', [0.7, 0.82, 0.9]],
  'minutes saved': ['positive', [2.5, 4, 6]],
  'hourly rate': ['positive', 45],
  adoption: ['share', [0.5, 0.7, 0.85]],
  inference: ['positive', [0.04, 0.07, 0.12]],
  'review share': ['share', [0.08, 0.15, 0.3]],
  minutes: ['positive', [1, 1.5, 2.5]],
  platform: ['positive', [3_000, 3_800, 5_000]],
  build: ['positive', [40_000, 55_000, 85_000]],
});
const lineB = lineOf(DRIVERS_B);

/** B: no record, so BRI* 0.8; p_1 = 0.3; X = −2,000. */
export const EXAMPLE_B: ForwardModel = {
  ...EXAMPLE_A,
  benefitHaircut: 0.8,
  stopValue: -2_000,
  drivers: DRIVERS_B,
  factors: [],
  assets: [],
  scopes: [
    {
      stage: 'pilot',
      isMeasured: false,
      decisionMonth: 0,
      buildMonths: 0,
      rampMonths: 1,
      assets: [],
      stepProbability: 1,
      lines: [lineB('fixed', 1, 'run cost')],
    },
    {
      stage: 'limited',
      isMeasured: false,
      decisionMonth: 3,
      buildMonths: 3,
      rampMonths: 4,
      assets: [],
      stepProbability: 0.3,
      lines: [
        lineB('benefit', 0.5 / 60, 'documents', 'success', 'minutes saved', 'hourly rate', 'adoption'),
        lineB('once', 1, 'build'),
        lineB('variable', 1, 'documents', 'inference'),
        lineB('variable', 1 / 60, 'documents', 'review share', 'minutes', 'hourly rate'),
        lineB('fixed', 1, 'platform'),
      ],
    },
  ],
};
