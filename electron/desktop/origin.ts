/** The one origin of the desktop page. */
export const PAGE_SCHEME = 'app';
export const PAGE_HOST = 'bundle';
export const PAGE_ORIGIN = `${PAGE_SCHEME}://${PAGE_HOST}`;

/** Where pages of ours may come from: the bundle, and in development the server that serves the sources. */
export interface PageOrigins {
  readonly isOwn: (url: string) => boolean;
  readonly start: string;
}

/**
 * The allowed origins. `devServer` counts only in an app that is not packaged: an environment variable must not point
 * a shipped app elsewhere.
 */
export function pageOrigins(isPackaged: boolean, devServer: string | undefined): PageOrigins {
  const dev = isPackaged ? undefined : originOf(devServer ?? '');
  return {
    isOwn: (url) => {
      const origin = originOf(url);
      return origin !== undefined && (origin === PAGE_ORIGIN || origin === dev);
    },
    start: dev === undefined ? `${PAGE_ORIGIN}/index.html` : (devServer ?? ''),
  };
}

/** Scheme and host, compared exactly. `URL.origin` says "null" for schemes Node does not know. */
function originOf(url: string): string | undefined {
  if (!URL.canParse(url)) return undefined;
  const { protocol, host, username, password } = new URL(url);
  return username === '' && password === '' && host !== '' ? `${protocol}//${host}` : undefined;
}
