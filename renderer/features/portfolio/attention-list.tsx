import {
  IconAlertTriangle,
  IconArrowsVertical,
  IconCalendarX,
  IconChecklist,
  IconChevronDown,
  IconChevronRight,
  IconClockExclamation,
  IconClockPause,
  IconHistory,
  IconStairs,
  IconUserQuestion,
} from '@tabler/icons-react';
import { useId, useState } from 'react';
import { Link } from 'wouter';
import type { AttentionEntry, AttentionItem } from '#shared/api/schemas/portfolio.ts';
import { ATTENTION_NAMES } from '#shared/portfolio/attention-kinds.ts';
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

/** Where one entry is put right: the tab, and the field on it. */
export function fixRoute({ id, tab, focus }: Pick<AttentionEntry, 'id' | 'tab' | 'focus'>): string {
  return hrefTo(`/initiative/${id}/${tab}`, { focus: focus ?? undefined }).slice(1);
}

/** All initiatives of a kind in the register, however many. */
export function registerRoute(kind: AttentionItem['kind']): string {
  return `/register?attention=${kind}`;
}

interface AttentionListProps {
  readonly items: readonly AttentionItem[];
  /** How far raters agree, in words; null = no gap has two ratings. */
  readonly agreement: string | null;
}

/** What to look at first, grouped by kind; each entry leads to where it is put right. */
export function AttentionList({ items, agreement }: AttentionListProps) {
  const [open, setOpen] = useState<AttentionItem['kind'] | null>(null);
  return (
    <Panel title="Needs attention" isPadded={false} className={styles.panel}>
      {items.length === 0 ? (
        <p className={styles.none}>Nothing: months are closed, evidence is fresh, owners are named.</p>
      ) : (
        <ul>
          {items.map((item) => (
            <li key={item.kind} className={styles.group}>
              <Group
                item={item}
                isOpen={open === item.kind}
                onToggle={() => setOpen((now) => (now === item.kind ? null : item.kind))}
              />
            </li>
          ))}
        </ul>
      )}
      {agreement === null ? null : <p className={styles.agreement}>{agreement}</p>}
    </Panel>
  );
}

interface GroupProps {
  readonly item: AttentionItem;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One kind: the only initiative at once, several behind a disclosure, all of them in the register. */
function Group({ item, isOpen, onToggle }: GroupProps) {
  const listId = useId();
  const Icon = ICONS[item.kind];
  const icon = <Icon aria-hidden="true" size="1rem" stroke={1.5} className={styles.icon} />;
  const [only] = item.first;
  if (item.count === 1 && only) {
    return (
      <Link href={fixRoute(only)} className={styles.item} title={only.detail}>
        {icon}
        <span className={styles.text}>{ATTENTION_NAMES[item.kind]}</span>
        <span className={styles.only}>{only.name}</span>
        <span className="visually-hidden">, {only.detail}</span>
      </Link>
    );
  }
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <>
      <button
        type="button"
        className={styles.item}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={onToggle}
      >
        {icon}
        <span className={styles.text}>{ATTENTION_NAMES[item.kind]}</span>
        <span className={styles.count}>
          {formatCount(item.count)}
          <span className="visually-hidden"> initiatives</span>
        </span>
        <Chevron aria-hidden="true" size="0.875rem" stroke={1.5} className={styles.icon} />
      </button>
      {isOpen ? (
        <ul id={listId} className={styles.entries}>
          {item.first.map((entry) => (
            <li key={entry.id}>
              <Link href={fixRoute(entry)} className={styles.entry}>
                <span className={styles.name}>{entry.name}</span>
                <span className={styles.detail}>{entry.detail}</span>
              </Link>
            </li>
          ))}
          {item.kind === 'missing_month' ? (
            <li>
              <Link href="/months" className={styles.all}>
                Enter a month for all of them
              </Link>
            </li>
          ) : null}
          <li>
            <Link href={registerRoute(item.kind)} className={styles.all}>
              Show all {formatCount(item.count)} in the register
            </Link>
          </li>
        </ul>
      ) : null}
    </>
  );
}
