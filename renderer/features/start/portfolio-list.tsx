import { Button } from '@mantine/core';
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
  const copy = useCommand('openCopy');
  const [refused, setRefused] = useState<{ readonly handle: string; readonly error: ApiError }>();
  const isBusy = open.isRunning || copy.isRunning;

  const choose = async (handle: string, by: typeof open.run | typeof copy.run) => {
    setRefused(undefined);
    const result = await by({ handle });
    if (!result.ok) return setRefused({ handle, error: result.error });
    if (result.value.isOpened) onDone();
  };

  return (
    <QueryView query={list} what="the data folder">
      {({ folder, files }) => (
        <>
          <p className={styles.folder}>{folder}</p>
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
                    disabled={file.isOpen || isBusy}
                    onClick={() => void choose(file.handle, open.run)}
                  >
                    <span className={styles.name}>{file.name}</span>
                    <span className={styles.when}>
                      {file.isOpen ? 'open now' : `changed ${formatMoment(file.modifiedAt as Instant)}`}
                    </span>
                  </button>
                  {refused?.handle === file.handle ? (
                    <div className={styles.refusal}>
                      <OpenRefusal
                        error={refused.error}
                        isCopying={copy.isRunning}
                        onCopy={() => void choose(file.handle, copy.run)}
                      />
                    </div>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </QueryView>
  );
}

interface OpenRefusalProps {
  readonly error: ApiError;
  readonly isCopying: boolean;
  readonly onCopy: () => void;
}

/** Why a portfolio was not opened; one that another program holds can still be read, as a copy. */
export function OpenRefusal({ error, isCopying, onCopy }: OpenRefusalProps) {
  return (
    <ErrorNotice
      error={error}
      actions={
        error.code === 'file_in_use' ? (
          <Button loading={isCopying} onClick={onCopy}>
            Open a copy to read
          </Button>
        ) : null
      }
    />
  );
}
