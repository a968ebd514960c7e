import { FORMULAS } from '#shared/formulas/catalogue.ts';

interface CatalogueStatementProps {
  readonly id: string;
  readonly className: string | undefined;
}

/** The equation of an entry of the catalogue; nothing for an id it does not know. */
export function CatalogueStatement({ id, className }: CatalogueStatementProps) {
  const formula = FORMULAS.find((one) => one.id === id);
  return formula === undefined ? null : <p className={className}>{formula.statement}</p>;
}
