export const INITIATIVE_TABS = [
  'summary',
  'gaps',
  'checklist',
  'value',
  'forward',
  'assets',
  'risk',
  'tripwires',
  'decisions',
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
  assets: 'Assets',
  risk: 'Risk',
  tripwires: 'Tripwires',
  decisions: 'Decisions',
  details: 'Details',
  activity: 'Activity',
};

/** Places that once stood among the details, and the tab they are on now. */
const MOVED: readonly (readonly [place: RegExp, tab: InitiativeTab])[] = [
  [/^tripwire:/, 'tripwires'],
  [/^(incident:|field:(riskClass|oversight)$)/, 'risk'],
];

/**
 * The tab of a route; a missing or unknown one is the summary.
 * @param place what the address asks for on the tab, such as `tripwire:id`: an old address finds it where it is now
 */
export function tabOf(route: string | undefined, place: string | null = null): InitiativeTab {
  const tab = INITIATIVE_TABS.find((one) => one === route) ?? 'summary';
  if (tab !== 'details' || place === null) return tab;
  return MOVED.find(([moved]) => moved.test(place))?.[1] ?? tab;
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
