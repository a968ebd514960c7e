import {
  IconAlertTriangle,
  IconArrowsVertical,
  IconCalendarX,
  IconChecklist,
  IconClockExclamation,
  IconClockPause,
  IconHistory,
  IconStairs,
  IconUserQuestion,
} from '@tabler/icons-react';
import { Link } from 'wouter';
import type { AttentionItem } from '#shared/api/schemas/views.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { hrefTo } from '../../app/hash-location.ts';
import { formatCount } from '../../components/counts.ts';
import { Panel } from '../../components/panel.tsx';
import styles from './attention-list.module.css';

const ICONS: Readonly<Record<AttentionItem['kind'], typeof IconHistory>> = {
  tripwire_due: IconAlertTriangle,
  condition_overdue: IconClockExclamation,
  missing_month: IconCalendarX,
  stale_evidence: IconHistory,
  no_levels: IconStairs,
  raters_apart: IconArrowsVertical,
  checklist_at_odds: IconChecklist,
  no_owner: IconUserQuestion,
  silent: IconClockPause,
};

/** A filter of the register that finds the same initiatives, for kinds that have one. */
const FILTERS: Partial<Record<AttentionItem['kind'], Readonly<Record<string, string>>>> = {
  no_levels: { gap: GAPS.map((gap) => `${gap}:unassessed`).join(',') },
  no_owner: { owner: 'missing' },
};

/**
 * Where an item leads: to the one initiative, to the handful in the register, or, when more are concerned than are
 * listed, to the register's own filter for it.
 */
export function attentionRoute(item: AttentionItem): string {
  const [only] = item.initiativeIds;
  if (item.count === 1 && only !== undefined) return `/initiative/${only}`;
  const isComplete = item.initiativeIds.length === item.count;
  const query = (isComplete ? undefined : FILTERS[item.kind]) ?? { ids: item.initiativeIds.join(',') };
  return hrefTo('/register', query).slice(1);
}

interface AttentionListProps {
  readonly items: readonly AttentionItem[];
  /** How far raters agree, in words; null = no gap has two ratings. */
  readonly agreement: string | null;
}

/** What to look at first, each line leading to where it is put right. */
export function AttentionList({ items, agreement }: AttentionListProps) {
  return (
    <Panel title="Needs attention" isPadded={false}>
      {items.length === 0 ? (
        <p className={styles.none}>Nothing: months are closed, evidence is fresh, owners are named.</p>
      ) : (
        <ul>
          {items.map((item) => {
            const Icon = ICONS[item.kind];
            return (
              <li key={item.kind}>
                <Link href={attentionRoute(item)} className={styles.item}>
                  <Icon aria-hidden="true" size="1rem" stroke={1.5} className={styles.icon} />
                  <span className={styles.text}>{item.text}</span>
                  <span className={styles.count}>
                    {formatCount(item.count)}
                    <span className="visually-hidden">
                      {' '}
                      {item.count === 1 ? 'initiative' : 'initiatives'}
                    </span>
                  </span>
                </Link>
              </li>
            );
          })}
        </ul>
      )}
      {agreement === null ? null : <p className={styles.agreement}>{agreement}</p>}
    </Panel>
  );
}
