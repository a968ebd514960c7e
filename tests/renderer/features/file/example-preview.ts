import type { InitiativeDifference, RestorePreview } from '#shared/api/schemas/file.ts';
import { at } from '../../support/example-status.ts';

/** One initiative that differs, four rows of it. */
export function difference(
  name: string,
  kind: InitiativeDifference['kind'],
  what: string[] = [],
): InitiativeDifference {
  return { id: name, name, kind, rows: 4, what };
}

/** A backup 74 steps behind the portfolio. */
export function preview(over: Partial<RestorePreview> = {}): RestorePreview {
  return {
    choice: { kind: 'backup', handle: 'b1' },
    present: { seq: 1204, initiatives: 24 },
    restored: { seq: 1130, initiatives: 25, madeAt: at() },
    stepsLost: { count: 74, latest: ['Close March 2026 for Claims triage', 'Add Fraud signals'] },
    initiatives: [difference('Claims triage', 'changes', ['4 amounts', 'level of the evaluation gap'])],
    portfolioRows: 2,
    ...over,
  };
}
