import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { StatementFigure } from '#shared/api/schemas/views.ts';
import { statementFigure as figureSchema } from '#shared/api/schemas/views.ts';
import type { EngineContext, InitiativeFacts } from '#shared/decision/facts.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { financeStatement } from '#shared/report/finance-statement.ts';
import { anyFacts } from '#tests/shared/decision/arbitrary-facts.ts';
import { date, exampleContext, money, month } from '#tests/shared/decision/example-facts.ts';
import { STORY_MONTHS, story } from './statement/story.ts';

function statementOf(facts: InitiativeFacts, over: Partial<EngineContext> = {}) {
  const figures = financeStatement(facts, exampleContext(over), 'EUR');
  return new Map(figures.map((one) => [one.id, one]));
}

/** The facts with a forecast of twice of what came, wherever something did. */
function withForecasts(facts: InitiativeFacts): InitiativeFacts {
  return {
    ...facts,
    forecasts: facts.values.map((value) => ({ ...value, amount: money(2 * value.amount) })),
  };
}

/** Factor of month t (0 = April 2025): 10 % a year, monthly (1.1^(1/12)) to the power of -t. */
const v = (t: number) => 1.1 ** (-t / 12);
const sum = (from: number, to: number, of: (t: number) => number) => {
  let total = 0;
  for (let t = from; t <= to; t += 1) total += of(t);
  return total;
};
/** The net of each month of the story, EUR: -9,500; twice -500; four times 1,000; -500; 1,000; nine times 1,200. */
const NETS = [-9500, -500, -500, 1000, 1000, 1000, 1000, -500, 1000, ...Array<number>(9).fill(1200)];

const LIFE = '2025-04 to 2026-09';
const LAST_3 = '2026-07 to 2026-09';
const PV = 'PV at 10 % a year, end of month';
const UNMEASURED = 'no claimed benefit of outcomes unmeasured in 2025-11';

