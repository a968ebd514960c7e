import { protocol } from 'electron';
import type { Bundle } from '../platform/bundle.ts';
import { PAGE_SCHEME } from './origin.ts';
import { answerPageRequest } from './page-answer.ts';

/** Must run before the app is ready. The page obeys its policy and reaches its own origin only. */
export function registerPageScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: PAGE_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the built page from memory. */
export function servePage(bundle: Bundle): void {
  protocol.handle(PAGE_SCHEME, (request) => answerPageRequest(bundle, request.method, request.url));
}
