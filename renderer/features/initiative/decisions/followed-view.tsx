import type { InitiativeDecisions } from '#shared/api/schemas/portfolio.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { countOf } from '../../../components/counts.ts';
import { formatDay, formatMonthSpan } from '../../../components/dates.ts';
import { Money } from '../../../components/money.tsx';
import styles from './decisions-tab.module.css';

interface FollowedViewProps {
  readonly followed: InitiativeDecisions['decisions'][number]['followed'];
  readonly currency: string;
  readonly asOf: IsoDate;
}

/** Steps between stages and net value between a review and the next one, or today. */
export function FollowedView({ followed, currency, asOf }: FollowedViewProps) {
  const { steps, months, net, cost, openMonths, until } = followed;
  const open = openMonths === 0 ? '' : `; ${countOf(openMonths, 'month')} open`;
  return (
    <>
      {steps.map((step) => (
        <p key={`${step.on} ${step.to}`}>
          {STAGE_NAMES[step.from]} to {STAGE_NAMES[step.to]} on {formatDay(step.on)}
        </p>
      ))}
      {months.length === 0 ? (
        <p className="dim">
          {openMonths === 0
            ? `Nothing yet: no month is over since${until < asOf ? ' and before the next review' : ''}.`
            : `Unmeasured: no month is closed${open}.`}
        </p>
      ) : (
        <>
          <p className={styles.net}>
            Net value <Money minor={net} currency={currency} isCompact isSigned />, cost{' '}
            <Money minor={cost} currency={currency} isCompact />
          </p>
          <p className="dim">
            actual, undiscounted, {formatMonthSpan(months)}
            {open}
          </p>
        </>
      )}
      {steps.length === 0 && months.length > 0 ? <p className="dim">No change of stage.</p> : null}
    </>
  );
}
