import { ChoiceList } from './choice-list.tsx';
import type { FilterProps } from './filter-bar.tsx';
import { FilterMenu } from './filter-menu.tsx';
import { FACET_NAMES, type Facet, facetChoices, toggleFacet } from './register-facets.ts';

interface FacetFilterProps extends FilterProps {
  readonly facet: Facet;
}

/** A filter whose values are ticked; each says how many initiatives it would show. */
export function FacetFilter({ facet, rows, query, onChange }: FacetFilterProps) {
  return (
    <FilterMenu name={FACET_NAMES[facet]} count={query[facet].length}>
      {() => (
        <ChoiceList
          what={FACET_NAMES[facet].toLowerCase()}
          choices={facetChoices(rows, query, facet)}
          onToggle={(value) => onChange(toggleFacet(query, facet, value))}
        />
      )}
    </FilterMenu>
  );
}
