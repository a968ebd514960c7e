import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Restatement } from '#shared/domain/restatement.ts';
import { formatNumber } from '#shared/report/format.ts';
import { formatMoment, formatMonthName } from '../../../components/dates.ts';
import { Money } from '../../../components/money.tsx';
import { Panel } from '../../../components/panel.tsx';
import { FIGURE_NAMES } from './restate-draft.ts';
import styles from './restatements.module.css';

/** What was corrected after its month was closed: old figure, new figure, why, who, when. */
export function RestatementPanel({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <Panel title="Restated months" isPadded={false}>
      <ul className={styles.list}>
        {detail.restatements.map((restatement) => (
          <li key={restatement.id}>
            <p className={styles.title}>
              {formatMonthName(restatement.month)}: {restatement.reason}
            </p>
            <Changes restatement={restatement} detail={detail} />
            <p className="dim">
              {restatement.actor}, {formatMoment(restatement.restatedAt)}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

interface ChangesProps {
  readonly restatement: Restatement;
  readonly detail: InitiativeDetail;
}

function Changes({ restatement, detail }: ChangesProps) {
  const nameOf = (lineId: string) =>
    detail.lines.find((line) => line.id === lineId)?.name ?? 'a removed line';
  return (
    <ul className={styles.changes}>
      {restatement.amounts.map(({ lineId, before, after }) => (
        <li key={lineId}>
          {nameOf(lineId)}: <Amount minor={before} currency={detail.currency} /> to{' '}
          <Amount minor={after} currency={detail.currency} />
        </li>
      ))}
      {restatement.figures.map(({ figure, before, after }) => (
        <li key={figure}>
          {FIGURE_NAMES[figure]}: {countText(before)} to {countText(after)}
        </li>
      ))}
    </ul>
  );
}

function Amount({ minor, currency }: { readonly minor: number | null; readonly currency: string }) {
  return minor === null ? 'unmeasured' : <Money minor={minor} currency={currency} />;
}

function countText(value: number | null): string {
  return value === null ? 'unmeasured' : formatNumber(value);
}
