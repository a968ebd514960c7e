import { NativeSelect } from '@mantine/core';
import { GAP_NAMES, GAPS, type Gap } from '#shared/domain/gap.ts';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import type { GapFilter, RegisterQuery } from './register-query.ts';

const BOUNDS: readonly { readonly value: string; readonly label: string }[] = [
  { value: '', label: 'any level' },
  { value: 'unassessed', label: 'not assessed' },
  { value: '1', label: 'below 1' },
  { value: '2', label: 'below 2' },
  { value: '3', label: 'below 3' },
  { value: '4', label: 'below 4' },
];

/** The query with the bound of one gap set; '' takes it away. */
export function withGapBound(query: RegisterQuery, gap: Gap, bound: string): RegisterQuery {
  const others = query.gaps.filter((filter) => filter.gap !== gap);
  const below: GapFilter['below'] | undefined =
    bound === 'unassessed' ? bound : ([1, 2, 3, 4] as const).find((level) => String(level) === bound);
  return { ...query, gaps: below === undefined ? others : [...others, { gap, below }] };
}

/** Finds initiatives whose gaps are below a level, or were never assessed. */
export function GapFilterMenu({ query, onChange }: FilterProps) {
  return (
    <FilterMenu name="Gap" count={query.gaps.length}>
      {() => (
        <div className={styles.gaps}>
          {GAPS.map((gap) => (
            <NativeSelect
              key={gap}
              label={GAP_NAMES[gap]}
              data={[...BOUNDS]}
              value={String(query.gaps.find((filter) => filter.gap === gap)?.below ?? '')}
              onChange={(event) => onChange(withGapBound(query, gap, event.currentTarget.value))}
            />
          ))}
        </div>
      )}
    </FilterMenu>
  );
}
