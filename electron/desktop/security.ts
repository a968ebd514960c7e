import { type App, type Session, session, type WebContents } from 'electron';
import type { PageOrigins } from './origin.ts';
import { mayLoad, mayUse } from './page-rights.ts';

/** Refuses everything a page could ask of the system or the network. Must run before the first window. */
export function lockDownSession(origins: PageOrigins): void {
  const every: Session = session.defaultSession;
  every.setPermissionRequestHandler((contents, permission, answer) =>
    answer(mayUse(permission, contents?.getURL() ?? '', origins)),
  );
  every.setPermissionCheckHandler((_contents, permission, origin) => mayUse(permission, origin, origins));
  every.setDevicePermissionHandler(() => false);
  every.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !mayLoad(details.url, origins) }));
  // Files are written by the main process after a dialog, never by a download.
  every.on('will-download', (event) => event.preventDefault());
}

/** Keeps every page where it is: no new windows, no navigation away, no embedded pages. */
export function lockDownContents(app: App, origins: PageOrigins): void {
  app.on('web-contents-created', (_event, contents: WebContents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    const stayHome = (event: { preventDefault: () => void }, url: string) => {
      if (!origins.isOwn(url)) event.preventDefault();
    };
    contents.on('will-navigate', stayHome);
    contents.on('will-redirect', stayHome);
    contents.on('will-frame-navigate', (details) => stayHome(details, details.url));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}
