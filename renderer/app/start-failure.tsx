import { ErrorNotice } from '../components/error-notice.tsx';
import styles from './start-failure.module.css';

/** The page without a host: an old address, or a service that has ended. Nothing else can be shown. */
export function StartFailure({ reason }: { readonly reason: string }) {
  return (
    <main className={styles.page}>
      <h1 className={styles.title}>Pilotage is not connected</h1>
      <ErrorNotice error={{ code: 'unavailable', message: reason }} />
      <p className="muted">
        In the browser: open the address that <code>npm start</code> printed last; each address works for one
        start only. Your portfolio is safe in its file.
      </p>
    </main>
  );
}
