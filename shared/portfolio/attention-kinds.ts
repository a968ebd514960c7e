import type { InitiativeFacts } from '../decision/facts.ts';
import type { DecisionResult, GapScore } from '../decision/result.ts';
import { addMonths, daysBetween, monthOf } from '../domain/calendar.ts';
import { CHECKLIST_NAMES } from '../domain/checklist.ts';
import { GAP_NAMES } from '../domain/gap.ts';
import type { ValueLine } from '../domain/initiative.ts';
import type { IsoDate, MonthIndex } from '../domain/units.ts';
import { formatDay, formatMonthName } from '../report/moments.ts';

/** What asks for attention, most urgent first. */
export const ATTENTION_KINDS = [
  'tripwire_due',
  'condition_overdue',
  'missing_month',
  'stale_evidence',
  'raters_apart',
  'checklist_at_odds',
  'no_levels',
  'no_owner',
  'silent',
] as const;
export type AttentionKind = (typeof ATTENTION_KINDS)[number];

/** Each kind in a few words, as filters call it. */
export const ATTENTION_NAMES: Readonly<Record<AttentionKind, string>> = {
  tripwire_due: 'Tripwire due, not measured',
  condition_overdue: 'Condition overdue',
  missing_month: 'Month not closed',
  stale_evidence: 'Evidence too old',
  raters_apart: 'Raters two levels apart',
  checklist_at_odds: 'Checklist row at odds',
  no_levels: 'No gap assessed',
  no_owner: 'No owner',
  silent: 'Silent for 30 days',
};

/** The tabs of an initiative a fix can be made on. */
export const FIX_TABS = ['gaps', 'checklist', 'value', 'tripwires', 'details'] as const;
export type FixTab = (typeof FIX_TABS)[number];

export interface EvaluatedInitiative {
  readonly facts: InitiativeFacts;
  readonly result: DecisionResult;
  /** Day of the latest history entry. */
  readonly lastChangedOn: IsoDate;
}

/** A condition somebody owes, its day passed. */
export interface OverdueCondition {
  readonly id: string;
  readonly owner: string;
  readonly dueOn: IsoDate;
}

/** What is wrong with one initiative, and where it is put right. */
export interface Found {
  /** "Evaluation, last evidence 12 Mar 2026". */
  readonly detail: string;
  readonly tab: FixTab;
  /** The place on the tab, such as `evidence:data`; null = the tab as a whole. */
  readonly focus: string | null;
  /** The larger, the more pressing within its kind: days overdue, months open. */
  readonly weight: number;
}

type Finder = (
  one: EvaluatedInitiative,
  asOf: IsoDate,
  overdue: ReadonlyMap<string, OverdueCondition>,
) => Found | null;

/** Days before its due date from which a tripwire asks for attention. */
const TRIPWIRE_WARNING_DAYS = 30;
/** Days without any history entry after which an initiative counts as silent. */
const SILENT_DAYS = 30;
/** Raters this far apart on a gap talk before the review (methodology 3.6). */
const LEVELS_APART = 2;
/** How far back open months are looked for. */
const MONTHS_BACK = 12;

