import { assertNever } from '../../domain/assert-never.ts';
import { dayNumber, formatMonth } from '../../domain/calendar.ts';
import type { Initiative, MetricReading } from '../../domain/initiative.ts';
import type { Comparator } from '../../domain/risk.ts';
import type { MonthIndex } from '../../domain/units.ts';
import { comparatorSign, meets } from '../comparison.ts';
import type { Term } from '../result.ts';
import {
  type Column,
  type Found,
  fixable,
  type GateInputs,
  type GateResult,
  gateOf,
  passes,
  unknown,
} from './gate-result.ts';

/** The closed months a metric is judged on. */
const WINDOW = 3;

/** G2: success metric. Idea: named; pilot: baseline; limited: target met or on track; scaled: target met on average. */
export function metricGate(inputs: GateInputs, column: Column): GateResult {
  return gateOf('G2', column, findings(inputs, column));
}

function findings(inputs: GateInputs, column: Column): readonly Found[] {
  switch (column.stage) {
    case 'idea':
      return named(inputs.initiative);
    case 'pilot':
      return [baseline(inputs, column)];
    case 'limited':
      return limited(inputs);
    case 'scaled':
      return scaled(inputs);
    default:
      return assertNever(column.stage);
  }
}

function named(initiative: Initiative): readonly Found[] {
  const result: Found[] = [];
  if (initiative.metricName.trim() === '') result.push(NO_METRIC);
  if (initiative.metricUnit.trim() === '') result.push(NO_UNIT);
  return result.length === 0 ? [METRIC] : result;
}

/**
 * A baseline counts when its data end before the stage was entered or, late, when it comes from a holdout or a group
 * without the agent. While the stage is still ahead, every baseline whose data have ended lies before it.
 */
function baseline({ initiative, asOf }: GateInputs, column: Column): Found {
  const { baselineValue, baselineDataEnd: dataEnd, baselineSource: source, stageEnteredOn } = initiative;
  if (baselineValue === null) return NO_BASELINE;
  if (dataEnd !== null && dataEnd > asOf.date) {
    return fixable('baseline', `the baseline's data end on ${dataEnd}, after this day`);
  }
  const isIndependent = source === 'holdout' || source === 'comparison_group';
  const from = source === 'holdout' ? 'a holdout' : 'a group without the agent';
  if (dataEnd === null) {
    return isIndependent
      ? passes('baseline', `baseline from ${from}`)
      : fixable('baseline', 'the day the baseline’s data end is blank');
  }
  if (column.isNext) return passes('baseline', `baseline measured until ${dataEnd}`);
  if (stageEnteredOn !== null && dataEnd < stageEnteredOn) {
    return passes('baseline', `baseline measured until ${dataEnd}, before the stage began`);
  }
  if (isIndependent) {
    const isLate = stageEnteredOn !== null;
    return passes('baseline', `baseline from ${from}${isLate ? ', taken late' : ''}`);
  }
  if (stageEnteredOn === null) return unknown('stageEnteredOn', 'the stage has no entry day', STAGE_ENTRY);
  return fixable('baseline', `baseline measured until ${dataEnd}, not before the stage began`);
}

interface Target {
  readonly comparator: Comparator;
  readonly value: number;
}

function limited(inputs: GateInputs): readonly Found[] {
  const { initiative, readings, closed } = inputs;
  const { targetComparator, targetValue, targetDate } = initiative;
  const isSet = targetComparator !== null && targetValue !== null;
  const latest = latestReading(readings, closed);
  const result: Found[] = [];
  if (!isSet) result.push(NO_TARGET);
  if (targetDate === null) result.push(NO_TARGET_DATE);
  if (latest === undefined) result.push(NO_READING);
  if (isSet && targetDate !== null && latest !== undefined) {
    const target = { comparator: targetComparator, value: targetValue };
    const term = targetTerm('latest value', latest.value, target);
    if (term.holds === true) {
      result.push(passes('target', `${comparison(latest.value, target)}: met`, term));
    } else {
      result.push(onTrack(inputs, latest.value, target, targetDate));
    }
  }
  return result;
}

/**
 * On track: way covered from baseline to target >= .8 x share of time elapsed from stage entry to the target date.
 * Both shares are plain ratios and may pass 1: after the target date the demand goes on rising, up to the target itself.
 */
