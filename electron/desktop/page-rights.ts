import type { PageOrigins } from './origin.ts';

/** Copying rows as text is the one permission the page has. */
export function mayUse(permission: string, url: string, origins: PageOrigins): boolean {
  return permission === 'clipboard-sanitized-write' && origins.isOwn(url);
}

/** Only the page's own files and what it made itself; the app makes no network request. */
export function mayLoad(url: string, origins: PageOrigins): boolean {
  if (origins.isOwn(url) || /^(data|blob):/i.test(url)) return true;
  // The development server's live reload, and the inspector, exist only beside a development server.
  if (!origins.start.startsWith('http')) return false;
  return /^devtools:/i.test(url) || origins.isOwn(url.replace(/^ws/i, 'http'));
}
