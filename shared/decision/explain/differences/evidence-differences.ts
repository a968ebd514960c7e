import { EVIDENCE_KIND_NAMES, GAP_NAMES, GAPS } from '../../../domain/gap.ts';
import type { Tripwire } from '../../../domain/initiative.ts';
import { formatNumber } from '../../../report/format.ts';
import type { GapScore } from '../../result.ts';
import { withFacts } from '../engine-inputs.ts';
import { isSame, isSameSet } from '../same-value.ts';
import { type Compared, type Difference, pairs, restored } from './difference.ts';

/** Gap scores at the last review and now, for the words. */
export interface ComparedScores {
  readonly old: readonly GapScore[];
  readonly now: readonly GapScore[];
}

/** Assessments per gap, tripwires and incidents that are not what they were. */
export function evidenceDifferences(compared: Compared, scores: ComparedScores): readonly Difference[] {
  return [
    ...gapDifferences(compared, scores),
    ...tripwireDifferences(compared),
    ...incidentDifferences(compared),
  ];
}

function gapDifferences({ old, now }: Compared, scores: ComparedScores): readonly Difference[] {
  return GAPS.flatMap((gap): readonly Difference[] => {
    const before = old.facts.assessments.filter((one) => one.gap === gap);
    const after = now.facts.assessments.filter((one) => one.gap === gap);
    if (isSameSet(before, after, (one) => one.id)) return [];
    const others = now.facts.assessments.filter((one) => one.gap !== gap);
    const text = (list: readonly GapScore[]): string => levelText(list.find((score) => score.gap === gap));
    return [
      {
        input: `level:${gap}`,
        name: GAP_NAMES[gap],
        was: text(scores.old),
        is: text(scores.now),
        withOld: () => withFacts(now, { assessments: [...others, ...before] }),
      },
    ];
  });
}

function levelText(score: GapScore | undefined): string {
  if (score === undefined || score.level === null) return 'never assessed';
  const { level, evidence } = score;
  if (evidence === null) return `level ${level}, no evidence`;
  return `level ${level}, ${EVIDENCE_KIND_NAMES[evidence.kind].toLowerCase()} of ${evidence.datedOn}`;
}

function tripwireDifferences({ old, now }: Compared): readonly Difference[] {
  return pairs(old.facts.tripwires, now.facts.tripwires, idOf).flatMap(({ key, was, is }) => {
    if (isSame(was, is)) return [];
    const { metric, dueOn } = (is ?? was) as Tripwire;
    return [
      {
        input: `tripwire:${key}`,
        name: `Tripwire ${metric} due ${dueOn}`,
        was: tripwireText(was),
        is: tripwireText(is),
        withOld: () => withFacts(now, { tripwires: restored(now.facts.tripwires, idOf, key, was) }),
      },
    ];
  });
}

function tripwireText(tripwire: Tripwire | undefined): string {
  if (tripwire === undefined) return 'not set';
  const { comparator, threshold, dueOn, measuredValue } = tripwire;
  const demand = `${comparator === 'at_least' ? 'at least' : 'at most'} ${formatNumber(threshold)} by ${dueOn}`;
  return `${demand}, ${measuredValue === null ? 'not measured' : `measured ${formatNumber(measuredValue)}`}`;
}

function incidentDifferences({ old, now }: Compared): readonly Difference[] {
  return pairs(old.facts.incidents, now.facts.incidents, idOf).flatMap(({ key, was, is }) => {
    if (isSame(withoutNote(was), withoutNote(is))) return [];
    const text = (one: typeof was): string =>
      one === undefined
        ? 'none'
        : one.mitigatedOn === null
          ? `severity ${one.severity}, open, deadline ${one.deadline}`
          : `severity ${one.severity}, mitigated ${one.mitigatedOn}`;
    return [
      {
        input: `incident:${key}`,
        name: `Incident of ${(is ?? was)?.openedOn}`,
        was: text(was),
        is: text(is),
        withOld: () => withFacts(now, { incidents: restored(now.facts.incidents, idOf, key, was) }),
      },
    ];
  });
}

/** The note of an incident is for people; no rule reads it. */
function withoutNote<T extends { readonly note: string }>(one: T | undefined): Omit<T, 'note'> | undefined {
  if (one === undefined) return undefined;
  const { note: _, ...rest } = one;
  return rest;
}

function idOf(one: { readonly id: string }): string {
  return one.id;
}