function onTrack(
  { initiative, policy, asOf }: GateInputs,
  value: number,
  target: Target,
  targetDate: NonNullable<Initiative['targetDate']>,
): Found {
  const { baselineValue, stageEnteredOn } = initiative;
  const behind = `${comparison(value, target)}: behind`;
  if (baselineValue === null) {
    return unknown('baseline', `${comparison(value, target)}, no baseline to see the way from`, 'a baseline');
  }
  if (stageEnteredOn === null || stageEnteredOn > asOf.date) {
    return unknown('stageEnteredOn', 'the stage has no entry day', STAGE_ENTRY);
  }
  // A baseline that met the target already leaves no way to be on: the value has become worse.
  if (meets(baselineValue, target.comparator, target.value)) return fixable('target', behind);
  const span = dayNumber(targetDate) - dayNumber(stageEnteredOn);
  if (span <= 0) return fixable('target', `${behind}; the target date is not after stage entry`);
  const way = (value - baselineValue) / (target.value - baselineValue);
  const asked = (policy.onTrackShare * (asOf.day - dayNumber(stageEnteredOn))) / span;
  const isOnTrack = way >= asked;
  const term: Term = {
    quantity: 'way from baseline to target',
    actual: way,
    comparator: '>=',
    threshold: asked,
    unit: 'share',
    holds: isOnTrack,
  };
  return isOnTrack
    ? passes('target', `${comparison(value, target)}: on track`, term)
    : fixable('target', behind, term);
}

function scaled({ initiative, readings, closed }: GateInputs): readonly Found[] {
  const { targetComparator, targetValue } = initiative;
  const isSet = targetComparator !== null && targetValue !== null;
  const result: Found[] = [];
  if (!isSet) result.push(NO_TARGET);
  const months = closed.slice(-WINDOW);
  const values: number[] = [];
  const unmeasured: string[] = [];
  for (const month of months) {
    const reading = readings.find((r) => r.month === month);
    if (reading === undefined) unmeasured.push(formatMonth(month));
    else values.push(reading.value);
  }
  if (months.length < WINDOW) {
    result.push(unknown('readings', `${months.length} of ${WINDOW} months closed`, THREE_READINGS));
  } else if (unmeasured.length > 0) {
    result.push(unknown('readings', `not measured in ${unmeasured.join(', ')}`, THREE_READINGS));
  } else if (isSet) {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    const target = { comparator: targetComparator, value: targetValue };
    const term = targetTerm('mean of the last 3 closed months', mean, target);
    const text = `mean ${comparison(mean, target)}`;
    result.push(
      term.holds === true
        ? passes('target', `${text}: met`, term)
        : fixable('target', `${text}: not met`, term),
    );
  }
  return result;
}

/** The latest reading that lies in one of the last 3 closed months. */
function latestReading(
  readings: readonly MetricReading[],
  closed: readonly MonthIndex[],
): MetricReading | undefined {
  const window = closed.slice(-WINDOW);
  let latest: MetricReading | undefined;
  for (const reading of readings) {
    if (window.includes(reading.month) && (latest === undefined || reading.month > latest.month)) {
      latest = reading;
    }
  }
  return latest;
}

function targetTerm(quantity: string, actual: number, target: Target): Term {
  return {
    quantity,
    actual,
    comparator: comparatorSign(target.comparator),
    threshold: target.value,
    unit: 'metric',
    holds: meets(actual, target.comparator, target.value),
  };
}

/** "0.76, target at least 0.8"; figures cut to 6 significant digits, which is for reading only. */
function comparison(value: number, { comparator, value: target }: Target): string {
  return `${brief(value)}, target ${comparator === 'at_least' ? 'at least' : 'at most'} ${brief(target)}`;
}

function brief(value: number): string {
  return String(Number(value.toPrecision(6))).replace('-', '−');
}

const STAGE_ENTRY = 'the day the stage was entered';
const THREE_READINGS = 'the success metric in each of the last 3 closed months';
const METRIC = passes('metric', 'metric and unit named');
const NO_METRIC = fixable('metric:name', 'no success metric named');
const NO_UNIT = fixable('metric:unit', 'the metric has no unit');
const NO_BASELINE = fixable('baseline', 'no baseline');
const NO_TARGET = fixable('target:value', 'no target set');
const NO_TARGET_DATE = fixable('target:date', 'no target date set');
const NO_READING = unknown(
  'readings',
  'no value in the last 3 closed months',
  'a value of the success metric in the last 3 closed months',
);
