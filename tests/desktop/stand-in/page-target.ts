import type { AttachedTarget, CdpSession } from './cdp.ts';
import { openPopup } from './popup.ts';
import { theBrowser } from './runtime.ts';

/** A page of Chromium with the session that controls it. */
export interface PageTarget {
  readonly targetId: string;
  readonly cdp: CdpSession;
}

const arrived = new Map<string, CdpSession>();
const awaited = new Map<string, (session: CdpSession) => void>();

/** Takes a new page, which waits for us before it runs: one of our windows, or one that a page opened. */
export function adoptTarget({ sessionId, targetInfo }: AttachedTarget): void {
  const session = theBrowser().session(sessionId);
  const take = awaited.get(targetInfo.targetId);
  if (take) take(session);
  else if (targetInfo.openerId)
    openPopup({ targetId: targetInfo.targetId, cdp: session }, targetInfo.openerId, targetInfo.url);
  else arrived.set(targetInfo.targetId, session);
}

/** Creates the page of a new window. */
export async function createPageTarget(width: number, height: number): Promise<PageTarget> {
  const { targetId } = await theBrowser().send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width,
    height,
  });
  // The session can come before or after the answer.
  const cdp = arrived.get(targetId) ?? (await new Promise<CdpSession>((take) => awaited.set(targetId, take)));
  arrived.delete(targetId);
  awaited.delete(targetId);
  return { targetId, cdp };
}
