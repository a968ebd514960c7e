import type { Input } from '#shared/api/contract.ts';
import { formatMonth, isIsoDate, monthOf, parseMonth } from '#shared/domain/calendar.ts';
import type { PlanVersion } from '#shared/domain/tracking.ts';
import type { IsoDate, MonthIndex } from '#shared/domain/units.ts';
import { formatMonthName } from '../../../components/dates.ts';

/** From when a plan counts and who approved it, as the form holds it. */
export interface ApprovalDraft {
  readonly inForceFrom: string;
  readonly approvedOn: string;
  readonly approvedBy: string;
}

/** Counts from this month on, or from the month after the last version's first: a later version must begin later. */
export function emptyApproval(asOf: IsoDate, last: PlanVersion | undefined): ApprovalDraft {
  const month = Math.max(monthOf(asOf), last === undefined ? 0 : last.inForceFrom + 1) as MonthIndex;
  return { inForceFrom: formatMonth(month), approvedOn: asOf, approvedBy: '' };
}

export type ApprovalProblems = { readonly [F in keyof ApprovalDraft]?: string };

/** What is wrong with a form, by field. */
export function approvalProblems(
  draft: ApprovalDraft,
  asOf: IsoDate,
  last: PlanVersion | undefined,
): ApprovalProblems {
  const from = parseMonth(draft.inForceFrom);
  return {
    ...(from === undefined
      ? { inForceFrom: 'Write a month as 2026-03.' }
      : last !== undefined && from <= last.inForceFrom
        ? {
            inForceFrom: `Version ${last.version} begins in ${formatMonthName(last.inForceFrom)}; begin later.`,
          }
        : {}),
    ...(!isIsoDate(draft.approvedOn)
      ? { approvedOn: 'Say when it was approved.' }
      : draft.approvedOn > asOf
        ? { approvedOn: 'This is after the as-of date.' }
        : {}),
    ...(draft.approvedBy.trim() === '' ? { approvedBy: 'Say who approved it.' } : {}),
  };
}

type Approval = Pick<Input<'lockPlan'>, 'inForceFrom' | 'approvedOn' | 'approvedBy'>;

/** The approval a form describes, or null while something is wrong with it. */
export function approvalFromDraft(
  draft: ApprovalDraft,
  asOf: IsoDate,
  last: PlanVersion | undefined,
): Approval | null {
  const inForceFrom = parseMonth(draft.inForceFrom);
  if (inForceFrom === undefined || Object.keys(approvalProblems(draft, asOf, last)).length > 0) return null;
  return { inForceFrom, approvedOn: draft.approvedOn as IsoDate, approvedBy: draft.approvedBy.trim() };
}
