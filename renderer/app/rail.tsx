import {
  IconAdjustmentsHorizontal,
  IconFileImport,
  IconHelp,
  IconLayoutDashboard,
  IconListDetails,
  IconReport,
  IconSettings,
} from '@tabler/icons-react';
import { Link, useLocation } from 'wouter';
import { formatCount } from '../components/counts.ts';
import { FileMenu } from '../features/start/file-menu.tsx';
import { useDay } from '../stores/day.ts';
import styles from './rail.module.css';
import { useStatus } from './use-call.ts';

interface RailItem {
  readonly path: string;
  readonly name: string;
  readonly Icon: typeof IconHelp;
  /** Other routes that belong to this entry. */
  readonly covers?: readonly string[];
}

const WORK: readonly RailItem[] = [
  { path: '/portfolio', name: 'Portfolio', Icon: IconLayoutDashboard },
  { path: '/register', name: 'Register', Icon: IconListDetails, covers: ['/initiative', '/months'] },
  { path: '/policy', name: 'Policy', Icon: IconAdjustmentsHorizontal },
  { path: '/report', name: 'Board report', Icon: IconReport },
  { path: '/import', name: 'Import', Icon: IconFileImport },
];
const REST: readonly RailItem[] = [
  { path: '/settings', name: 'Settings', Icon: IconSettings },
  { path: '/help', name: 'Help', Icon: IconHelp },
];

function Entry({ item, count }: { readonly item: RailItem; readonly count: number | undefined }) {
  const [path] = useLocation();
  const top = `/${path.split('/')[1] ?? ''}`;
  const isHere = top === item.path || (item.covers?.includes(top) ?? false);
  return (
    <li>
      <Link
        href={item.path}
        className={styles.entry}
        aria-current={isHere ? 'page' : undefined}
        title={item.name}
      >
        <item.Icon aria-hidden="true" size="1.125rem" stroke={1.5} className={styles.icon} />
        <span className={styles.name}>{item.name}</span>
        {count === undefined ? null : (
          <span className={styles.count}>
            {formatCount(count)}
            <span className="visually-hidden"> initiatives</span>
          </span>
        )}
      </Link>
    </li>
  );
}

/** The screens there are, in the order of the work, and the open file. */
export function Rail() {
  const status = useStatus();
  // The count is today's.
  const isToday = useDay((state) => state.day === null);
  return (
    <nav aria-label="Screens" className={styles.rail}>
      <p className={styles.brand}>
        <svg aria-hidden="true" width="18" height="18" viewBox="0 0 18 18">
          <path d="M9 1.5 16 15 9 11.5 2 15Z" fill="currentColor" />
        </svg>
        <span className={styles.name}>Pilotage</span>
      </p>
      <ul className={styles.list}>
        {WORK.map((item) => (
          <Entry
            key={item.path}
            item={item}
            count={item.path === '/register' && isToday ? status.data?.initiativeCount : undefined}
          />
        ))}
      </ul>
      <ul className={styles.list}>
        {REST.map((item) => (
          <Entry key={item.path} item={item} count={undefined} />
        ))}
      </ul>
      <FileMenu />
    </nav>
  );
}
