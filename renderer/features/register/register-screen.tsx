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
import { ColumnsMenu } from './columns-menu.tsx';
import { SelectionBar } from './edit/selection-bar.tsx';
import { FilterBar } from './filter-bar.tsx';
import { createSearchIndex, filterRegister } from './filter-register.ts';
import { GroupMenu } from './group-menu.tsx';
import { groupRegister, isGroup, type RegisterItem } from './group-register.ts';
import { useRegisterMemory } from './register-memory.ts';
import { EMPTY_QUERY, formatRegisterQuery, isFiltered, type RegisterQuery } from './register-query.ts';
import styles from './register-screen.module.css';
import { RegisterTable } from './register-table.tsx';
import { sortRegister } from './sort-register.ts';
import { useExportRegister } from './use-export-register.ts';
import { useRegisterQuery } from './use-register-query.ts';
import { useWarmRegister } from './use-warm-register.ts';
import { ViewsMenu } from './views-menu.tsx';

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
  const currency = register.data?.currency ?? '';
  // Sorted first: filtering keeps the order, so that typing never sorts.
  const sorted = useMemo(() => sortRegister(rows ?? NO_ROWS, query.sort), [rows, query.sort]);
  const shown = useMemo(() => filterRegister(sorted, filters, index.current), [sorted, filters]);
  const collapsed = useRegisterMemory((memory) => memory.collapsed);
  const items = useMemo(() => groupRegister(shown, query.group, collapsed), [shown, query.group, collapsed]);
  const latest = useRef({ query, items });
  useEffect(() => {
    latest.current = { query, items };
  });
  useWarmRegister(rows ?? NO_ROWS, index.current);
  const tools = useMemo(
    () => (
      <>
        <GroupMenu
          group={query.group}
          keys={() => latest.current.items.flatMap((item) => (isGroup(item) ? [item.key] : []))}
          onGroup={(group) => setQuery({ ...latest.current.query, group })}
        />
        <ColumnsMenu />
        <ViewsMenu query={() => latest.current.query} onQuery={setQuery} />
      </>
    ),
    [query.group, setQuery],
  );

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
        rows && rows.length > 0 ? (
          <FilterBar rows={rows} query={filters} onChange={setFilters} currency={currency} tools={tools} />
        ) : null
      }
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice error={error} actions={<Button onClick={() => setError(null)}>Dismiss</Button>} />
        </div>
      ) : null}
      <QueryView query={register} what="the register" isEdgeToEdge>
        {(data) => <Content data={data} items={items} query={query} onQuery={setQuery} onAdd={adding.open} />}
      </QueryView>
      {rows === undefined ? null : <SelectionBar rows={shown} />}
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

/** The query without order and groups, the same object until a filter changes: sorting neither filters nor draws the bar anew. */
function useFilters(
  query: RegisterQuery,
  onQuery: (query: RegisterQuery) => void,
): readonly [RegisterQuery, (filters: RegisterQuery) => void] {
  const latest = useRef(query);
  useEffect(() => {
    latest.current = query;
  }, [query]);
  const key = `${query.text}\n${formatRegisterQuery({ ...query, sort: [], group: null })}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the query's content, its order aside
  const filters = useMemo(() => ({ ...query, sort: [], group: null }), [key]);
  const onFilters = useCallback(
    (next: RegisterQuery) => onQuery({ ...next, sort: latest.current.sort, group: latest.current.group }),
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
  readonly items: readonly RegisterItem[];
  readonly query: RegisterQuery;
  readonly onQuery: (query: RegisterQuery) => void;
  readonly onAdd: () => void;
}

function Content({ data, items, query, onQuery, onAdd }: ContentProps) {
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
  // The header stays where nothing is found: the next letter may find something, and it need not be made anew.
  const nothing =
    items.length === 0 && isFiltered(query) ? (
      <EmptyState
        title="Nothing matches"
        actions={
          <Button onClick={() => onQuery({ ...EMPTY_QUERY, sort: query.sort, group: query.group })}>
            Clear search and filters
          </Button>
        }
      >
        No initiative matches all of the search and the filters above.
      </EmptyState>
    ) : null;
  return (
    <RegisterTable
      items={items}
      isGrouped={query.group !== null}
      currency={data.currency}
      sort={query.sort}
      onSort={(sort) => onQuery({ ...query, sort })}
      nothing={nothing}
    />
  );
}
