import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { Instant } from '#shared/domain/units.ts';
import { useCall, useCommand } from '../../app/use-call.ts';
import { formatMoment } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import styles from './portfolio-list.module.css';

/** The portfolios of the data folder, latest first; choosing one opens it. */
export function PortfolioList({ onDone }: { readonly onDone: () => void }) {
  const list = useCall('listPortfolios', {});
  const open = useCommand('openPortfolio');
  const [error, setError] = useState<ApiError>();

  const choose = async (handle: string) => {
    setError(undefined);
    const result = await open.run({ handle });
    if (!result.ok) return setError(result.error);
    if (result.value.isOpened) onDone();
  };

  return (
    <QueryView query={list} what="the data folder">
      {({ folder, files }) => (
        <>
          <p className={styles.folder}>{folder}</p>
          {error ? <ErrorNotice error={error} /> : null}
          {files.length === 0 ? (
            <EmptyState title="No portfolio in this folder yet">
              Make a new one, or copy a .pilotage file into the folder above.
            </EmptyState>
          ) : (
            <ul className={styles.list}>
              {files.map((file) => (
                <li key={file.handle}>
                  <button
                    type="button"
                    className={styles.file}
                    disabled={file.isOpen || open.isRunning}
                    onClick={() => void choose(file.handle)}
                  >
                    <span className={styles.name}>{file.name}</span>
                    <span className={styles.when}>
                      {file.isOpen ? 'open now' : `changed ${formatMoment(file.modifiedAt as Instant)}`}
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  );
}
