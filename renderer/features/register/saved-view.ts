import type { Input } from '#shared/api/contract.ts';
import { type ColumnLayout, readColumnLayout } from './column-layout.ts';
import { formatRegisterQuery, parseRegisterQuery, type RegisterQuery } from './register-query.ts';

/** What a saved view of the register brings back. */
export interface RegisterView {
  readonly query: RegisterQuery;
  readonly layout: ColumnLayout;
}

type Body = Input<'saveView'>['body'];

/** A view as it is kept in the file: the query as in the address, the columns by their ids. */
export function viewBody({ query, layout }: RegisterView): Body {
  return {
    query: formatRegisterQuery(query),
    columns: {
      order: [...layout.order],
      hidden: [...layout.hidden],
      pinned: [...layout.pinned],
      widths: { ...layout.widths },
    },
  };
}

/**
 * A view from what a file holds. What this version does not know (a column, a filter, all of it) is left out: a view
 * made elsewhere brings back what it can and never breaks the screen.
 */
export function readView(body: unknown): RegisterView {
  const source = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {};
  return {
    query: parseRegisterQuery(typeof source.query === 'string' ? source.query : ''),
    layout: readColumnLayout(source.columns),
  };
}

/** True when two views show the same: order of keys and of ticks aside, which neither is seen. */
export function isSameView(a: RegisterView, b: RegisterView): boolean {
  const key = (view: RegisterView) => {
    const { order, hidden, pinned, widths } = view.layout;
    return JSON.stringify([
      formatRegisterQuery(parseRegisterQuery(formatRegisterQuery(view.query))),
      order,
      [...hidden].sort(),
      [...pinned].sort(),
      Object.entries(widths).sort(([left], [right]) => (left < right ? -1 : 1)),
    ]);
  };
  return key(a) === key(b);
}
