/** What an app may answer to a request. */
export interface RequestAnswer {
  readonly cancel?: boolean;
  readonly redirectURL?: string;
  readonly responseHeaders?: Readonly<Record<string, string | readonly string[]>>;
}

/** Fields of a request that a listener gets; the URL is the app's. */
export interface RequestDetails {
  readonly url: string;
  readonly [more: string]: unknown;
}

type Listener = (details: RequestDetails, answer: (answer: RequestAnswer) => void) => void;
type EventName = 'onBeforeRequest' | 'onHeadersReceived' | 'onCompleted' | 'onErrorOccurred';
interface Filter {
  readonly urls: readonly string[];
}

/** Electron's `session.webRequest`, as far as it is emulated: one listener for each event. */
export class WebRequest {
  readonly #listeners = new Map<
    EventName,
    { readonly listener: Listener; readonly urls: readonly RegExp[] }
  >();

  onBeforeRequest(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.#set('onBeforeRequest', filter, listener);
  }
  onHeadersReceived(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.#set('onHeadersReceived', filter, listener);
  }
  onCompleted(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.#set('onCompleted', filter, listener);
  }
  onErrorOccurred(filter: Filter | Listener | null, listener?: Listener | null): void {
    this.#set('onErrorOccurred', filter, listener);
  }
  #set(name: EventName, filter: Filter | Listener | null, given: Listener | null | undefined): void {
    const listener = typeof filter === 'function' ? filter : given;
    const urls = typeof filter === 'function' || filter === null ? [] : filter.urls.map(urlPattern);
    if (listener) this.#listeners.set(name, { listener, urls });
    else this.#listeners.delete(name);
  }

  hasListener(name: EventName): boolean {
    return this.#listeners.has(name);
  }
  /** Asks the listener; an event without one, or of another URL, is answered with nothing. */
  async ask(name: EventName, details: RequestDetails): Promise<RequestAnswer> {
    const entry = this.#entryFor(name, details.url);
    if (!entry) return {};
    return new Promise((resolve) => entry(details, (answer) => resolve(answer ?? {})));
  }
  /** Tells the listener, which has nothing to answer. */
  tell(name: EventName, details: RequestDetails): void {
    this.#entryFor(name, details.url)?.(details, () => {});
  }
  #entryFor(name: EventName, url: string): Listener | undefined {
    const entry = this.#listeners.get(name);
    return entry && (entry.urls.length === 0 || entry.urls.some((one) => one.test(url)))
      ? entry.listener
      : undefined;
  }
}

function urlPattern(pattern: string): RegExp {
  if (pattern === '<all_urls>') return /^/;
  const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
  return new RegExp(`^${escaped}$`, 'i');
}
