import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';

/** One built file of the page, as it is answered. */
export interface BundleFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The built page: a fixed map from URL path to bytes. A path that is not a key does not exist. */
export interface Bundle {
  readonly get: (pathname: string) => BundleFile | undefined;
  /** The page itself with `nonce` in place of the build's placeholder. */
  readonly index: (nonce: string) => BundleFile;
}

/** What the build writes where the nonce of a load goes. */
export const NONCE_PLACEHOLDER = '__PILOTAGE_NONCE__';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Reads the built page into memory once. Nothing is looked up on disk afterwards, so no request can name a file
 * that was not built.
 */
export function readBundle(folder: string): Bundle {
  const files = new Map<string, BundleFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const type = TYPES[extname(entry.name)];
    if (type === undefined) continue;
    files.set(`/${relative(folder, path).split(sep).join('/')}`, { type, body: readFileSync(path) });
  }
  const page = files.get('/index.html');
  if (!page) throw new Error(`The built page is missing in ${folder}. Run "npm run build".`);
  const html = page.body.toString('utf8');
  files.delete('/index.html');
  return {
    get: (pathname) => files.get(pathname),
    index: (nonce) => ({ type: page.type, body: Buffer.from(html.replaceAll(NONCE_PLACEHOLDER, nonce)) }),
  };
}

/** True for the paths that answer with the page itself. Routes of the page live in the fragment. */
export function isIndexPath(pathname: string): boolean {
  return pathname === '/' || pathname === '/index.html';
}
