import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDownload, IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Output } from '#shared/api/contract.ts';
import type { ApiError } from '#shared/api/errors.ts';
import { navigate } from '../../app/hash-location.ts';
import { useCall } from '../../app/use-call.ts';
import { useWritingOff } from '../../app/use-writing-off.ts';
import { formatCount } from '../../components/counts.ts';
import { formatDay } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { openSample } from '../start/file-actions.ts';
import { AddInitiative } from './add-initiative.tsx';
import { FilterBar } from './filter-bar.tsx';
import { createSearchIndex, filterRegister } from './filter-register.ts';
import { EMPTY_QUERY, formatRegisterQuery, isFiltered, type RegisterQuery } from './register-query.ts';
import styles from './register-screen.module.css';
import { RegisterTable } from './register-table.tsx';
import { useExportRegister } from './use-export-register.ts';
import { useRegisterQuery } from './use-register-query.ts';

/** All initiatives with facts and verdicts: search, filter, sort, open, add, export. */
export function RegisterScreen() {
  const register = useCall('listRegister', {});
  const [query, setQuery] = useRegisterQuery();
  const [isAdding, adding] = useDisclosure(false);
  const [error, setError] = useState<ApiError | null>(null);
  const exporting = useExportRegister(setError);
  const writingOff = useWritingOff();
  const rows = register.data?.rows;
  const index = useRef(createSearchIndex());
  const [filters, setFilters] = useFilters(query, setQuery);
  const shown = useMemo(() => filterRegister(rows ?? NO_ROWS, filters, index.current), [rows, filters]);

  return (
    <Screen
      title="Register"
      layout="fill"
      subtitle={
        register.data ? (
          <Count shown={shown.length} total={register.data.rows.length} currency={register.data.currency} />
        ) : null
      }
      actions={
        <>
          <Button
            leftSection={<IconDownload size="1rem" stroke={1.5} aria-hidden="true" />}
            disabled={rows === undefined || rows.length === 0 || exporting.isRunning}
            onClick={() => void exporting.run()}
          >
            Export CSV
          </Button>
          <Button
            variant="filled"
            leftSection={<IconPlus size="1rem" stroke={1.75} aria-hidden="true" />}
            disabled={writingOff !== null}
            title={writingOff ?? undefined}
            onClick={adding.open}
          >
            Add initiative
          </Button>
        </>
      }
      toolbar={
        rows && rows.length > 0 ? <FilterBar rows={rows} query={filters} onChange={setFilters} /> : null
      }
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice error={error} actions={<Button onClick={() => setError(null)}>Dismiss</Button>} />
        </div>
      ) : null}
      <QueryView query={register} what="the register">
        {(data) => <Content data={data} shown={shown} query={query} onQuery={setQuery} onAdd={adding.open} />}
      </QueryView>
      <AddInitiative isOpen={isAdding} units={rows ?? NO_ROWS} onClose={adding.close} />
    </Screen>
  );
}

interface CountProps {
  readonly shown: number;
  readonly total: number;
  readonly currency: string;
}

const NO_ROWS: Output<'listRegister'>['rows'] = [];

/** The query without its order, the same object until a filter changes: sorting neither filters nor draws the bar anew. */
function useFilters(
  query: RegisterQuery,
  onQuery: (query: RegisterQuery) => void,
): readonly [RegisterQuery, (filters: RegisterQuery) => void] {
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  }, [query]);
  const key = `${query.text}\n${formatRegisterQuery({ ...query, sort: [] })}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the query's content, its order aside
  const filters = useMemo(() => ({ ...query, sort: [] }), [key]);
  const onFilters = useCallback(
    (next: RegisterQuery) => onQuery({ ...next, sort: latest.current.sort }),
    [onQuery],
  );
  return [filters, onFilters];
}

/** "37 of 2,133", spoken when it changes; and the currency, said once instead of in every cell. */
function Count({ shown, total, currency }: CountProps) {
  const all = formatCount(total);
  return (
    <>
      <span role="status">{shown === total ? all : `${formatCount(shown)} of ${all}`}</span>
      {total === 0 ? '' : `, amounts in ${currency}`}
    </>
  );
}

interface ContentProps {
  readonly data: Output<'listRegister'>;
  readonly shown: Output<'listRegister'>['rows'] | readonly Output<'listRegister'>['rows'][number][];
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
  readonly onAdd: () => void;
}

function Content({ data, shown, query, onQuery, onAdd }: ContentProps) {
  const writingOff = useWritingOff();
  if (data.rows.length === 0 && writingOff !== null) {
    return (
      <EmptyState title={`No initiatives as of ${formatDay(data.asOf)}`}>
        None was in the portfolio yet. {writingOff}
      </EmptyState>
    );
  }
  if (data.rows.length === 0) {
    return (
      <EmptyState
        title="No initiatives yet"
        actions={
          <>
            <Button variant="filled" onClick={() => navigate('/import')}>
              Import a spreadsheet
            </Button>
            <Button onClick={onAdd}>Add initiative</Button>
            <Button onClick={() => void openSample()}>Open the sample portfolio</Button>
          </>
        }
      >
        Import the inventory you already keep, or add the first initiative by hand. Every initiative gets a
        verdict with its reasons, even if that is only what to measure first.
      </EmptyState>
    );
  }
  if (shown.length === 0 && isFiltered(query)) {
    return (
      <EmptyState
        title="Nothing matches"
        actions={
          <Button onClick={() => onQuery({ ...EMPTY_QUERY, sort: query.sort })}>
            Clear search and filters
          </Button>
        }
      >
        No initiative matches all of the search and the filters above.
      </EmptyState>
    );
  }
  return (
    <RegisterTable
      rows={shown}
      currency={data.currency}
      sort={query.sort}
      onSort={(sort) => onQuery({ ...query, sort })}
    />
  );
}
