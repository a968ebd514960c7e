import type { QueryClient } from '@tanstack/react-query';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { callQuery } from '../../../app/use-call.ts';
import type { EditColumn } from './edit-columns.ts';

const OWNERS: ReadonlySet<EditColumn> = new Set(['businessOwner', 'technicalOwner']);

/** Whether no verdict depends on the change: a stage, and whether there is an owner at all, are asked by gates. */
function isPlain(column: EditColumn, before: string, after: string): boolean {
  if (column === 'stage') return false;
  return !OWNERS.has(column) || (before.trim() === '') === (after.trim() === '');
}

/**
 * Shows a text the host has stored, without waiting for all rows to be judged and read again; that follows, and says the
 * same.
 */
export function showNow(queryClient: QueryClient, id: string, column: EditColumn, value: string): void {
  const { queryKey } = callQuery('listRegister', {}, null);
  queryClient.setQueryData<{ readonly rows: readonly RegisterRow[] }>(queryKey, (register) =>
    register === undefined
      ? undefined
      : {
          ...register,
          rows: register.rows.map((row) =>
            row.id === id && isPlain(column, row[column], value) ? { ...row, [column]: value } : row,
          ),
        },
  );
}
