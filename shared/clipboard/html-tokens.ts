import { decodeEntities } from './html-entities.ts';

export type HtmlToken =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'open'; readonly name: string; readonly attributes: ReadonlyMap<string, string> }
  | { readonly type: 'close'; readonly name: string };

/** Elements whose content is no text of the page. */
const SILENT = new Set(['script', 'style', 'title', 'template', 'textarea', 'noscript', 'xml']);
const TAG = /<(\/?)([A-Za-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'<>])*)>/y;
const ATTRIBUTE = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/**
 * The tags and texts of HTML from the clipboard, one after the other. Comments, Office's conditional sections, scripts
 * and styles are left out. Nothing is run and nothing is loaded: this only looks at characters.
 */
export function* htmlTokens(html: string): Generator<HtmlToken> {
  let at = 0;
  while (at < html.length) {
    const next = html.indexOf('<', at);
    const until = next < 0 ? html.length : next;
    if (until > at) yield { type: 'text', text: decodeEntities(html.slice(at, until)) };
    if (next < 0) return;
    if (html.startsWith('<!--', next)) {
      at = after(html, '-->', next + 4);
      continue;
    }
    if (html[next + 1] === '!' || html[next + 1] === '?') {
      at = after(html, '>', next);
      continue;
    }
    TAG.lastIndex = next;
    const tag = TAG.exec(html);
    if (tag === null) {
      yield { type: 'text', text: '<' };
      at = next + 1;
      continue;
    }
    const [whole, slash, name = '', rest = ''] = tag;
    const lower = name.toLowerCase();
    at = next + whole.length;
    if (slash === '/') yield { type: 'close', name: lower };
    else if (SILENT.has(lower)) {
      if (!rest.endsWith('/')) at = afterElement(html, lower, at);
    } else yield { type: 'open', name: lower, attributes: attributesOf(rest) };
  }
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

function afterElement(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}\\s*>`, 'gi');
  close.lastIndex = from;
  return close.exec(html) === null ? html.length : close.lastIndex;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = '', double, single, bare] of text.matchAll(ATTRIBUTE))
    attributes.set(name.toLowerCase(), decodeEntities(double ?? single ?? bare ?? ''));
  return attributes;
}
