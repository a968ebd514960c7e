import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Router } from 'wouter';
import { createQueryClient } from '#renderer/app/query-client.ts';
import type { CallName, Input, Output } from '#shared/api/contract.ts';
import type { Status } from '#shared/api/schemas/views.ts';

/** An answer the page already holds. */
export function answered<C extends CallName>(name: C, input: Input<C>, output: Output<C>) {
  return { key: [name, input] as const, output };
}

interface PageState {
  readonly status?: Status;
  readonly answers?: readonly { readonly key: readonly unknown[]; readonly output: unknown }[];
  /** The route. */
  readonly path?: string;
}

/** The markup of an element on a page that holds these answers of the host; nothing is asked for. */
export function markup(element: ReactElement, { status, answers = [], path = '/portfolio' }: PageState = {}) {
  const queries = createQueryClient();
  if (status) queries.setQueryData(['getStatus', {}], status);
  for (const { key, output } of answers) queries.setQueryData(key, output);
  return renderToStaticMarkup(
    <MantineProvider>
      <QueryClientProvider client={queries}>
        <Router hook={() => [path, () => {}]} searchHook={() => ''}>
          {element}
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  ).replace(/<style[^>]*>.*?<\/style>/gs, '');
}

/** The text a reader gets, parts that are only spoken included. */
export function textOf(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x27;', "'")
    .replace(/\s+/g, ' ')
    .trim();
}

/** The opening tag of the first button whose content holds this text. */
export function buttonTag(html: string, text: string): string {
  const found = [...html.matchAll(/<(?:button|a)\b[^>]*>.*?<\/(?:button|a)>/gs)].find(([button]) =>
    textOf(button).includes(text),
  );
  if (!found) throw new Error(`no button "${text}" in ${textOf(html)}`);
  return found[0].slice(0, found[0].indexOf('>') + 1);
}
