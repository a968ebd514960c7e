import { create } from 'zustand';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import { NOTICE_WORDS } from './file-words.ts';

export interface NoticeMemory {
  /** Notices put away, each by the file and its words: the same kind with other words is news. */
  readonly dismissed: ReadonlySet<string>;
  /** True: several notices are shown one by one instead of counted. */
  readonly isExpanded: boolean;
}

/** Never kept: what was put away yesterday is said once more today. */
export const useNoticeMemory = create<NoticeMemory>()(() => ({ dismissed: new Set(), isExpanded: false }));

/** What tells one notice of one file from all others. */
export function noticeKey(file: string, notice: FileNotice): string {
  return JSON.stringify([file, notice.kind, notice.text]);
}

/** Puts notices away until the page is loaded again. */
export function dismissNotices(keys: readonly string[]): void {
  useNoticeMemory.setState(({ dismissed }) => ({ dismissed: new Set([...dismissed, ...keys]) }));
}

/** Shows several notices one by one, or counted on one line. */
export function expandNotices(isExpanded: boolean): void {
  useNoticeMemory.setState({ isExpanded });
}

const URGENCY = { bad: 0, attention: 1, plain: 2 } as const;

/** The notices not put away, those that ask for most first; otherwise in the order the file gave them. */
export function noticesToShow(
  file: string,
  notices: readonly FileNotice[],
  dismissed: ReadonlySet<string>,
): readonly FileNotice[] {
  const urgency = (notice: FileNotice) => URGENCY[NOTICE_WORDS[notice.kind].tone];
  return notices
    .filter((notice) => !dismissed.has(noticeKey(file, notice)))
    .sort((a, b) => urgency(a) - urgency(b));
}
