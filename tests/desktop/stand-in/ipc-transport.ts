import { createEvent } from './event.ts';
import { ipcMain } from './ipc-main.ts';
import { codec } from './node-codec.ts';
import type { Delivery } from './page/isolated-world.ts';
import type { WebContents } from './web-contents.ts';

/** First line of what a preload posts; the encoded arguments follow it. */
type Posted =
  | { readonly kind: 'invoke'; readonly id: number; readonly channel: string }
  | { readonly kind: 'send'; readonly channel: string }
  | { readonly kind: 'preload-error'; readonly message: string; readonly stack: string };

/** Handles what the preload of a page posted from the execution context `contextId`. */
export async function receivePosted(page: WebContents, contextId: number, payload: string): Promise<void> {
  const cut = payload.indexOf('\n');
  const posted = JSON.parse(payload.slice(0, cut)) as Posted;
  const body = payload.slice(cut + 1);
  if (posted.kind === 'preload-error') {
    process.stderr.write(`Unable to load preload script: ${page.preloadFile}\n${posted.stack}\n`);
    const error = Object.assign(new Error(posted.message), { stack: posted.stack });
    page.emit('preload-error', createEvent(), page.preloadFile, error);
    return;
  }
  const frame = page.mainFrame;
  const event = createEvent({
    type: 'frame',
    sender: page,
    senderFrame: frame,
    processId: frame.processId,
    frameId: frame.routingId,
    ports: [],
    reply: (channel: string, ...args: unknown[]) => page.send(channel, ...args),
  });
  const args = codec.decode(body) as unknown[];
  if (posted.kind === 'send') {
    page.emit('ipc-message', event, posted.channel, ...args);
    page.ipc.emit(posted.channel, event, ...args);
    ipcMain.emit(posted.channel, event, ...args);
    return;
  }
  const { id, channel } = posted;
  const handler = page.ipc.handlerOf(channel) ?? ipcMain.handlerOf(channel);
  let head: Delivery;
  let result = '';
  try {
    if (!handler) throw new Error(`No handler registered for '${channel}'`);
    result = codec.encode(await handler(event, ...args));
    head = { kind: 'reply', id };
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    head = { kind: 'reply', id, error: String(error) };
  }
  await deliver(page, contextId, head, result);
}

/** Sends an event to the preload of a page; lost, as in Electron, when there is none. */
export async function sendToPage(page: WebContents, channel: string, body: string): Promise<void> {
  await page.whenPrepared;
  if (page.preloadContext !== undefined)
    await deliver(page, page.preloadContext, { kind: 'event', channel }, body);
}

/** The text goes as an argument: pasting it into source text would have it parsed as a program. */
async function deliver(page: WebContents, contextId: number, head: Delivery, body: string): Promise<void> {
  const call = {
    functionDeclaration: 'function (head, body) { standInDeliver(head, body); }',
    executionContextId: contextId,
    arguments: [{ value: head }, { value: body }],
    silent: true,
  };
  // Fails when the page has gone on to another document: nobody waits for the message then.
  await page.cdp.send('Runtime.callFunctionOn', call).catch(() => {});
}
