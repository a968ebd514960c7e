import { Button } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { formatDay } from '../components/dates.ts';
import { useDay } from '../stores/day.ts';
import { backLabel } from './as-of-control.tsx';
import styles from './past-strip.module.css';
import { showDay } from './show-day.ts';
import { useStatus } from './use-call.ts';

/** Under the header of every screen while a past day is shown: which one, and the way back. */
export function PastStrip() {
  const day = useDay((state) => state.day);
  const status = useStatus().data;
  if (day === null) return null;
  return (
    <div className={styles.strip}>
      <IconHistory aria-hidden="true" size="1rem" stroke={1.75} className={styles.icon} />
      <p role="status" className={styles.text}>
        You see the portfolio as it was known on <strong>{formatDay(day)}</strong>.{' '}
        <span className={styles.rest}>Nothing can be changed here.</span>
      </p>
      <Button className={styles.back ?? ''} onClick={() => showDay(null)}>
        {status ? backLabel(status) : 'Back to today'}
      </Button>
    </div>
  );
}
