import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Loading } from './loading.tsx';
import styles from './query-view.module.css';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data, ApiError>;
  /** What is being read, for the waiting line: "the portfolio". */
  readonly what: string;
  /** True: the content reaches the edges of the window; what stands in its place must not. */
  readonly isEdgeToEdge?: boolean;
  readonly children: (data: Data) => ReactNode;
}

/** The states of a read: waiting, failed with what to do, or the content. Old content stays beside a failed refresh. */
export function QueryView<Data>({ query, what, isEdgeToEdge = false, children }: QueryViewProps<Data>) {
  const inset = (state: ReactNode) => (isEdgeToEdge ? <div className={styles.inset}>{state}</div> : state);
  const notice = query.isError
    ? inset(
        <ErrorNotice
          error={query.error}
          actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
        />,
      )
    : null;
  if (query.data === undefined) return notice ?? inset(<Loading what={what} />);
  return (
    <>
      {notice}
      {children(query.data)}
    </>
  );
}