/** Finds what each kind is about in one initiative; null = nothing. */
export const ATTENTION_FINDERS: Readonly<Record<AttentionKind, Finder>> = {
  tripwire_due: ({ facts }, asOf) => {
    const due = facts.tripwires
      .filter((wire) => wire.measuredValue === null && daysBetween(asOf, wire.dueOn) <= TRIPWIRE_WARNING_DAYS)
      .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    const [first] = due;
    if (!first) return null;
    const days = daysBetween(asOf, first.dueOn);
    const when =
      days < 0
        ? `was due ${formatDay(first.dueOn)}`
        : days === 0
          ? 'due today'
          : `due in ${days === 1 ? '1 day' : `${days} days`}`;
    return {
      detail: `${first.metric}, ${when}${more(due.length)}`,
      tab: 'tripwires',
      focus: `tripwire:${first.id}`,
      weight: -days,
    };
  },
  condition_overdue: ({ facts }, asOf, overdue) => {
    const condition = overdue.get(facts.initiative.id);
    if (!condition) return null;
    return {
      detail: `${condition.owner}, since ${formatDay(condition.dueOn)}`,
      tab: 'details',
      focus: `condition:${condition.id}`,
      weight: daysBetween(condition.dueOn, asOf),
    };
  },
  missing_month: ({ facts }, asOf) => {
    const open = openMonths(facts, asOf);
    const [first] = open;
    if (first === undefined) return null;
    const name = formatMonthName(first);
    return {
      detail: open.length === 1 ? name : `${open.length} months, the first ${name}`,
      tab: 'value',
      focus: `month:${first}`,
      weight: open.length,
    };
  },
  stale_evidence: ({ result }) => {
    const stale = result.gaps.filter((gap) => gap.level !== null && gap.isStale);
    const [worst] = [...stale].sort((a, b) => evidenceAge(b) - evidenceAge(a));
    if (!worst) return null;
    const { evidence } = worst;
    const age = evidence === null ? 'no evidence' : `last evidence ${formatDay(evidence.datedOn)}`;
    return {
      detail: `${GAP_NAMES[worst.gap]}, ${age}${more(stale.length)}`,
      tab: 'gaps',
      focus: `evidence:${worst.gap}`,
      weight: stale.length,
    };
  },
  raters_apart: ({ result }) => {
    const apart = result.gaps
      .map((gap) => ({ gap: gap.gap, span: span(gap.ratings.map(({ level }) => level)) }))
      .filter(({ span: levels }) => levels >= LEVELS_APART)
      .sort((a, b) => b.span - a.span);
    const [widest] = apart;
    if (!widest) return null;
    return {
      detail: `${GAP_NAMES[widest.gap]}, ${widest.span} levels${more(apart.length)}`,
      tab: 'gaps',
      focus: `gap:${widest.gap}`,
      weight: widest.span,
    };
  },
  checklist_at_odds: ({ result }) => {
    const odd = result.checklist.filter((row) => row.isAtOdds);
    const [first] = odd;
    if (!first) return null;
    const claim = first.claimed === 'production_ready' ? 'production-ready' : 'pilot-grade';
    const gate = first.gateState === 'pass' ? 'passes' : 'does not pass';
    return {
      detail: `${CHECKLIST_NAMES[first.dimension]} ${claim}, ${first.gate} ${gate}${more(odd.length)}`,
      tab: 'checklist',
      focus: `checklist:${first.dimension}`,
      weight: odd.length,
    };
  },
  no_levels: ({ result }) =>
    result.gaps.every((gap) => gap.level === null)
      ? { detail: 'no level in any gap', tab: 'gaps', focus: 'gap:data', weight: 0 }
      : null,
  no_owner: ({ facts }) => {
    const { businessOwner, technicalOwner, stage } = facts.initiative;
    const noBusiness = businessOwner.trim() === '';
    const noTechnical = stage !== 'idea' && technicalOwner.trim() === '';
    if (!noBusiness && !noTechnical) return null;
    const both = noBusiness && noTechnical;
    return {
      detail: both ? 'neither named' : noBusiness ? 'no business owner' : 'no technical owner',
      tab: 'details',
      focus: noBusiness ? 'field:businessOwner' : 'field:technicalOwner',
      weight: both ? 2 : 1,
    };
  },
  silent: ({ lastChangedOn }, asOf) => {
    const days = daysBetween(lastChangedOn, asOf);
    if (days <= SILENT_DAYS) return null;
    return {
      detail: `last entry ${formatDay(lastChangedOn)}`,
      tab: 'details',
      focus: null,
      weight: days,
    };
  },
};

/**
 * Months over on `asOf` in which a line was under way and which are not closed, oldest first: from the first month the
 * initiative closed or a line of it states as its first, 12 months back at most. Before any such month only the last counts.
 */
export function openMonths(
  facts: Pick<InitiativeFacts, 'lines' | 'closedMonths'>,
  asOf: IsoDate,
): readonly MonthIndex[] {
  if (facts.lines.length === 0) return [];
  const last = addMonths(monthOf(asOf), -1);
  const begun: number[] = [...facts.closedMonths];
  for (const { startsOn } of facts.lines) if (startsOn !== null) begun.push(startsOn);
  const first = Math.max(last - MONTHS_BACK + 1, begun.length === 0 ? last : Math.min(last, ...begun));
  const closed = new Set<number>(facts.closedMonths);
  const open: MonthIndex[] = [];
  for (let month = first; month <= last; month += 1) {
    if (!closed.has(month) && facts.lines.some((line) => isUnderWay(line, month)))
      open.push(month as MonthIndex);
  }
  return open;
}

function isUnderWay({ startsOn, endsOn }: ValueLine, month: number): boolean {
  return (startsOn === null || startsOn <= month) && (endsOn === null || month <= endsOn);
}

/** Levels without any evidence come before the oldest. */
function evidenceAge({ evidence }: GapScore): number {
  return evidence === null ? Number.MAX_SAFE_INTEGER : evidence.ageDays;
}

function span(levels: readonly number[]): number {
  return levels.length < 2 ? 0 : Math.max(...levels) - Math.min(...levels);
}

function more(count: number): string {
  return count > 1 ? ` and ${count - 1} more` : '';
}
