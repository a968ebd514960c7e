import { randomUUID } from 'node:crypto';
import { PRELOAD_WORLD, preloadScripts } from './preload-source.ts';
import { defaultSession } from './session.ts';
import type { WebContents } from './web-contents.ts';

/** Prepares a new page while it is still paused, then lets it run. */
export async function preparePage(page: WebContents, additionalArguments: readonly string[]): Promise<void> {
  const { cdp, preloadFile } = page;
  const patterns: { urlPattern: string; requestStage: 'Request' | 'Response' }[] = [
    { urlPattern: '*', requestStage: 'Request' },
  ];
  if (defaultSession.webRequest.hasListener('onHeadersReceived')) {
    patterns.push({ urlPattern: '*', requestStage: 'Response' });
  }
  // Sent in this order without waiting for the answers: the protocol keeps the order.
  const steps: Promise<unknown>[] = [
    cdp.send('Page.enable'),
    cdp.send('Runtime.enable'),
    cdp.send('Inspector.enable'),
    cdp.send('Fetch.enable', { patterns }),
  ];
  if (preloadFile !== undefined) {
    const facts = {
      platform: process.platform,
      arch: process.arch,
      versions: { ...process.versions },
      argv: [process.argv[0], ...additionalArguments],
      env: {},
    };
    const { mainWorld, isolatedWorld } = preloadScripts(preloadFile, randomUUID(), facts);
    steps.push(
      cdp.send('Runtime.addBinding', { name: 'standInPost', executionContextName: PRELOAD_WORLD }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: mainWorld }),
      cdp.send('Page.addScriptToEvaluateOnNewDocument', { source: isolatedWorld, worldName: PRELOAD_WORLD }),
    );
  }
  steps.push(cdp.send('Runtime.runIfWaitingForDebugger'));
  await Promise.all(steps);
}
