import type { Timers } from '#electron/data/idle-wait.ts';

/** Time that passes when a test says so. */
export interface ManualTimers extends Timers {
  /** Lets `ms` pass; what falls due on the way is called in its order, also when it was only set on the way. */
  readonly pass: (ms: number) => void;
}

export function manualTimers(): ManualTimers {
  let now = 0;
  const waiting = new Map<object, { readonly at: number; readonly work: () => void }>();
  return {
    after(ms, work) {
      const key = {};
      waiting.set(key, { at: now + ms, work });
      return () => void waiting.delete(key);
    },
    pass(ms) {
      const end = now + ms;
      for (;;) {
        const due = [...waiting].filter(([, { at }]) => at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
        if (!due) break;
        waiting.delete(due[0]);
        now = due[1].at;
        due[1].work();
      }
      now = end;
    },
  };
}
