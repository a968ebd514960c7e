import { request } from 'node:http';
import type { OpenFile } from '../platform/open-files.ts';

const PATIENCE_MS = 3_000;

/**
 * Asks the process that holds a file for a fresh address. Undefined when it does not answer as Pilotage does: then its
 * process number has gone to another program, and the lock on the file decides.
 */
export function askForAddress(holder: OpenFile): Promise<string | undefined> {
  const { port, control } = holder;
  if (port === undefined || control === undefined) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const asking = request(
      {
        host: '127.0.0.1',
        port,
        path: '/control',
        method: 'POST',
        agent: false,
        timeout: PATIENCE_MS,
        headers: {
          Authorization: `Bearer ${control}`,
          'Content-Type': 'application/json',
          'Content-Length': 2,
        },
      },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (part: string) => {
          text += part;
          if (text.length > 10_000) response.destroy();
        });
        response.on('close', () => resolve(addressIn(text, port)));
      },
    );
    asking.on('timeout', () => asking.destroy());
    asking.on('error', () => resolve(undefined));
    asking.end('{}');
  });
}

/** Only an address of the very server we asked is worth printing. */
function addressIn(text: string, port: number): string | undefined {
  try {
    const answer = JSON.parse(text) as { ok?: unknown; value?: { address?: unknown } };
    const address = answer.ok === true ? answer.value?.address : undefined;
    return typeof address === 'string' && address.startsWith(`http://127.0.0.1:${port}/#code=`)
      ? address
      : undefined;
  } catch {
    return undefined;
  }
}
