/** The columns of the register that are written into where they stand. */
export const EDIT_COLUMNS = ['name', 'unit', 'stage', 'businessOwner', 'technicalOwner'] as const;
export type EditColumn = (typeof EDIT_COLUMNS)[number];

export const EDIT_NAMES: Readonly<Record<EditColumn, string>> = {
  name: 'Name',
  unit: 'Unit',
  stage: 'Stage',
  businessOwner: 'Business owner',
  technicalOwner: 'Technical owner',
};

/** Most characters of each text column, as the contract has them. */
export const EDIT_LENGTHS: Readonly<Record<Exclude<EditColumn, 'stage'>, number>> = {
  name: 500,
  unit: 300,
  businessOwner: 200,
  technicalOwner: 200,
};

export function isEditColumn(column: string | undefined): column is EditColumn {
  return (EDIT_COLUMNS as readonly (string | undefined)[]).includes(column);
}

/** The column Tab goes to while editing; null at either end. */
export function nextEditColumn(column: EditColumn, isBack: boolean): EditColumn | null {
  return EDIT_COLUMNS[EDIT_COLUMNS.indexOf(column) + (isBack ? -1 : 1)] ?? null;
}
