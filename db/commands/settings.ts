import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { currencyExponent } from '#shared/domain/currency.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { getRow } from '../handles.ts';
import { toPortfolioPatch } from '../rows/portfolio-row.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';

export interface NewPortfolio {
  readonly fileId: string;
  readonly name: string;
  readonly currency: string;
  readonly sampleAsOf: IsoDate | null;
}

/** The first command of every file. */
export function createPortfolio(tx: Tx, input: NewPortfolio): Done {
  tx.insert('portfolio', {
    id: 1,
    file_id: input.fileId,
    name: input.name,
    currency: input.currency,
    fiscal_year_start: 1,
    reviewer: '',
    sample_as_of: input.sampleAsOf,
    created_at: tx.at,
  });
  return DONE;
}

/** "Change settings". */
export function updateSettingsLabel(): string {
  return 'Change settings of the portfolio';
}

/**
 * Changes settings of the portfolio. @throws AppError conflict when the new currency has another number of
 * decimals and amounts are entered: 1.00 would silently become 100.
 */
export function updateSettings(tx: Tx, input: Parsed<'updateSettings'>): Done {
  const before = tx.find('portfolio', { id: 1 });
  const { currency } = input;
  if (before && currency !== undefined && currencyExponent(currency) !== currencyExponent(before.currency)) {
    if (hasMoney(tx))
      throw new AppError(
        'conflict',
        `Amounts are entered in ${before.currency}, which has other decimals than ${currency}. Nothing was changed. Start a new portfolio for ${currency}.`,
        { field: 'currency' },
      );
  }
  tx.update('portfolio', { id: 1 }, toPortfolioPatch(input));
  return DONE;
}

/** Every place where an amount in minor units may stand. */
const MONEY = [
  'month_value',
  'plan_value',
  'forecast_value',
  'stop_terms',
  'driver WHERE measure_cost_minor IS NOT NULL',
  'restated_amount',
  'asset_terms WHERE cost_alone_minor IS NOT NULL OR upkeep_minor IS NOT NULL',
  'quarter_budget',
] as const;

function hasMoney(tx: Tx): boolean {
  return MONEY.some((place) => getRow(tx.db, `SELECT 1 FROM ${place} LIMIT 1`) !== undefined);
}
