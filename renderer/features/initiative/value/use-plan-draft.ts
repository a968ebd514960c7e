import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { byVersion, draftFrom, isSameDraft, type PlanDraft, writeDraft } from './plan-versions.ts';
import type { CellWrite } from './write-cells.ts';

export interface PlanDraftControl {
  /** null: no version is being written. */
  readonly draft: PlanDraft | null;
  /** Something would be lost by dropping it. */
  readonly isChanged: boolean;
  readonly begin: () => void;
  readonly write: (writes: readonly CellWrite[]) => void;
  readonly drop: () => void;
}

interface Open {
  readonly began: PlanDraft;
  readonly now: PlanDraft;
}

/** A plan version while it is being written: on this page alone until it is locked. */
export function usePlanDraft(detail: InitiativeDetail): PlanDraftControl {
  const [open, setOpen] = useState<Open | null>(null);
  return {
    draft: open?.now ?? null,
    isChanged: open !== null && !isSameDraft(open.began, open.now),
    begin: () => {
      const began = draftFrom(byVersion(detail.planVersions).at(-1), detail.lines);
      setOpen({ began, now: began });
    },
    write: (writes) => setOpen((was) => (was === null ? null : { ...was, now: writeDraft(was.now, writes) })),
    drop: () => setOpen(null),
  };
}
