import type { PlanValue } from '#shared/domain/tracking.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { getRows, prepared, type ReadDb } from '../handles.ts';
import { toPlanVersion } from '../rows/tracking-row.ts';
import type { RowOf } from '../tables.ts';
import type { Draft } from './fact-draft.ts';
import { factSql } from './fact-queries.ts';

/**
 * Puts the locked plans of one initiative, or without `id` of all, with their amounts into the drafts, in the order
 * of their versions. Amounts are read as arrays: an old portfolio has as many of them as of measured ones.
 */
export function collectPlans(
  db: ReadDb,
  id: string | undefined,
  draft: (initiativeId: string) => Draft,
): void {
  const isScoped = id !== undefined;
  const bound = isScoped ? [id] : [];
  const values = new Map<string, PlanValue[]>();
  for (const row of getRows<RowOf<'plan_version'>>(db, factSql('plan', isScoped), ...bound)) {
    const own: PlanValue[] = [];
    values.set(row.id, own);
    draft(row.initiative_id).planVersions.push(toPlanVersion(row, own));
  }
  const statement = prepared(db, factSql('planValue', isScoped)).raw(true);
  for (const row of statement.all(...bound)) {
    const [planId, lineId, month, amount] = row as [string, string, number, number];
    values.get(planId)?.push({ lineId, month: month as MonthIndex, amount: amount as MinorUnits });
  }
}
