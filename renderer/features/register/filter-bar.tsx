import { CloseButton, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import type { RegisterRow } from '#shared/api/schemas/views.ts';
import { isTextTarget } from '../../app/use-keyboard.ts';
import { Kbd } from '../../components/kbd.tsx';
import { useMoneyWords } from '../../components/use-money-words.ts';
import { FacetFilter } from './facet-filter.tsx';
import styles from './filter-bar.module.css';
import { GapFilterMenu } from './gap-filter-menu.tsx';
import { OwnerFilterMenu } from './owner-filter-menu.tsx';
import { RangeFilterMenu } from './range-filter-menu.tsx';
import { activeChips, FACETS } from './register-facets.ts';
import { EMPTY_QUERY, type RegisterQuery } from './register-query.ts';

export interface FilterProps {
  readonly rows: readonly RegisterRow[];
  readonly query: RegisterQuery;
  readonly onChange: (query: RegisterQuery) => void;
}

interface FilterBarProps extends FilterProps {
  readonly currency: string;
  /** What else belongs to the table: its grouping, columns and views. */
  readonly tools: ReactNode;
}

/** Search and filters above the register, and every filter in force as a chip that takes it away. */
export const FilterBar = memo(function FilterBar({ rows, query, onChange, currency, tools }: FilterBarProps) {
  const search = useRef<HTMLInputElement>(null);
  const { formatMoney } = useMoneyWords();
  const chips = activeChips(query, (minor) => formatMoney(minor, currency, { compact: true }));

  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.defaultPrevented || isTextTarget(event.target)) return;
      if (document.querySelector('[role="dialog"][aria-modal="true"]')) return;
      event.preventDefault();
      search.current?.select();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);

  return (
    <search className={styles.bar} aria-label="Search and filter the register">
      <TextInput
        ref={search}
        className={styles.search ?? ''}
        aria-label="Search name, unit, owners and purpose"
        placeholder="Search name, unit, owners, purpose"
        value={query.text}
        maxLength={200}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size="1rem" stroke={1.5} aria-hidden="true" />}
        rightSection={
          query.text === '' ? (
            <Kbd>/</Kbd>
          ) : (
            <CloseButton
              size="sm"
              aria-label="Clear the search"
              onClick={() => {
                onChange({ ...query, text: '' });
                search.current?.focus();
              }}
            />
          )
        }
        onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && query.text !== '') onChange({ ...query, text: '' });
          if (event.key === 'ArrowDown' || event.key === 'Enter') {
            event.preventDefault();
            document.querySelector<HTMLElement>('table[aria-label="Register"]')?.focus();
          }
        }}
      />
      {FACETS.map((facet) => (
        <FacetFilter key={facet} facet={facet} rows={rows} query={query} onChange={onChange} />
      ))}
      <OwnerFilterMenu rows={rows} query={query} onChange={onChange} />
      <GapFilterMenu rows={rows} query={query} onChange={onChange} />
      <RangeFilterMenu query={query} onChange={onChange} currency={currency} />
      <div className={styles.tools}>{tools}</div>
      {chips.length === 0 ? null : (
        <ul className={styles.chips} aria-label="Filters in force">
          {chips.map((chip) => (
            <li key={chip.key}>
              <button
                type="button"
                className={styles.chip}
                aria-label={`Remove the filter ${chip.label}`}
                onClick={() => onChange(chip.without)}
              >
                <span>{chip.label}</span>
                <IconX size="0.75rem" stroke={2} aria-hidden="true" />
              </button>
            </li>
          ))}
          <li>
            <button
              type="button"
              className={styles.clear}
              onClick={() =>
                onChange({ ...EMPTY_QUERY, text: query.text, sort: query.sort, group: query.group })
              }
            >
              Clear all
            </button>
          </li>
        </ul>
      )}
    </search>
  );
});
