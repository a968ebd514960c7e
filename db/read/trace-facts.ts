import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import type { OverdueCondition } from '#shared/portfolio/attention-kinds.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { toAssetReuse, toAssetTerms } from '../rows/asset-terms-row.ts';
import { toCondition } from '../rows/condition-row.ts';
import { toGovernance } from '../rows/governance-row.ts';
import { toLaunch } from '../rows/launch-row.ts';
import { toRestatement } from '../rows/restatement-row.ts';
import type { RowOf } from '../tables.ts';

/** What is on record about an initiative beyond what the engine decides from. */
export type Trace = Pick<
  InitiativeDetail,
  'governance' | 'launch' | 'conditions' | 'restatements' | 'assetTerms' | 'forecastRanges'
>;

/** Each for one initiative, every `?` its id; conditions come by day, restatements in the order they were made. */
export const TRACE_QUERIES = {
  governance: 'SELECT * FROM governance WHERE initiative_id = ?',
  framework: 'SELECT * FROM framework_status WHERE initiative_id = ?',
  launch: 'SELECT * FROM launch WHERE initiative_id = ?',
  conditions: 'SELECT * FROM decision_condition WHERE initiative_id = ? ORDER BY due_on, id',
  restatements: 'SELECT * FROM restatement WHERE initiative_id = ? ORDER BY restated_at, id',
  amounts: `SELECT restated_amount.* FROM restated_amount
    JOIN restatement ON restatement.id = restated_amount.restatement_id WHERE restatement.initiative_id = ?
    ORDER BY restated_amount.restatement_id, restated_amount.line_id`,
  figures: `SELECT restated_figure.* FROM restated_figure
    JOIN restatement ON restatement.id = restated_figure.restatement_id WHERE restatement.initiative_id = ?
    ORDER BY restated_figure.restatement_id, restated_figure.figure`,
  // What it uses and what it built.
  assetTerms: `SELECT * FROM asset_terms WHERE asset_id IN (
    SELECT asset_id FROM asset_use WHERE initiative_id = ?
    UNION SELECT asset_id FROM asset_terms WHERE built_by = ?
  ) ORDER BY asset_id`,
  assetReuse: 'SELECT * FROM asset_reuse WHERE initiative_id = ? ORDER BY asset_id',
  ranges: `SELECT forecast_range.* FROM forecast_range
    JOIN value_line ON value_line.id = forecast_range.line_id WHERE value_line.initiative_id = ?
    ORDER BY forecast_range.line_id, forecast_range.month`,
} as const;

/** Governance, launch, conditions, restatements, terms of assets and ranges of forecasts of one initiative; blank when it is not there. */
export function readTrace(db: ReadDb, initiativeId: string): Trace {
  return {
    governance: readGovernance(db, initiativeId),
    launch: readLaunch(db, initiativeId),
    conditions: getRows<RowOf<'decision_condition'>>(db, TRACE_QUERIES.conditions, initiativeId).map(
      toCondition,
    ),
    restatements: readRestatements(db, initiativeId),
    assetTerms: readAssetTerms(db, initiativeId),
    forecastRanges: getRows<RowOf<'forecast_range'>>(db, TRACE_QUERIES.ranges, initiativeId).map((row) => ({
      lineId: row.line_id,
      month: row.month as MonthIndex,
      p10: row.p10_minor as MinorUnits,
      p90: row.p90_minor as MinorUnits,
    })),
  };
}

function readGovernance(db: ReadDb, id: string): Trace['governance'] {
  const row = getRow<RowOf<'governance'>>(db, TRACE_QUERIES.governance, id);
  return row ? toGovernance(row, getRows<RowOf<'framework_status'>>(db, TRACE_QUERIES.framework, id)) : null;
}

function readLaunch(db: ReadDb, id: string): Trace['launch'] {
  const row = getRow<RowOf<'launch'>>(db, TRACE_QUERIES.launch, id);
  return row ? toLaunch(row) : null;
}

function readRestatements(db: ReadDb, id: string): Trace['restatements'] {
  const rows = getRows<RowOf<'restatement'>>(db, TRACE_QUERIES.restatements, id);
  if (rows.length === 0) return [];
  const amounts = Map.groupBy(
    getRows<RowOf<'restated_amount'>>(db, TRACE_QUERIES.amounts, id),
    (row) => row.restatement_id,
  );
  const figures = Map.groupBy(
    getRows<RowOf<'restated_figure'>>(db, TRACE_QUERIES.figures, id),
    (row) => row.restatement_id,
  );
  return rows.map((row) => toRestatement(row, amounts.get(row.id) ?? [], figures.get(row.id) ?? []));
}

function readAssetTerms(db: ReadDb, id: string): Trace['assetTerms'] {
  const terms = new Map(
    getRows<RowOf<'asset_terms'>>(db, TRACE_QUERIES.assetTerms, id, id).map((row) => [
      row.asset_id,
      toAssetTerms(row),
    ]),
  );
  const reuse = new Map(
    getRows<RowOf<'asset_reuse'>>(db, TRACE_QUERIES.assetReuse, id).map((row) => [
      row.asset_id,
      toAssetReuse(row),
    ]),
  );
  return [...new Set([...terms.keys(), ...reuse.keys()])]
    .sort()
    .map((assetId) => ({ assetId, terms: terms.get(assetId) ?? null, reuse: reuse.get(assetId) ?? null }));
}

/** Conditions whose day has passed, the oldest of each initiative first; one pass over the conditions. */
export const OVERDUE_CONDITIONS = `SELECT initiative_id AS initiativeId, id, owner, due_on AS dueOn
  FROM decision_condition WHERE met_on IS NULL AND due_on < ? ORDER BY due_on, id`;

/** By initiative the condition that is due before `asOf` the longest and not met. */
export function readOverdueConditions(db: ReadDb, asOf: IsoDate): ReadonlyMap<string, OverdueCondition> {
  const overdue = new Map<string, OverdueCondition>();
  const rows = getRows<OverdueCondition & { readonly initiativeId: string }>(db, OVERDUE_CONDITIONS, asOf);
  for (const { initiativeId, ...condition } of rows) {
    if (!overdue.has(initiativeId)) overdue.set(initiativeId, condition);
  }
  return overdue;
}
