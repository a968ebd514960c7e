import { type Bundle, type BundleFile, isIndexPath } from '../platform/bundle.ts';
import { newNonce, securityHeaders } from '../platform/page-policy.ts';
import { PAGE_HOST } from './origin.ts';

/**
 * Answers a request for the page. The URL is taken as text and must be a key of the fixed map: nothing is decoded,
 * joined or looked up on disk, so there is no path to escape from.
 */
export function answerPageRequest(bundle: Bundle, method: string, url: string): Response {
  const nonce = newNonce();
  const refuse = (status: number) => new Response(null, { status, headers: securityHeaders(nonce) });
  if (method !== 'GET') return refuse(405);
  const path = new RegExp(`^app://${PAGE_HOST}(/[A-Za-z0-9._~/-]*)?(?:[?#].*)?$`, 's').exec(url);
  if (!path) return refuse(400);
  const pathname = path[1] ?? '/';
  if (pathname.includes('..')) return refuse(400);
  const file = isIndexPath(pathname) ? bundle.index(nonce) : bundle.get(pathname);
  return file ? found(file, nonce) : refuse(404);
}

function found(file: BundleFile, nonce: string): Response {
  return new Response(new Uint8Array(file.body), {
    headers: { ...securityHeaders(nonce), 'Content-Type': file.type },
  });
}
