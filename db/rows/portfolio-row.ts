import type { PortfolioSettings } from '#shared/api/schemas/views.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import type { PatchOf, RowOf } from '../tables.ts';

/** The settings of a portfolio, and what else the file says about itself. */
export interface Portfolio extends PortfolioSettings {
  /** The day the sample is shown as of; null for a person's own portfolio. */
  readonly sampleAsOf: IsoDate | null;
}

/** What a file knows about itself beyond its settings. */
export interface FileFacts {
  readonly fileId: string;
  readonly createdAt: Instant;
}

/** Settings from the one row of `portfolio`. */
export function toPortfolio(row: RowOf<'portfolio'>): Portfolio {
  return {
    name: row.name,
    currency: row.currency,
    fiscalYearStart: row.fiscal_year_start,
    reviewer: row.reviewer,
    sampleAsOf: row.sample_as_of as IsoDate | null,
  };
}

type Loose<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Columns for the settings that were given; the others stay as they are. */
export function toPortfolioPatch(settings: Loose<PortfolioSettings>): PatchOf<'portfolio'> {
  return {
    ...(settings.name !== undefined && { name: settings.name }),
    ...(settings.currency !== undefined && { currency: settings.currency }),
    ...(settings.fiscalYearStart !== undefined && { fiscal_year_start: settings.fiscalYearStart }),
    ...(settings.reviewer !== undefined && { reviewer: settings.reviewer }),
  };
}
