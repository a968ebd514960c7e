import styles from './loading.module.css';

/** Holds the place of an answer that is on its way; appears only after a moment, so that quick answers do not flicker. */
export function Loading({ what }: { readonly what: string }) {
  return (
    <p role="status" className={styles.loading}>
      Reading {what}…
    </p>
  );
}
