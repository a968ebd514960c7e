export const INITIATIVE_TABS = [
  'summary',
  'gaps',
  'checklist',
  'value',
  'forward',
  'details',
  'activity',
] as const;
export type InitiativeTab = (typeof INITIATIVE_TABS)[number];

export const TAB_NAMES: Readonly<Record<InitiativeTab, string>> = {
  summary: 'Summary',
  gaps: 'Gaps',
  checklist: 'Checklist',
  value: 'Value',
  forward: 'Forward model',
  details: 'Details',
  activity: 'Activity',
};

/** The tab of a route; a missing or unknown one is the summary. */
export function tabOf(route: string | undefined): InitiativeTab {
  return INITIATIVE_TABS.find((tab) => tab === route) ?? 'summary';
}

/** The tab an arrow, Home or End goes to from `tab`; undefined for other keys. The row of tabs has no end. */
export function tabForKey(tab: InitiativeTab, key: string): InitiativeTab | undefined {
  const count = INITIATIVE_TABS.length;
  const at = INITIATIVE_TABS.indexOf(tab);
  switch (key) {
    case 'ArrowRight':
      return INITIATIVE_TABS[(at + 1) % count];
    case 'ArrowLeft':
      return INITIATIVE_TABS[(at + count - 1) % count];
    case 'Home':
      return INITIATIVE_TABS[0];
    case 'End':
      return INITIATIVE_TABS[count - 1];
    default:
      return undefined;
  }
}
