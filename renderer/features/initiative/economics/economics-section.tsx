import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import styles from './economics.module.css';
import { LifePanel } from './life-panel.tsx';
import { UnitPanel } from './unit-panel.tsx';

/** What the months come to: the cumulative net value, and what a task costs. */
export function EconomicsSection({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <div className={styles.pair}>
      <LifePanel detail={detail} />
      <UnitPanel detail={detail} />
    </div>
  );
}
