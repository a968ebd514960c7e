import { lazy, Suspense } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import styles from './economics.module.css';

// With its charts a chunk of its own: the grid above does not wait for it.
const EconomicsSection = lazy(async () => ({
  default: (await import('./economics-section.tsx')).EconomicsSection,
}));

/** The economics below the months, fetched when the tab is shown. */
export function Economics({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <Suspense fallback={<div className={styles.space} />}>
      <EconomicsSection detail={detail} />
    </Suspense>
  );
}
