import type { FileNotice } from '#shared/api/schemas/file.ts';

/** What the person should know about the file or its place, until it no longer holds. One of each kind. */
export interface Notices {
  readonly list: () => readonly FileNotice[];
  /** Replaces an earlier notice of the same kind. */
  readonly add: (notice: FileNotice) => void;
  readonly remove: (kind: FileNotice['kind']) => void;
}

/** @param changed called after every change, so that the page asks again */
export function noticeList(first: readonly FileNotice[], changed: () => void): Notices {
  const byKind = new Map(first.map((notice) => [notice.kind, notice]));
  return {
    list: () => [...byKind.values()],
    add(notice) {
      if (byKind.get(notice.kind)?.text === notice.text) return;
      byKind.set(notice.kind, notice);
      changed();
    },
    remove(kind) {
      if (byKind.delete(kind)) changed();
    },
  };
}
