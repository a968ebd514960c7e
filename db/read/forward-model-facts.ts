import { SCOPE_STAGE_RANK } from '#shared/domain/forward-model.ts';
import { type AssetUseRow, toAssetUse } from '../rows/asset-row.ts';
import { toDriver, toLoading } from '../rows/driver-row.ts';
import { toScope, toScopeLine, toStopTerms } from '../rows/scope-row.ts';
import type { RowOf } from '../tables.ts';
import type { Draft } from './fact-draft.ts';
import type { FactQuery } from './fact-queries.ts';

/**
 * Puts drivers, scopes with their lines, stop terms and uses of shared assets into the drafts. Scopes come in the
 * order of the road, idea to expansion.
 */
export function collectForwardModel(
  rows: <Row>(query: FactQuery) => Row[],
  draft: (initiativeId: string) => Draft,
): void {
  const loadings = Map.groupBy(rows<RowOf<'driver_loading'>>('loading'), (row) => row.driver_id);
  for (const row of rows<RowOf<'driver'>>('driver'))
    draft(row.initiative_id).drivers.push(toDriver(row, (loadings.get(row.id) ?? []).map(toLoading)));

  const factors = Map.groupBy(rows<RowOf<'scope_line_driver'>>('scopeLineDriver'), (row) => row.line_id);
  const lines = Map.groupBy(rows<RowOf<'scope_line'>>('scopeLine'), (row) => row.scope_id);
  const scopes = rows<RowOf<'scope'>>('scope').map((row) => {
    const own = lines.get(row.id) ?? [];
    return toScope(
      row,
      own.map((line) =>
        toScopeLine(
          line,
          (factors.get(line.id) ?? []).map((factor) => factor.driver_id),
        ),
      ),
    );
  });
  for (const scope of scopes.sort((a, b) => SCOPE_STAGE_RANK[a.stage] - SCOPE_STAGE_RANK[b.stage]))
    draft(scope.initiativeId).scopes.push(scope);

  for (const row of rows<RowOf<'stop_terms'>>('stopTerms'))
    draft(row.initiative_id).stopTerms = toStopTerms(row);
  for (const row of rows<AssetUseRow>('assetUse')) draft(row.initiative_id).assetUses.push(toAssetUse(row));
}
