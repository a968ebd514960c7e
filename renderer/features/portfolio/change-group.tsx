import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { Link } from 'wouter';
import { formatCount } from '../../components/counts.ts';
import styles from './changes-panel.module.css';

/** So many lines are shown before "Show more". */
const SHORT = 5;

interface ChangeGroupProps<T extends { readonly id: string; readonly name: string }> {
  readonly title: string;
  readonly count: number;
  readonly entries: readonly T[];
  /** The tab of the initiative a line leads to. */
  readonly tab: string;
  /** True: only the count until it is opened. */
  readonly isFolded?: boolean;
  readonly detail: (entry: T) => ReactNode;
}

/** Changes of one kind, each leading to its initiative; nothing at all when there are none. */
export function ChangeGroup<T extends { readonly id: string; readonly name: string }>(
  props: ChangeGroupProps<T>,
) {
  const { title, count, entries, tab, isFolded = false, detail } = props;
  const [isOpen, setIsOpen] = useState(!isFolded);
  const [isLong, setIsLong] = useState(false);
  const listId = useId();
  if (count === 0) return null;
  const shown = isLong ? entries : entries.slice(0, SHORT);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    <div className={styles.group}>
      <button
        type="button"
        className={styles.head}
        aria-expanded={isOpen}
        aria-controls={listId}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span>{title}</span>
        <span className={styles.count}>{formatCount(count)}</span>
        <Chevron size="0.875rem" stroke={1.5} aria-hidden="true" className={styles.chevron} />
      </button>
      {isOpen ? (
        <ul id={listId}>
          {shown.map((entry) => (
            <li key={entry.id}>
              <Link href={`/initiative/${entry.id}/${tab}`} className={styles.line}>
                <span className={styles.name}>{entry.name}</span>
                {detail(entry)}
              </Link>
            </li>
          ))}
          {entries.length > shown.length ? (
            <li>
              <button type="button" className={styles.more} onClick={() => setIsLong(true)}>
                Show {formatCount(entries.length - shown.length)} more
              </button>
            </li>
          ) : null}
        </ul>
      ) : null}
    </div>
  );
}
