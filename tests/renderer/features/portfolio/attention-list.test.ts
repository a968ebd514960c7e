import { describe, expect, it } from 'vitest';
import { INITIATIVE_TABS } from '#renderer/features/initiative/initiative-tabs.ts';
import { fixRoute, registerRoute } from '#renderer/features/portfolio/attention-list.tsx';
import { filterRegister } from '#renderer/features/register/filter-register.ts';
import { parseRegisterQuery } from '#renderer/features/register/register-query.ts';
import { ATTENTION_KINDS, FIX_TABS } from '#shared/portfolio/attention-kinds.ts';
import { registerRow } from '#tests/renderer/features/register/rows.ts';

describe('fixRoute()', () => {
  it('knows only tabs there are', () => {
    expect(INITIATIVE_TABS).toEqual(expect.arrayContaining([...FIX_TABS]));
  });

  it('leads to the tab and the field', () => {
    expect(fixRoute({ id: 'a1', tab: 'gaps', focus: 'evidence:data' })).toBe(
      '/initiative/a1/gaps?focus=evidence:data',
    );
    expect(fixRoute({ id: 'a1', tab: 'details', focus: null })).toBe('/initiative/a1/details');
  });
});

describe('registerRoute()', () => {
  it.each(ATTENTION_KINDS)('is a filter the register knows, for %s', (kind) => {
    const search = registerRoute(kind).split('?')[1] ?? '';
    expect(parseRegisterQuery(search).attention).toEqual([kind]);
  });

  it('finds the rows that need attention for it, whatever else they need', () => {
    const rows = [
      registerRow({ id: 'a', attention: ['silent', 'no_owner'] }),
      registerRow({ id: 'b', attention: ['silent'] }),
      registerRow({ id: 'c' }),
    ];
    const query = parseRegisterQuery(registerRoute('no_owner').split('?')[1] ?? '');
    expect(filterRegister(rows, query).map(({ id }) => id)).toEqual(['a']);
  });
});
