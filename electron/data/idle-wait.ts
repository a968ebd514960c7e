/** Waiting, as the backups use it; tests give their own. */
export interface Timers {
  /** Calls `work` once after `ms`, unless the function it returns was called before. */
  readonly after: (ms: number, work: () => void) => () => void;
}

/** Real time; a wait of this kind never keeps the program from ending. */
export const realTimers: Timers = {
  after(ms, work) {
    const timer = setTimeout(work, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** A person who has not asked anything for this long does not notice a pause of a fifth of a second. */
export const IDLE_MS = 2_000;

export interface IdleWait {
  /** Somebody asked something: the wait for quiet begins again. */
  readonly noteCall: () => void;
  /**
   * Calls `work` when nobody has asked anything for two seconds, at the latest after `atMostMs`. An earlier wait is
   * given up.
   */
  readonly whenIdle: (work: () => void, atMostMs?: number) => void;
  readonly cancel: () => void;
}

/** Waits for a quiet moment. */
export function idleWait(timers: Timers): IdleWait {
  let waiting: { readonly work: () => void; quiet: () => void; readonly latest: () => void } | undefined;

  function cancel(): void {
    waiting?.quiet();
    waiting?.latest();
    waiting = undefined;
  }
  function end(): void {
    const work = waiting?.work;
    cancel();
    work?.();
  }
  return {
    cancel,
    noteCall() {
      if (!waiting) return;
      waiting.quiet();
      waiting.quiet = timers.after(IDLE_MS, end);
    },
    whenIdle(work, atMostMs) {
      cancel();
      const latest = atMostMs === undefined ? () => undefined : timers.after(atMostMs, end);
      waiting = { work, quiet: timers.after(IDLE_MS, end), latest };
    },
  };
}
