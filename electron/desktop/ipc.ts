// Stops a page that is not ours, a frame inside ours, or a page that has navigated away from calling into the app, and
// keeps whatever it sends from reaching a handler unchecked.
import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { type CallName, contract } from '#shared/api/contract.ts';
import type { Result } from '#shared/api/errors.ts';
import { callChannel } from './channels.ts';
import type { PageOrigins } from './origin.ts';

/** What one window's page talks to. */
export interface CallTarget {
  readonly call: (name: CallName, input: unknown) => Promise<Result<unknown>>;
}

export interface IpcOptions {
  readonly ipcMain: Pick<IpcMain, 'handle'>;
  readonly origins: PageOrigins;
  /** The window a page belongs to; undefined when it is none of ours. */
  readonly targetOf: (sender: WebContents) => CallTarget | undefined;
  readonly log: (message: string, error?: unknown) => void;
}

const REFUSED: Result<never> = {
  ok: false,
  error: { code: 'unauthorised', message: 'Refused: this page may not call Pilotage.' },
};

/** The one place that touches `ipcMain`: a channel for each call of the contract, each behind the same check. */
export function handleCalls({ ipcMain, origins, targetOf, log }: IpcOptions): void {
  for (const name of Object.keys(contract) as CallName[]) {
    ipcMain.handle(callChannel(name), async (event, input: unknown, ...rest: unknown[]) => {
      const target = isOwnPage(event, origins) && rest.length === 0 ? targetOf(event.sender) : undefined;
      if (!target) {
        log(`refused a call of ${name} from ${event.senderFrame?.url ?? 'a frame that is gone'}`);
        return REFUSED;
      }
      try {
        return await target.call(name, input);
      } catch (error) {
        log(`call ${name} failed`, error);
        return INTERNAL;
      }
    });
  }
}

const INTERNAL: Result<never> = {
  ok: false,
  error: { code: 'internal', message: 'Something went wrong inside Pilotage. Try again.' },
};

/** The top frame of the page, at our origin, now. The frame is null once the page has navigated or closed. */
function isOwnPage(event: IpcMainInvokeEvent, origins: PageOrigins): boolean {
  const frame = event.senderFrame;
  return (
    frame !== null &&
    frame === event.sender.mainFrame &&
    origins.isOwn(frame.origin) &&
    origins.isOwn(frame.url)
  );
}
