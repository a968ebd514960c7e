import { TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './filter-bar.module.css';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { foldText } from './filter-register.ts';
import { FACET_NAMES, type Facet, facetChoices, toggleFacet } from './register-facets.ts';

interface FacetFilterProps extends FilterProps {
  readonly facet: Facet;
}

/** A filter whose values are ticked; each says how many initiatives it would show. */
export function FacetFilter(props: FacetFilterProps) {
  return (
    <FilterMenu name={FACET_NAMES[props.facet]} count={props.query[props.facet].length}>
      {() => <FacetChoices {...props} />}
    </FilterMenu>
  );
}

/** More values than this get a field to find one. */
const MANY = 16;

function FacetChoices({ facet, rows, query, onChange }: FacetFilterProps) {
  const [text, setText] = useState('');
  const choices = facetChoices(rows, query, facet);
  const wanted = foldText(text.trim());
  const shown = choices.filter((choice) => foldText(choice.name).includes(wanted));
  return (
    <>
      {choices.length > MANY ? (
        <TextInput
          aria-label={`Find a ${FACET_NAMES[facet].toLowerCase()}`}
          placeholder={`Find among ${choices.length}`}
          value={text}
          className={styles.find ?? ''}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <ul className={styles.choices}>
        {shown.map((choice) => (
          <li key={choice.value}>
            <label className={styles.choice} data-empty={choice.count === 0 || undefined}>
              <input
                type="checkbox"
                checked={choice.isChosen}
                onChange={() => onChange(toggleFacet(query, facet, choice.value))}
              />
              <span className={styles.choiceName}>{choice.name}</span>
              <span className={styles.choiceCount}>{choice.count}</span>
            </label>
          </li>
        ))}
        {shown.length === 0 ? <li className={styles.nothing}>Nothing with that name.</li> : null}
      </ul>
    </>
  );
}
