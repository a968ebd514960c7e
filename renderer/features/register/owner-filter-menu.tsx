import { useId } from 'react';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { filterRegister } from './filter-register.ts';
import { OWNER_FILTER_NAMES } from './register-facets.ts';
import { OWNER_FILTERS } from './register-query.ts';

/** Finds initiatives without an owner. */
export function OwnerFilterMenu(props: FilterProps) {
  return (
    <FilterMenu name="Owner" count={props.query.owner === null ? 0 : 1}>
      {() => <OwnerChoices {...props} />}
    </FilterMenu>
  );
}

function OwnerChoices({ rows, query, onChange }: FilterProps) {
  const name = useId();
  return (
    <ul className={styles.choices}>
      {[null, ...OWNER_FILTERS].map((owner) => (
        <li key={owner ?? 'all'}>
          <label className={styles.choice}>
            <input
              type="radio"
              name={name}
              checked={query.owner === owner}
              onChange={() => onChange({ ...query, owner })}
            />
            <span className={styles.choiceName}>{owner === null ? 'All' : OWNER_FILTER_NAMES[owner]}</span>
            <span className={styles.choiceCount}>{filterRegister(rows, { ...query, owner }).length}</span>
          </label>
        </li>
      ))}
    </ul>
  );
}
