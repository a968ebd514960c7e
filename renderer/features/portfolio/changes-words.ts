import type { PortfolioChanges } from '#shared/api/schemas/portfolio.ts';
import { formatDay } from '#shared/report/moments.ts';

/** "Changed since review 2026-Q2" or "Changed since 2 Jul 2026". */
export function sinceTitle({ since }: Pick<PortfolioChanges, 'since'>): string {
  return since.kind === 'review'
    ? `Changed since review ${since.review.name}`
    : `Changed since ${formatDay(since.day)}`;
}

/** What to know beside the changes: against what they are, and what cannot be told; null = nothing. */
export function changesNote({ since, reviews, months }: PortfolioChanges): string | null {
  const parts: string[] = [];
  if (since.kind === 'review')
    parts.push(`Against what was known on ${formatDay(since.review.endsOn)}, the last day of the review.`);
  else if (reviews.length === 0)
    parts.push(
      'No review is closed yet, so this looks 90 days back; changes of verdicts need a review to compare with.',
    );
  else parts.push('90 days back; changes of verdicts need a review to compare with.');
  if (months === null)
    parts.push('The history of this file begins later: months closed and evidence added cannot be told.');
  return parts.length === 0 ? null : parts.join(' ');
}

/** True when no group has anything in it. */
export function isNothing(changes: PortfolioChanges): boolean {
  const { verdicts, fresh, moves, retired, months, evidence } = changes;
  return [verdicts, fresh, moves, retired, months, evidence].every((group) => (group?.count ?? 0) === 0);
}
