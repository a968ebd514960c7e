import { z } from 'zod';
import { RULE_IDS, VERDICTS } from '../../domain/verdict.ts';
import { ATTENTION_KINDS, FIX_TABS } from '../../portfolio/attention-kinds.ts';
import { PORTFOLIO_FIGURES } from '../../portfolio/figures.ts';
import { stage } from './initiative.ts';
import { finite, id, instant, isoDate, money, month } from './primitives.ts';
import { condition } from './trace.ts';

/** A labelled figure of the home screen; `value` null = unmeasured, and `why` says why. */
export const figure = z.object({ value: finite.nullable(), label: z.string(), why: z.string().nullable() });

export const attentionKind = z.enum(ATTENTION_KINDS);

/** One initiative that needs attention: what is wrong, and the place where it is put right. */
export const attentionEntry = z.object({
  id,
  name: z.string(),
  detail: z.string(),
  tab: z.enum(FIX_TABS),
  focus: z.string().nullable(),
});

export const attentionItem = z.object({
  kind: attentionKind,
  count: z.int(),
  /** The most pressing of them; the register lists all by the kind. */
  first: z.array(attentionEntry),
});

export const figureId = z.enum(PORTFOLIO_FIGURES);

/** How a header figure came about. Money in minor units, percent as a fraction. */
export const portfolioFigureDetail = figure.extend({
  id: figureId,
  kind: z.enum(['money', 'percent']),
  currency: z.string(),
  formula: z.string(),
  /** Calendar months it is made from, oldest first; empty when it has no window. */
  months: z.array(month),
  inputs: z.array(z.object({ name: z.string(), value: z.string() })),
  /**
   * What every initiative adds, largest first. The parts sum to the figure; where there is a base, the figure is the sum
   * of the parts over the sum of the bases.
   */
  contributions: z.array(
    z.object({
      id,
      name: z.string(),
      part: finite,
      base: finite.nullable(),
      note: z.string().nullable(),
    }),
  ),
});

const verdict = z.enum(VERDICTS);
const rule = z.enum(RULE_IDS);
const judged = z.object({ verdict, rule });
const group = <T extends z.ZodType>(entry: T) => z.object({ count: z.int(), first: z.array(entry) });
const named = z.object({ id, name: z.string() });
const move = named.extend({ from: stage, to: stage, on: isoDate });
const added = group(named.extend({ count: z.int() })).extend({ total: z.int() });

export const closedReview = z.object({ id, name: z.string(), endsOn: isoDate, closedAt: instant });

/** What changed since a closed review, or since a day where there is none to compare with. */
export const portfolioChanges = z.object({
  since: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('review'), review: closedReview }),
    z.object({ kind: z.literal('day'), day: isoDate }),
  ]),
  /** Every closed review, latest first: others to compare with. */
  reviews: z.array(closedReview),
  /** Verdicts that are not what the review recommended; null without a review. */
  verdicts: group(named.extend({ from: judged, to: judged, reason: z.string() })).nullable(),
  /** Verdicts that wait for their simulation. */
  computing: z.int(),
  fresh: group(named.extend({ stage, on: isoDate })),
  moves: group(move),
  retired: group(move),
  /** Closed months and pieces of evidence more than then; null when the history of the file begins later. */
  months: added.nullable(),
  evidence: added.nullable(),
});

/** One closed review's say about one initiative, and what followed. Money in minor units, actual, undiscounted. */
const trailEntry = z.object({
  review: closedReview,
  rule: rule.nullable(),
  decision: verdict,
  reason: z.string(),
  causes: z.array(z.string()),
  override: z
    .object({
      decidedBy: z.string(),
      reason: z.string(),
      expiresOn: isoDate,
      newTripwire: z.string().nullable(),
    })
    .nullable(),
  freshStart: z.object({ answer: z.enum(['yes', 'no', 'only_if']), onlyIf: z.string() }).nullable(),
  conditions: z.array(condition),
  followed: z.object({
    until: isoDate,
    steps: z.array(z.object({ from: stage, to: stage, on: isoDate })),
    months: z.array(month),
    cost: money,
    net: money,
    openMonths: z.int(),
  }),
});

export const initiativeDecisions = z.object({
  currency: z.string(),
  asOf: isoDate,
  /** Latest first. */
  decisions: z.array(trailEntry),
  /** Conditions set between reviews. */
  otherConditions: z.array(condition),
});

export type PortfolioChanges = z.output<typeof portfolioChanges>;
export type InitiativeDecisions = z.output<typeof initiativeDecisions>;
export type AttentionEntry = z.output<typeof attentionEntry>;
export type AttentionItem = z.output<typeof attentionItem>;
export type PortfolioFigureDetail = z.output<typeof portfolioFigureDetail>;
