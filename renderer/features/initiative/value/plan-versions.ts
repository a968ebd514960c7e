import type { MonthValue, ValueLine } from '#shared/domain/initiative.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import type { CellWrite } from './write-cells.ts';

/** Versions, oldest first. */
export function byVersion(versions: readonly PlanVersion[]): readonly PlanVersion[] {
  return [...versions].sort((a, b) => a.version - b.version);
}

/**
 * The version in force in a month: of those that apply by then the one with the highest number. Before the first
 * applies, that first one; undefined when there is none.
 */
export function versionInForce(versions: readonly PlanVersion[], month: MonthIndex): PlanVersion | undefined {
  const ordered = byVersion(versions);
  return ordered.findLast((one) => one.inForceFrom <= month) ?? ordered[0];
}

/** Planned amounts not locked yet, by line and month. A blank is not planned. */
export type PlanDraft = ReadonlyMap<string, MonthValue>;

const key = (lineId: string, month: MonthIndex) => `${lineId}\n${month}`;

/** A draft to begin with: the last version's amounts, of lines that still exist. */
export function draftFrom(last: PlanVersion | undefined, lines: readonly ValueLine[]): PlanDraft {
  const ids = new Set(lines.map((line) => line.id));
  const kept = (last?.values ?? []).filter((value) => ids.has(value.lineId));
  return new Map(kept.map((value) => [key(value.lineId, value.month), value]));
}

/** The draft after some cells were written; null takes an amount out. */
export function writeDraft(draft: PlanDraft, writes: readonly CellWrite[]): PlanDraft {
  const next = new Map(draft);
  for (const { row, month, value } of writes) {
    if (row.kind !== 'line') continue;
    const at = key(row.line.id, month);
    if (value === null) next.delete(at);
    else next.set(at, { lineId: row.line.id, month, amount: value as MinorUnits });
  }
  return next;
}

/** True when both hold the same amounts. */
export function isSameDraft(a: PlanDraft, b: PlanDraft): boolean {
  return a.size === b.size && [...a].every(([at, value]) => b.get(at)?.amount === value.amount);
}
