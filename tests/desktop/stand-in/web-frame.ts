import { EventEmitter } from 'node:events';
import { fromPageUrl, originOf } from './scheme-map.ts';

let lastRoutingId = 0;

/** Electron's WebFrameMain: one document in a frame of a page. */
export class WebFrame extends EventEmitter {
  readonly frameId: string;
  readonly parent: WebFrame | null;
  readonly name: string;
  readonly processId = 1;
  readonly routingId = ++lastRoutingId;
  readonly #siblings: ReadonlyMap<string, WebFrame>;
  #url: string;
  #isDetached = false;

  /** @param pageFrames every frame of the page, this one included later */
  constructor(
    pageFrames: ReadonlyMap<string, WebFrame>,
    frame: { readonly id: string; readonly parentId?: string; readonly url?: string; readonly name?: string },
  ) {
    super();
    this.#siblings = pageFrames;
    this.frameId = frame.id;
    this.parent = (frame.parentId === undefined ? undefined : pageFrames.get(frame.parentId)) ?? null;
    this.name = frame.name ?? '';
    this.#url = fromPageUrl(frame.url ?? '');
  }
  get url(): string {
    return this.#url;
  }
  get origin(): string {
    return originOf(this.#url);
  }
  get top(): WebFrame {
    return this.parent?.top ?? this;
  }
  get frames(): WebFrame[] {
    return [...this.#siblings.values()].filter((frame) => frame.parent === this);
  }
  get detached(): boolean {
    return this.#isDetached;
  }
  isDestroyed(): boolean {
    return this.#isDetached;
  }
  /** The document moved within itself, to another fragment or by the history API. */
  moveTo(pageUrl: string): void {
    this.#url = fromPageUrl(pageUrl);
  }
  detach(): void {
    this.#isDetached = true;
  }
}
