import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { MENU, menuCommands } from '#electron/desktop/commands.ts';

const root = resolve(import.meta.dirname, '../../..');
/** The page's own list, read as text: the two programs do not import each other. */
const page = readFileSync(resolve(root, 'renderer/app/commands.ts'), 'utf8');
const pageIds = [
  ...[...page.matchAll(/\bid: '([a-z.-]+)'/g)].map(([, id]) => id),
  ...[...page.matchAll(/\bgoTo\('([a-z-]+)'/g)].map(([, id]) => `go.${id}`),
];
const main = readFileSync(resolve(root, 'electron/main.ts'), 'utf8');

describe('MENU', () => {
  it.each(
    menuCommands()
      .filter(({ by }) => by === 'page')
      .map(({ id }) => id),
  )('sends %s, which the page knows', (id) => {
    expect(pageIds).toContain(id);
  });

  it.each(
    menuCommands()
      .filter(({ by }) => by === 'host')
      .map(({ id }) => id),
  )('offers %s, which the app does', (id) => {
    expect(main).toContain(`id === '${id}'`);
  });

  it('gives no key twice', () => {
    const keys = menuCommands().flatMap(({ accelerator }) => accelerator ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('names an entry once within its group', () => {
    for (const { items } of MENU) {
      const labels = items.flatMap((item) => (item === 'separator' ? [] : item.label));
      expect(new Set(labels).size).toBe(labels.length);
    }
  });
});
