import type { AttentionItem } from '../api/schemas/views.ts';
import type { InitiativeFacts } from '../decision/facts.ts';
import type { DecisionResult } from '../decision/result.ts';
import { addMonths, daysBetween, monthOf } from '../domain/calendar.ts';
import type { IsoDate } from '../domain/units.ts';

/** Days before its due date from which a tripwire asks for attention. */
const TRIPWIRE_WARNING_DAYS = 30;
/** Days without any history entry after which an initiative counts as silent. */
const SILENT_DAYS = 30;
/** Raters this far apart on a gap talk before the review (methodology 3.6). */
const LEVELS_APART = 2;
const MOST_IDS = 200;

export interface EvaluatedInitiative {
  readonly facts: InitiativeFacts;
  readonly result: DecisionResult;
  /** Day of the latest history entry. */
  readonly lastChangedOn: IsoDate;
}

/**
 * What the program lead should look at first, most urgent kind first. Retired initiatives ask for nothing.
 * Each item names the initiatives concerned, so that it leads to the fix.
 * @param overdue ids of initiatives that owe something whose day has passed
 */
export function needsAttention(
  all: readonly EvaluatedInitiative[],
  asOf: IsoDate,
  overdue: ReadonlySet<string>,
): AttentionItem[] {
  const active = all.filter(({ facts }) => facts.initiative.stage !== 'retired');
  const lastMonth = addMonths(monthOf(asOf), -1);
  const items: AttentionItem[] = [];
  const add = (kind: AttentionItem['kind'], text: string, test: (one: EvaluatedInitiative) => boolean) => {
    const found = active.filter(test);
    if (found.length === 0) return;
    const initiativeIds = found.slice(0, MOST_IDS).map(({ facts }) => facts.initiative.id);
    items.push({ kind, count: found.length, text, initiativeIds });
  };

  add('tripwire_due', 'Tripwire due within 30 days, not measured', ({ facts }) =>
    facts.tripwires.some((wire) => {
      const days = daysBetween(asOf, wire.dueOn);
      return wire.measuredValue === null && days >= 0 && days <= TRIPWIRE_WARNING_DAYS;
    }),
  );
  add('condition_overdue', 'Condition past its day, not met', ({ facts }) =>
    overdue.has(facts.initiative.id),
  );
  add('missing_month', 'Last month not closed', ({ facts }) => {
    const started = facts.lines.some((line) => line.startsOn === null || line.startsOn <= lastMonth);
    return started && !facts.closedMonths.includes(lastMonth);
  });
  add('stale_evidence', 'Evidence too old to support a level', ({ result }) =>
    result.gaps.some((gap) => gap.level !== null && gap.isStale),
  );
  add('raters_apart', 'Two raters two levels or more apart', ({ result }) =>
    result.gaps.some(({ ratings }) => levelSpan(ratings.map(({ level }) => level)) >= LEVELS_APART),
  );
  add('checklist_at_odds', 'Checklist row beside a gate that says otherwise', ({ result }) =>
    result.checklist.some((row) => row.isAtOdds),
  );
  add('no_levels', 'No gap assessed yet', ({ result }) => result.gaps.every((gap) => gap.level === null));
  add('no_owner', 'No business or technical owner', ({ facts }) => {
    const { businessOwner, technicalOwner, stage } = facts.initiative;
    return businessOwner.trim() === '' || (stage !== 'idea' && technicalOwner.trim() === '');
  });
  add(
    'silent',
    'Nothing recorded for 30 days',
    ({ lastChangedOn }) => daysBetween(lastChangedOn, asOf) > SILENT_DAYS,
  );
  return items;
}

function levelSpan(levels: readonly number[]): number {
  return levels.length < 2 ? 0 : Math.max(...levels) - Math.min(...levels);
}
