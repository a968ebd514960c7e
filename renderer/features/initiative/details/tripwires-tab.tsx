import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import styles from './details-tab.module.css';
import { TripwirePanel } from './tripwire-panel.tsx';

/** The kill criteria committed before the money is spent, and how each stands. */
export function TripwiresTab({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <div className={styles.one}>
      <TripwirePanel detail={detail} />
    </div>
  );
}
