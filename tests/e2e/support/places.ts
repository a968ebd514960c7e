import type { Page } from '@playwright/test';
import { expect } from './test.ts';

/** The screens of the app: address and heading. */
export const SCREENS = {
  '/portfolio': 'Portfolio',
  '/register': 'Register',
  '/months': 'Month entry',
  '/policy': 'Policy',
  '/report': 'Board report',
  '/import': 'Import',
  '/settings': 'Settings',
  '/help': 'Help',
  '/help/benchmarks': 'Published figures',
  '/recovery': 'Recovery',
} as const;

/** The tabs of an initiative: last part of the address and name. */
export const TABS = {
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
} as const;

/** Every place of the app, and of one of its initiatives. */
export const placesOf = (initiativeId: string): readonly string[] => [
  ...Object.keys(SCREENS),
  ...Object.keys(TABS).map((tab) => `/initiative/${initiativeId}/${tab}`),
];

/** The id of an initiative, from its link in the register. */
export async function idOf(page: Page, name: string): Promise<string> {
  await show(page, '/register');
  const link = await page.getByRole('link', { name, exact: true }).getAttribute('href');
  return link?.split('/')[2] ?? '';
}

/** Goes to a place and waits until it is there, with what it reads. */
export async function show(page: Page, path: string): Promise<void> {
  await page.evaluate(`window.location.hash = ${JSON.stringify(path)}`);
  const tab = Object.entries(TABS).find(([id]) => path.startsWith('/initiative/') && path.endsWith(`/${id}`));
  const screen = Object.entries(SCREENS).find(([address]) => address === path);
  if (tab !== undefined)
    await expect(page.getByRole('tab', { name: tab[1], exact: true })).toHaveAttribute(
      'aria-selected',
      'true',
    );
  else if (screen !== undefined)
    await expect(page.getByRole('heading', { level: 1, name: screen[1], exact: true })).toBeVisible();
  else throw new Error(`${path} is no place of the app.`);
  await expect(page.getByText(/^Reading .*…$/)).toHaveCount(0);
}
