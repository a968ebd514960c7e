import { readAddedSince } from '#db/read/entered-since.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import {
  readClosedReviews,
  readDecisions,
  readRecommendations,
  readSteps,
  readStepsBetween,
} from '#db/read/reviews.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import type { Handlers } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import type { PortfolioChanges } from '#shared/api/schemas/portfolio.ts';
import { dayNumber } from '#shared/domain/calendar.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { changesSince } from '#shared/portfolio/changes.ts';
import { explainFigure } from '#shared/portfolio/explain-figure.ts';
import { figureInputs } from '#shared/portfolio/figures.ts';
import { type ClosedReview, reviewTrail } from '#shared/portfolio/review-trail.ts';
import { verdictSentence } from '#shared/report/words.ts';
import type { DataContext } from '../context.ts';
import { type View, viewAt } from '../portfolio-at.ts';
import { evaluated, evaluatedInitiative, settledPortfolio } from '../settled.ts';

/** Where there is no review to compare with, the look goes back so many days. */
const DAYS_BACK = 90;

/** What stands behind the home screen and the Decisions tab, each asked for when it is looked at. All read-only. */
export const portfolioHandlers = {
  getPortfolioFigure: (context, { figure, asOf }) =>
    viewAt(context, asOf, (view) => {
      const { currency } = readPortfolio(view.db);
      const { policy } = view.evaluation.context(view.asOf);
      const facts = Array.from(evaluated(view).values(), (one) => one.facts);
      return explainFigure(figure, figureInputs(facts, view.asOf, policy), currency);
    }),
  getChanges: (context, { reviewId, asOf }) =>
    viewAt(context, asOf, (view) => changes(view, reviewId, (day) => context.options.endOfDay(day))),
  getDecisions: (context, { id, asOf }) =>
    viewAt(context, asOf, async (view) => {
      const { facts } = await evaluatedInitiative(view, id);
      const { policy } = view.evaluation.context(view.asOf);
      const { conditions } = readTrace(view.db, id);
      // A review of a day that has not come is not there yet.
      const decisions = readDecisions(view.db, id).filter(({ review }) => isThere(review, view.asOf));
      const trail = reviewTrail(decisions, facts, readSteps(view.db, id), conditions, view.asOf, policy);
      return {
        currency: readPortfolio(view.db).currency,
        asOf: view.asOf,
        decisions: trail.map((one) => ({
          ...one,
          causes: [...one.causes],
          conditions: [...one.conditions],
          followed: {
            ...one.followed,
            months: [...one.followed.months],
            steps: one.followed.steps.map(({ from, to, on }) => ({ from, to, on })),
          },
        })),
        otherConditions: conditions.filter(
          (one) => !decisions.some(({ review }) => review.id === one.reviewId),
        ),
      };
    }),
} satisfies Handlers<'getPortfolioFigure' | 'getChanges' | 'getDecisions', DataContext>;

async function changes(
  view: View,
  reviewId: string | null | undefined,
  endOfDay: (day: IsoDate) => Instant,
): Promise<PortfolioChanges> {
  const all = [...(await settledPortfolio(view, 'screen')).values()];
  const { db, asOf } = view;
  const { policy } = view.evaluation.context(asOf);
  const { currency } = readPortfolio(db);
  const reviews = readClosedReviews(db, asOf);
  const review = chosen(reviews, reviewId, asOf);
  const day = dayBefore(asOf, DAYS_BACK);
  const after = review?.endsOn ?? day;
  return {
    since: review ? { kind: 'review', review } : { kind: 'day', day },
    reviews,
    computing: all.filter(({ result }) => result.isComputing).length,
    ...changesSince({
      all,
      after,
      steps: readStepsBetween(db, after, asOf),
      recommended: review ? readRecommendations(db, review.id) : null,
      added: readAddedSince(db, review?.closedAt ?? endOfDay(day)),
      sentence: ({ result }) => verdictSentence(result, currency, policy),
    }),
  };
}

/**
 * The review asked for. Without a wish the last one closed before the day: against a review closed on the very day
 * nothing can have changed.
 * @throws AppError not_found for a review that is not there
 */
function chosen(
  reviews: readonly ClosedReview[],
  wish: string | null | undefined,
  asOf: IsoDate,
): ClosedReview | undefined {
  if (wish === null) return undefined;
  if (wish === undefined) return reviews.find(({ closedAt, endsOn }) => dayOf(closedAt, endsOn) < asOf);
  const review = reviews.find(({ id }) => id === wish);
  if (review) return review;
  throw new AppError('not_found', 'This review is not in the portfolio. Choose another one to compare with.');
}

function isThere({ closedAt, endsOn }: ClosedReview, asOf: IsoDate): boolean {
  return dayOf(closedAt, endsOn) <= asOf;
}

/** The day from which a review counts: its last day, or the day it was closed if that came first. */
function dayOf(closedAt: Instant, endsOn: IsoDate): string {
  const closedOn = closedAt.slice(0, 10);
  return closedOn < endsOn ? closedOn : endsOn;
}

function dayBefore(day: IsoDate, days: number): IsoDate {
  return new Date((dayNumber(day) - days) * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}
