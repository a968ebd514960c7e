import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { listSavedViews } from '#db/read/saved-views.ts';
import type { Parsed } from '#shared/api/contract.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

function views() {
  const { run, newId, db } = newTestPortfolio();
  const save = (name: string, body: Parsed<'saveView'>['body']) =>
    run('saveView', (tx) => commands.saveView(tx, { screen: 'register', name, body }, newId)).value.id;
  return { run, save, list: () => listSavedViews(db()) };
}

describe('saveView() and removeView()', () => {
  it('keep views in the order they were saved, each with what the screen gave', () => {
    const { save, list } = views();
    const body = { sort: [{ id: 'name', desc: true }], width: 12.5, text: 'Größe “x”', none: null };
    const [b, a] = [save('B', body), save('A', {})];
    expect(list()).toEqual([
      { id: b, screen: 'register', name: 'B', body },
      { id: a, screen: 'register', name: 'A', body: {} },
    ]);
  });

  it('replace one of the same name in its place', () => {
    const { save, list } = views();
    const first = save('A', { n: 1 });
    save('B', {});
    expect(save(' A ', { n: 2 })).toBe(first);
    expect(list().map(({ name, body }) => [name, body])).toEqual([
      ['A', { n: 2 }],
      ['B', {}],
    ]);
  });

  it('remove one, once', () => {
    const { save, list, run } = views();
    const [a, b] = [save('A', {}), save('B', {})];
    const remove = () => run('removeView', (tx) => commands.removeView(tx, { id: a }));
    remove();
    expect(list().map(({ id }) => id)).toEqual([b]);
    expect(remove).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
