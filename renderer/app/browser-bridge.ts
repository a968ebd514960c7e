import { type Bridge, type CallName, type Client, contract, type HostEvent } from '#shared/api/contract.ts';
import type { ErrorCode, Result } from '#shared/api/errors.ts';
import { decodeWire, encodeWire } from '#shared/api/wire.ts';

/** Per tab and per origin, port included; never sent by the browser on its own; gone with the tab. */
const BEARER_KEY = 'pilotage.bearer';
const START_CODE = /^#code=([A-Za-z0-9_-]+)$/;
const UPLOAD_LIMIT = 64 * 1024 * 1024;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 10_000;

type Answer = Result<unknown>;
const failure = (code: ErrorCode, message: string): Answer => ({ ok: false, error: { code, message } });

const STOPPED =
  'Pilotage does not answer. If you ended it in the terminal, start it again and open the new address.';
const SIGNED_OUT =
  'This tab is no longer connected to Pilotage. Press Enter in the terminal where it runs and open the fresh address.';

/**
 * Browser mode's side of the contract: exchanges the one-time code of the address for a bearer, then calls over HTTP.
 * Rejects with a sentence for the person when this tab may not connect.
 */
export async function connectBrowserBridge(): Promise<Bridge> {
  // A fresh address pasted into this tab changes only the fragment, which alone loads nothing.
  window.addEventListener('hashchange', () => {
    if (START_CODE.test(window.location.hash)) window.location.reload();
  });
  const bearer = await signIn();
  const names = Object.keys(contract) as CallName[];
  const client = Object.fromEntries(
    names.map((name) => [name, (input: unknown) => call(bearer, name, input)]),
  ) as unknown as Client;
  return { client: Object.freeze(client), subscribe: createEvents(bearer) };
}

/** The bearer of this tab: by the code in the address, or the one a reload of the tab still holds. */
async function signIn(): Promise<string> {
  const kept = sessionStorage.getItem(BEARER_KEY);
  const code = START_CODE.exec(window.location.hash)?.[1];
  if (code === undefined) {
    if (kept === null) throw new Error(SIGNED_OUT);
    return kept;
  }
  // Out of the address bar and the history before anything else can fail.
  history.replaceState(history.state, '', window.location.pathname);
  const answer = await exchange(code);
  if (!answer.ok) {
    // An address opened again in the tab that used it: the tab is still signed in.
    if (answer.error.code === 'unauthorised' && kept !== null) return kept;
    throw new Error(answer.error.message);
  }
  const { bearer } = answer.value as { bearer: string };
  sessionStorage.setItem(BEARER_KEY, bearer);
  return bearer;
}

async function exchange(code: string): Promise<Answer> {
  const answer = await post('/session', JSON.stringify({ code }), { 'Content-Type': 'application/json' });
  if (answer.ok || answer.error.code !== 'conflict') return answer;
  if (!window.confirm(`${answer.error.message} Go on here? The other tab is then disconnected.`)) {
    return failure('cancelled', 'Pilotage stays open in the other tab. Close this one.');
  }
  return post('/session', JSON.stringify({ code, isTakingOver: true }), {
    'Content-Type': 'application/json',
  });
}

async function call(bearer: string, name: CallName, input: unknown): Promise<Answer> {
  if (name === 'stageFile') return upload(bearer, input as { name: string; bytes: Uint8Array<ArrayBuffer> });
  return post(`/api/${name}`, encodeWire(input ?? {}), {
    'Content-Type': 'application/json',
    Authorization: `Bearer ${bearer}`,
  });
}

async function upload(
  bearer: string,
  file: { name: string; bytes: Uint8Array<ArrayBuffer> },
): Promise<Answer> {
  if (file.bytes.byteLength > UPLOAD_LIMIT) {
    const size = Math.ceil(file.bytes.byteLength / 1024 / 1024);
    return failure(
      'too_large',
      `"${file.name}" is ${size} MB; at most 64 MB can be read. Split it into smaller files. Nothing was changed.`,
    );
  }
  return post('/upload', file.bytes, {
    'Content-Type': 'application/octet-stream',
    'X-File-Name': encodeURIComponent(file.name),
    Authorization: `Bearer ${bearer}`,
  });
}

async function post(
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string>,
): Promise<Answer> {
  try {
    const response = await fetch(path, {
      method: 'POST',
      body,
      headers,
      credentials: 'omit',
      redirect: 'error',
    });
    if (response.status === 401) return failure('unauthorised', SIGNED_OUT);
    return decodeWire(await response.text()) as Answer;
  } catch {
    return failure('unavailable', STOPPED);
  }
}

/** One event stream for however many listeners, opened with the first and ended with the last. */
function createEvents(bearer: string): Bridge['subscribe'] {
  const listeners = new Set<(event: HostEvent) => void>();
  const emit = (event: HostEvent) => {
    for (const listener of listeners) listener(event);
  };
  let stop: AbortController | undefined;
  return (listener) => {
    listeners.add(listener);
    if (!stop) {
      stop = new AbortController();
      void listen(bearer, emit, stop.signal);
    }
    return () => {
      listeners.delete(listener);
      if (listeners.size > 0) return;
      stop?.abort();
      stop = undefined;
    };
  };
}

/** Reads events until told to stop; after a break it comes back and has everything fetched anew. */
async function listen(bearer: string, emit: (event: HostEvent) => void, signal: AbortSignal): Promise<void> {
  let isFirst = true;
  let pause = FIRST_RETRY_MS;
  while (!signal.aborted) {
    const outcome = await readStream(bearer, signal, emit, () => {
      // What happened during the break is unknown.
      if (!isFirst) emit({ type: 'switched' });
      isFirst = false;
      pause = FIRST_RETRY_MS;
    });
    if (outcome === 'signed-out') return;
    await new Promise((resolve) => setTimeout(resolve, pause));
    pause = Math.min(pause * 2, LONGEST_RETRY_MS);
  }
}

async function readStream(
  bearer: string,
  signal: AbortSignal,
  emit: (event: HostEvent) => void,
  onOpen: () => void,
): Promise<'broken' | 'signed-out'> {
  try {
    const response = await fetch('/events', {
      method: 'POST',
      body: '{}',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${bearer}` },
      credentials: 'omit',
      signal,
    });
    if (response.status === 401) return 'signed-out';
    if (!response.ok || !response.body) return 'broken';
    onOpen();
    let rest = '';
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const lines = (rest + part.value).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line !== '') emit(decodeWire(line) as HostEvent);
    }
  } catch {
    // Aborted, or the connection broke: the caller decides.
  }
  return 'broken';
}
