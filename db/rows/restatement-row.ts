import type { Output } from '#shared/api/contract.ts';
import type { RestatedFigure } from '#shared/domain/restatement.ts';
import type { Instant, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type RestatementView = Output<'getInitiative'>['restatements'][number];

/** A restatement from its row and the rows of what it changed. */
export function toRestatement(
  row: RowOf<'restatement'>,
  amounts: readonly RowOf<'restated_amount'>[],
  figures: readonly RowOf<'restated_figure'>[],
): RestatementView {
  return {
    id: row.id,
    initiativeId: row.initiative_id,
    month: row.month as MonthIndex,
    reason: row.reason,
    restatedAt: row.restated_at as Instant,
    actor: row.actor,
    amounts: amounts.map((one) => ({
      lineId: one.line_id,
      before: one.old_minor as MinorUnits | null,
      after: one.new_minor as MinorUnits | null,
    })),
    figures: figures.map((one) => ({
      figure: one.figure as RestatedFigure,
      before: one.old_value,
      after: one.new_value,
    })),
  };
}
