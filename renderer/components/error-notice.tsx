import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApiError, ErrorCode, ErrorDetails } from '#shared/api/errors.ts';
import styles from './error-notice.module.css';

/** What kind of trouble it is, in two or three words above the message. */
export const ERROR_TITLES: Readonly<Record<ErrorCode, string>> = {
  invalid_input: 'Not accepted',
  not_found: 'Not found',
  conflict: 'Not possible as things stand',
  read_only: 'Read-only',
  file_in_use: 'File in use',
  file_missing: 'File missing',
  file_newer: 'File from a newer version',
  file_not_pilotage: 'Not a portfolio',
  file_damaged: 'File damaged',
  folder_read_only: 'Folder is read-only',
  disk_full: 'Disk full',
  io_failed: 'Could not read or write',
  too_large: 'Too large',
  import_rejected: 'File not imported',
  cancelled: 'Cancelled',
  unavailable: 'No answer',
  unauthorised: 'Session not accepted',
  internal: 'A fault in Pilotage',
};

/**
 * Where in a file the trouble is, as "claims.csv, row 12, column Stage". '' without file and row: a field or column of a
 * screen is where the notice stands, and the message names it.
 */
export function placeOf(details: ErrorDetails | undefined): string {
  if (details?.file === undefined && details?.row === undefined) return '';
  return [
    details.file,
    details.row === undefined ? undefined : `row ${details.row}`,
    details.column === undefined ? undefined : `column ${details.column}`,
    details.field === undefined ? undefined : `field ${details.field}`,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ');
}

interface ErrorNoticeProps {
  readonly error: ApiError;
  /** In place of the words of the error's code. */
  readonly title?: string | undefined;
  /** What can be done about it here, such as a button to try again. */
  readonly actions?: ReactNode;
}

/** A failed call, shown where it was caused: what happened, where, what to do. */
export function ErrorNotice({ error, title, actions }: ErrorNoticeProps) {
  const place = placeOf(error.details);
  return (
    <div role="alert" className={styles.notice}>
      <IconAlertTriangle aria-hidden="true" size="1rem" stroke={1.75} className={styles.icon} />
      <div className={styles.text}>
        <p className={styles.title}>{title ?? ERROR_TITLES[error.code]}</p>
        <p>{error.message}</p>
        {place === '' ? null : <p className={styles.place}>{place}</p>}
        {actions ? <div className={styles.actions}>{actions}</div> : null}
      </div>
    </div>
  );
}
