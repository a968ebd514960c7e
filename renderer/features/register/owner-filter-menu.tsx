import { useId } from 'react';
import { ChoiceList } from './choice-list.tsx';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { filterRegister } from './filter-register.ts';
import { OWNER_FILTER_NAMES, ownerChoices } from './register-facets.ts';
import { OWNER_FILTERS } from './register-query.ts';

/** Finds initiatives without an owner, or those of a person. */
export function OwnerFilterMenu(props: FilterProps) {
  const { owner, owners } = props.query;
  return (
    <FilterMenu name="Owner" count={(owner === null ? 0 : 1) + owners.length}>
      {() => <OwnerChoices {...props} />}
    </FilterMenu>
  );
}

function OwnerChoices({ rows, query, onChange }: FilterProps) {
  const name = useId();
  const people = ownerChoices(rows, query);
  return (
    <>
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
      {people.length === 0 ? null : (
        <div className={styles.part}>
          <ChoiceList
            what="person"
            choices={people}
            onToggle={(person) =>
              onChange({
                ...query,
                owners: query.owners.includes(person)
                  ? query.owners.filter((one) => one !== person)
                  : [...query.owners, person],
              })
            }
          />
        </div>
      )}
    </>
  );
}
