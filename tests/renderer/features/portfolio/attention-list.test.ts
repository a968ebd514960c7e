import { describe, expect, it } from 'vitest';
import { attentionRoute } from '#renderer/features/portfolio/attention-list.tsx';

describe('attentionRoute()', () => {
  it('leads to the only initiative concerned', () => {
    expect(attentionRoute({ kind: 'silent', count: 1, text: '', initiativeIds: ['a1'] })).toBe(
      '/initiative/a1',
    );
  });

  it('leads to exactly the initiatives listed when all are listed', () => {
    expect(attentionRoute({ kind: 'no_owner', count: 2, text: '', initiativeIds: ['a', 'b'] })).toBe(
      '/register?ids=a,b',
    );
  });

  it('uses the filter of the register when more are concerned than are listed', () => {
    expect(attentionRoute({ kind: 'no_owner', count: 900, text: '', initiativeIds: ['a', 'b'] })).toBe(
      '/register?owner=missing',
    );
    expect(attentionRoute({ kind: 'no_levels', count: 900, text: '', initiativeIds: ['a'] })).toBe(
      '/register?gap=data:unassessed,integration:unassessed,evaluation:unassessed,governance:unassessed,change:unassessed',
    );
  });

  it('leads to those listed when there is no filter for the rest', () => {
    expect(attentionRoute({ kind: 'silent', count: 900, text: '', initiativeIds: ['a', 'b'] })).toBe(
      '/register?ids=a,b',
    );
  });
});
