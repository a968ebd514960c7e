import { sumSorted } from './flows.ts';
import { type Computed, known, noValue, refuseNegatives, refuseShares } from './reason.ts';

/** Tokens of one model in one month and its prices per million tokens. */
export interface ModelUse {
  readonly uncachedInput: number;
  readonly cachedInput: number;
  readonly output: number;
  readonly inputPrice: number;
  readonly cachedPrice: number;
  readonly outputPrice: number;
}

const PER_MILLION = 1e6;

/**
 * Token cost of a month: sum over models of (uncached in x price + cached in x cache price + out x price) / 1e6,
 * times (1 + retry), retry being the share of calls made again. In the unit of the prices.
 *
 * Example: 20,000 tasks of 3,500 in and 600 out at 3 and 15 per million, 12 % retried: 436.80. Methodology 1.3.
 */
export function tokenCost(models: readonly ModelUse[], retry: number): Computed {
  const refused = refuseNegatives({ 'retry share': retry }) ?? refuseUses(models);
  if (refused !== undefined) return noValue(refused);
  const parts = models.map(
    (model) =>
      (model.uncachedInput * model.inputPrice +
        model.cachedInput * model.cachedPrice +
        model.output * model.outputPrice) /
      PER_MILLION,
  );
  return known(sumSorted(parts) * (1 + retry));
}

/**
 * Blended price of a million tokens: token cost / tokens x 1e6. Retries are paid but bring no tokens of work, so
 * they raise it. Undefined without tokens. Methodology 1.3.
 */
export function blendedTokenPrice(models: readonly ModelUse[], retry: number): Computed {
  const cost = tokenCost(models, retry);
  if (cost.status !== 'known') return cost;
  const tokens = sumSorted(models.map((model) => model.uncachedInput + model.cachedInput + model.output));
  return tokens > 0 ? known((cost.value / tokens) * PER_MILLION) : noValue({ code: 'no_tokens' });
}

function refuseUses(models: readonly ModelUse[]) {
  for (const { uncachedInput, cachedInput, output, inputPrice, cachedPrice, outputPrice } of models) {
    const refused = refuseNegatives({
      'uncached input tokens': uncachedInput,
      'cached input tokens': cachedInput,
      'output tokens': output,
      'input price': inputPrice,
      'cached input price': cachedPrice,
      'output price': outputPrice,
    });
    if (refused !== undefined) return refused;
  }
  return undefined;
}

export interface OversightInput {
  readonly tasks: number;
  /** Share of tasks a person looks at, 0 to 1. */
  readonly reviewShare: number;
  readonly minutesPerReview: number;
  /** Cost of an hour of that person, loaded. */
  readonly hourlyRate: number;
}

/** Cost of human oversight: tasks x review share x minutes / 60 x rate. 20,000 x .15 x 3 min x 55 = 8,250. */
export function oversightCost(input: OversightInput): Computed {
  const { tasks, reviewShare, minutesPerReview, hourlyRate } = input;
  const refused =
    refuseShares({ 'review share': reviewShare }) ??
    refuseNegatives({ tasks, 'minutes per review': minutesPerReview, 'hourly rate': hourlyRate });
  return refused === undefined
    ? known(((tasks * reviewShare * minutesPerReview) / 60) * hourlyRate)
    : noValue(refused);
}

export interface ErrorInput {
  readonly tasks: number;
  readonly errorRate: number;
  /** Share of errors found before they do harm, 0 to 1. */
  readonly caught: number;
  /** Cost of an error nobody caught. */
  readonly escapedCost: number;
  /** Cost of doing a caught one again. */
  readonly reworkCost: number;
}

/** Cost of errors: tasks x error rate x [(1 - caught) x escaped cost + caught x rework cost]. Methodology 1.3. */
export function errorCost(input: ErrorInput): Computed {
  const { tasks, errorRate, caught, escapedCost, reworkCost } = input;
  const refused =
    refuseShares({ 'error rate': errorRate, 'caught share': caught }) ??
    refuseNegatives({ tasks, 'escaped cost': escapedCost, 'rework cost': reworkCost });
  return refused === undefined
    ? known(tasks * errorRate * ((1 - caught) * escapedCost + caught * reworkCost))
    : noValue(refused);
}

/** Build cost spread over `months` for unit costs only: in cash flows it stays where it was paid. Methodology 1.3. */
export function amortisedBuild(build: number, months: number): Computed {
  const refused = refuseNegatives({ 'build cost': build });
  if (refused !== undefined) return noValue(refused);
  return months > 0
    ? known(build / months)
    : noValue({ code: 'out_of_range', name: 'amortisation months', value: months });
}

/** Cost of one attempted task: total / attempts (fully loaded) or variable cost / attempts (marginal, c_v). */
export function costPerAttempt(cost: number, attempts: number): Computed {
  return attempts > 0 ? known(cost / attempts) : noValue({ code: 'no_attempts' });
}

/**
 * The headline unit cost: total cost / successful tasks, successes = attempts x success rate.
 * Example: 46186.80 / (20,000 x .78) = 2.961. Undefined without attempts or successes. Methodology 1.3.
 */
export function costPerSuccess(cost: number, attempts: number, success: number): Computed {
  const refused = refuseShares({ 'success rate': success });
  if (refused !== undefined) return noValue(refused);
  if (!(attempts > 0)) return noValue({ code: 'no_attempts' });
  return success > 0 ? known(cost / (attempts * success)) : noValue({ code: 'no_successes' });
}
