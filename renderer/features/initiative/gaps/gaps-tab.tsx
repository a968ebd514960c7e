import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { GapPanel } from './gap-panel.tsx';

/** The five gaps, each with every level's anchor, the evidence behind the level, and the ratings over time. */
export function GapsTab({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <>
      {GAPS.map((gap) => (
        <GapPanel key={gap} gap={gap} detail={detail} />
      ))}
    </>
  );
}
