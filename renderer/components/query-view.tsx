import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import { ErrorNotice } from './error-notice.tsx';
import { Loading } from './loading.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data, ApiError>;
  /** What is being read, for the waiting line: "the portfolio". */
  readonly what: string;
  readonly children: (data: Data) => ReactNode;
}

/** The states of a read: waiting, failed with what to do, or the content. Old content stays beside a failed refresh. */
export function QueryView<Data>({ query, what, children }: QueryViewProps<Data>) {
  const notice = query.isError ? (
    <ErrorNotice
      error={query.error}
      actions={<Button onClick={() => void query.refetch()}>Try again</Button>}
    />
  ) : null;
  if (query.data === undefined) return notice ?? <Loading what={what} />;
  return (
    <>
      {notice}
      {children(query.data)}
    </>
  );
}