describe('financeStatement()', () => {
  const figures = statementOf(story());

  it.each<[id: string, value: number, label: string, note: string | null]>([
    // Cost: 9,000 + 18 x 500 = 18,000. Benefit: 14 x 1,500 + 9 x 200 = 22,800.
    // Asked for: 1 + 18 + 18 costs and 15 + 9 outcomes, of which one is missing.
    ['net_value', 480_000, `actual, undiscounted, raw, life to date, ${LIFE}`, '60 of 61 measured'],
    [
      'npv',
      100 *
        (-9500 - 500 * (v(1) + v(2)) + 1000 * sum(3, 6, v) - 500 * v(7) + 1000 * v(8) + 1200 * sum(9, 17, v)),
      `actual, ${PV}, raw, life to date, ${LIFE}`,
      UNMEASURED,
    ],
    // 4,800 / 18,000.
    ['roi', 4 / 15, `actual, undiscounted, raw, ${LIFE}`, '60 of 61 measured'],
    // October 2025 on: 11 x 1,500 + 9 x 200 = 18,300 of benefit, 6,000 of cost: 12,300 / 6,000.
    ['roi_12', 2.05, 'actual, undiscounted, raw, 2025-10 to 2026-09', '44 of 45 measured'],
    // By log count 10 % off, by survey 20 %: 21,000 x .9 + 1,800 x .8 = 20,340. Actual costs 5 % up: 18,900.
    [
      'roi_risk_adjusted',
      1440 / 18_900,
      `actual, undiscounted, risk-adjusted, ${LIFE}`,
      'fixed factors by method of measurement, never applied to simulated figures: that would count risk twice; 60 of 61 measured',
    ],
    [
      'bcr',
      (1500 * (sum(3, 6, v) + v(8)) + 1700 * sum(9, 17, v)) / (9500 + 500 * sum(1, 17, v)),
      `actual, ${PV}, raw, ${LIFE}`,
      UNMEASURED,
    ],
    // Future value of the inflows at 10 % over the present value of the outflows, 17 months, then a year.
    [
      'mirr',
      (((1000 * (sum(3, 6, v) + v(8)) + 1200 * sum(9, 17, v)) /
        v(17) /
        (9500 + 500 * (v(1) + v(2) + v(7)))) **
        (1 / 17)) **
        12 -
        1,
      `actual, raw, effective a year, ${LIFE}`,
      `the headline where the internal rate is not one number; ${UNMEASURED}`,
    ],
    // Cumulated: -10,500 in June 2025, -6,500 in October, -7,000 in November, -6,000 in December, then 1,200 a month:
    // -1,200 after twelve months, 0 after thirteen.
    [
      'payback_first',
      13,
      `actual, undiscounted, raw, months from first spend, ${LIFE}`,
      `reached in 2026-05; ${UNMEASURED}`,
    ],
    [
      'payback',
      13,
      `actual, undiscounted, raw, months from first spend, ${LIFE}`,
      `reached in 2026-05; ${UNMEASURED}`,
    ],
    // Go-live in January 2026 is nine months after first spend.
    ['payback_from_go_live', 4, `actual, undiscounted, raw, months from go-live, ${LIFE}`, UNMEASURED],
    // Three months of 300 variable and 200 fixed, and three 36ths of 9,000: 2,250 over 1,200 tasks done.
    ['cost_per_success', 187.5, `actual, undiscounted, raw, last 3 closed months, ${LAST_3}`, null],
    // 2,250 over 1,500 attempted.
    ['cost_per_attempt', 150, `actual, undiscounted, raw, last 3 closed months, ${LAST_3}`, null],
    // 900 over 1,500.
    ['marginal_cost', 60, `actual, undiscounted, raw, last 3 closed months, ${LAST_3}`, null],
    // 5,100 / 1,200 = 4.25 a task done, times .8, less .60: 2.80 a task. 200 + 250 a month / 2.80 = 160.7.
    ['break_even_volume', 161, `actual, undiscounted, raw, last 3 closed months, ${LAST_3}`, null],
    // 1,200 x 3 x 4.
    ['run_rate', 1_440_000, `actual, undiscounted, raw, ${LAST_3}, not a forecast`, '12 of 12 measured'],
    // 3 x 1,200 against 3 x (1,800 + 200 - 600) = 4,200.
    [
      'plan_variance',
      -60_000,
      `actual against plan, undiscounted, raw, ${LAST_3}`,
      'unfavourable; 12 of 12 measured',
    ],
    // 1,800 / 1,500.
    [
      'cost_index',
      1.2,
      `actual against plan, undiscounted, raw, ${LAST_3}`,
      'above 1 is cheaper than planned; 12 of 12 measured',
    ],
    // 5,100 / 6,000.
    ['bri', 0.85, `actual against plan, undiscounted, raw, ${LAST_3}`, '6 of 6 outcome values measured'],
    // (3 x .85 + 3 x .8) / 6.
    ['benefit_haircut', 0.825, 'factor on forecast benefits', null],
    // Forecast 2,000 and 1,600 of 1,700 each: (300 - 100) / 3,400.
    [
      'forecast_bias',
      1 / 17,
      'forecast against actual benefit, undiscounted, raw, 2026-08 to 2026-09',
      'above 0: forecasts were too high',
    ],
    // (300 + 100) / 3,400.
    [
      'forecast_error',
      2 / 17,
      'forecast against actual benefit, undiscounted, raw, 2026-08 to 2026-09',
      null,
    ],
  ])('has %s of the story', (id, value, label, note) => {
    const figure = figures.get(id);
    expect(figure).toMatchObject({ label, note, reason: null, also: [] });
    expect(figure?.value).toBeCloseTo(value, value > 1000 ? 4 : 10);
  });

  it('has the discounted payback of the story in the month in which the discounted sum crosses', () => {
    // To the end of April 2026 (t = 12) the discounted sum is still negative, and after t = 13 still, after t = 14 not.
    const until = (t: number) => sum(0, t, (k) => (NETS[k] ?? 0) * v(k));
    expect([until(13) < 0, until(14) > 0]).toEqual([true, true]);
    const figure = figures.get('payback_discounted');
    expect(figure?.value).toBeCloseTo(13 - until(13) / (1200 * v(14)), 10);
    expect(figure).toMatchObject({
      label: `actual, ${PV}, raw, months from first spend, ${LIFE}`,
      note: `reached in 2026-06; ${UNMEASURED}`,
    });
  });

  it('has rates of return at which the present value is 0', () => {
    const irr = figures.get('irr')?.value ?? Number.NaN;
    expect(sum(0, 17, (t) => (NETS[t] ?? 0) * (1 + irr) ** (-t / 12))).toBeCloseTo(0, 6);
    const days = STORY_MONTHS.map((m) => Date.UTC(Math.floor(m / 12), (m % 12) + 1, 0) / 86_400_000);
    const xirr = figures.get('xirr')?.value ?? Number.NaN;
    const since = (t: number) => (days[t] ?? 0) - (days[0] ?? 0);
    expect([since(1), since(2), since(17)]).toEqual([31, 61, 518]);
    expect(sum(0, 17, (t) => (NETS[t] ?? 0) * (1 + xirr) ** (-since(t) / 365))).toBeCloseTo(0, 6);
    expect([irr, xirr].map((rate) => rate.toFixed(2))).toEqual(['0.56', '0.56']);
    expect(figures.get('irr')?.label).toBe(`actual, raw, effective a year, ${LIFE}`);
    expect(figures.get('xirr')?.label).toBe(
      `actual, raw, effective a year, ${LIFE}, last day of each month, Act/365`,
    );
  });

  it('names every input of a figure with its amount', () => {
    expect(figures.get('npv')?.inputs.slice(0, 2)).toEqual([
      { name: 'Net of 2025-04', value: '−9,500.00\u00a0EUR' },
      { name: 'Net of 2025-05', value: '−500.00\u00a0EUR' },
    ]);
    expect(figures.get('payback')?.inputs).toEqual([
      { name: 'Month of first spend', value: '2025-04' },
      { name: 'Lowest point of the cumulated net, undiscounted', value: '−10,500.00\u00a0EUR in 2025-06' },
    ]);
    expect(figures.get('cost_per_success')?.inputs).toEqual([
      { name: 'Attempts', value: '1,500' },
      { name: 'Successful tasks', value: '1,200' },
      { name: 'Variable cost', value: '900.00\u00a0EUR' },
      { name: 'Fixed cost', value: '600.00\u00a0EUR' },
      { name: 'Build, its share of 3 months', value: '750.00\u00a0EUR' },
      { name: 'Claimed benefit', value: '5,100.00\u00a0EUR' },
    ]);
    expect(figures.get('bri')?.inputs).toEqual([
      { name: 'Claimed benefit', value: '5,100.00\u00a0EUR' },
      { name: 'Planned benefit', value: '6,000.00\u00a0EUR' },
    ]);
  });

  it('counts flows in the middle of their month when the policy says so', () => {
    const policy = { ...DEFAULT_POLICY, timing: 'mid', discountRate: 0.07 } as const;
    const mid = statementOf(story(), { policy });
    // Half a month more for every flow after the first: (1 + r)^(1/24).
    const end = sum(1, 17, (t) => (NETS[t] ?? 0) * 1.07 ** (-t / 12));
    expect(mid.get('npv')?.value).toBeCloseTo(100 * (-9500 + end * 1.07 ** (1 / 24)), 4);
    expect(mid.get('npv')?.label).toBe(
      `actual, PV at 7 % a year, middle of month, raw, life to date, ${LIFE}`,
    );
    expect(mid.get('mirr')?.inputs.at(-1)).toEqual({ name: 'Discount rate', value: '7 % a year' });
  });

  it('knows only what was known on the as-of day', () => {
    const then = statementOf(story(), { asOf: date('2025-06-30') });
    // First spend and two more months of 500.
    expect(then.get('net_value')).toMatchObject({
      value: -1_050_000,
      label: 'actual, undiscounted, raw, life to date, 2025-04 to 2025-06',
      note: '7 of 7 measured',
    });
    expect(then.get('forecast_bias')?.value).toBeNull();
    // Nothing was planned and nothing planned could be measured: the prior stands.
    expect(then.get('benefit_haircut')?.value).toBe(0.8);
  });

  it('has a reason instead of every figure while there is no closed month', () => {
    const none = [...statementOf({ ...story(), closedMonths: [] }).values()];
    expect(none.filter(({ value }) => value !== null).map(({ id }) => id)).toEqual(['benefit_haircut']);
    expect(Object.fromEntries(none.map(({ id, reason }) => [id, reason]))).toMatchObject({
      net_value: 'there are no values',
      npv: 'there are no values',
      roi: 'there are no values',
      roi_12: '12 closed months are needed, 0 so far',
      irr: 'there are no values',
      payback: 'there are no values',
      run_rate: '3 closed months are needed, 0 so far',
      cost_per_success: '3 closed months are needed, 0 so far',
    });
    expect(none[0]?.label).toBe('actual, undiscounted, raw, life to date, no closed month');
  });

  it('names the months for which a series is incomplete, and goes on summing the others', () => {
    const facts = story();
    const gappy = statementOf({
      ...facts,
      closedMonths: facts.closedMonths.filter((m) => m !== month('2025-08')),
      values: facts.values.filter(
        (value) => value.lineId !== 'inference' || value.month !== month('2026-02'),
      ),
    });
    const reason = 'not closed or a cost unmeasured: 2025-08, 2026-02';
    for (const id of [
      'npv',
      'bcr',
      'irr',
      'xirr',
      'mirr',
      'payback_first',
      'payback',
      'payback_discounted',
    ]) {
      expect(gappy.get(id)).toMatchObject({ value: null, reason });
    }
    // August 2025 brought 1,000; February 2026 now costs 300 less.
    expect(gappy.get('net_value')).toMatchObject({
      value: 480_000 - 100_000 + 30_000,
      note: '56 of 58 measured; not closed between: 2025-08',
    });
  });

  it('needs twelve closed months for the last twelve', () => {
    const facts = story();
    const eleven = statementOf({ ...facts, closedMonths: facts.closedMonths.slice(0, 11) });
    expect(eleven.get('roi_12')).toMatchObject({
      value: null,
      reason: '12 closed months are needed, 11 so far',
    });
    const twelve = statementOf({ ...facts, closedMonths: facts.closedMonths.slice(0, 12) });
    // 8 x 1,500 + 3 x 200 = 12,600 of benefit, 9,000 + 12 x 500 = 15,000 of cost.
    expect(twelve.get('roi_12')?.value).toBeCloseTo(-2400 / 15_000, 12);
  });

  it('has no NaN, no infinity and either a number or a reason, whatever the facts', () => {
    const isSound = (figure: StatementFigure) =>
      figureSchema.safeParse(figure).success && (figure.value === null) === (figure.reason !== null);
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        const figures = financeStatement(withForecasts(facts), exampleContext(), 'EUR');
        expect(figures.filter((figure) => !isSound(figure))).toEqual([]);
        expect(new Set(figures.map(({ id }) => id)).size).toBe(figures.length);
        expect(JSON.stringify(figures)).not.toMatch(/NaN|Infinity|undefined/);
      }),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order in which the facts come', () => {
    fc.assert(
      fc.property(anyFacts(), (facts) => {
        const turned = {
          ...facts,
          lines: facts.lines.toReversed(),
          values: facts.values.toReversed(),
          closedMonths: facts.closedMonths.toReversed(),
          planVersions: facts.planVersions.toReversed(),
          unitCounts: facts.unitCounts.toReversed(),
        };
        const of = (one: InitiativeFacts) => financeStatement(withForecasts(one), exampleContext(), 'EUR');
        expect(of(turned)).toEqual(of(facts));
      }),
      { numRuns: 100 },
    );
  });
});
