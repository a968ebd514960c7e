import { useDiscreet } from '../components/money-words.ts';
import { Strip } from '../components/strip.tsx';
import styles from './discreet-strip.module.css';

/** On paper: that amounts are left out on purpose. On the screen the header says it. */
export function DiscreetStrip() {
  if (!useDiscreet()) return null;
  return (
    <div className={styles.paper}>
      <Strip title="Discreet mode." isPrinted>
        Amounts are hidden on this print.
      </Strip>
    </div>
  );
}
