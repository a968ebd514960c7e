import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { valueLabel } from '#shared/report/value-basis.ts';
import { useCall } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { ExplanationCard } from '../../../components/explanation-card.tsx';
import { Loading } from '../../../components/loading.tsx';
import { cellExplanation } from './cell-explanation.ts';
import type { ExplainedCell } from './explained-cell.ts';

interface CellCardProps {
  readonly cell: ExplainedCell;
  readonly titleId: string;
  /** Called when a link leads away. */
  readonly onLeave: () => void;
}

/** Reads how the initiative was judged and shows how one figure of it came about. */
export function CellCard({ cell, titleId, onLeave }: CellCardProps) {
  const detail = useCall('getInitiative', { id: cell.id });
  const policy = useCall('getPolicy', {});
  const isThere = detail.data !== undefined;
  useEffect(() => {
    // The card had the focus before it had a heading.
    if (isThere) document.getElementById(titleId)?.focus();
  }, [isThere, titleId]);
  if (detail.isError) {
    return (
      <ErrorNotice
        error={detail.error}
        actions={<Button onClick={() => void detail.refetch()}>Try again</Button>}
      />
    );
  }
  if (detail.data === undefined) return <Loading what="how it came about" />;
  const { initiative, decision, currency } = detail.data;
  const label = policy.data === undefined ? null : valueLabel(policy.data.policy);
  return (
    <ExplanationCard
      titleId={titleId}
      figure={cellExplanation(cell.column, { name: initiative.name, decision, currency, valueLabel: label })}
      onLeave={onLeave}
    />
  );
}
