import { pointText } from '#shared/report/explanation-words.ts';
import { isMoneyUnit, veilNumber } from '../components/money-words.ts';

/** A point of a driver in three significant digits; hidden in discreet mode when its unit is money. */
export function driverPoint(value: number, unit: string): string {
  return isMoneyUnit(unit) ? veilNumber(pointText(value)) : pointText(value);
}
