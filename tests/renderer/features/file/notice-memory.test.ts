import { beforeEach, describe, expect, it } from 'vitest';
import {
  dismissNotices,
  noticeKey,
  noticesToShow,
  useNoticeMemory,
} from '#renderer/features/file/notice-memory.ts';
import type { FileNotice } from '#shared/api/schemas/file.ts';

const upgraded: FileNotice = { kind: 'upgraded', text: 'Upgraded from format 2.' };
const synced: FileNotice = { kind: 'sync_folder', text: 'In Dropbox.' };
const failed: FileNotice = { kind: 'backup_failed', text: 'The disk is full.' };
const FILE = '~/north.pilotage';
const shown = (notices: readonly FileNotice[], file = FILE) =>
  noticesToShow(file, notices, useNoticeMemory.getState().dismissed);

beforeEach(() => useNoticeMemory.setState({ dismissed: new Set(), isExpanded: false }));

describe('noticesToShow()', () => {
  it('puts what asks for most first and keeps the order otherwise', () => {
    const conflicted: FileNotice = { kind: 'conflicted_copy', text: 'A second copy.' };
    expect(shown([upgraded, synced, conflicted, failed])).toEqual([failed, synced, conflicted, upgraded]);
  });

  it('leaves out what was put away, but not the same kind with news or in another file', () => {
    dismissNotices([noticeKey(FILE, failed), noticeKey(FILE, synced)]);
    const again: FileNotice = { ...failed, text: 'The folder is gone.' };
    expect(shown([failed, synced, again, upgraded])).toEqual([again, upgraded]);
    expect(shown([failed], '~/south.pilotage')).toEqual([failed]);
  });

  it('adds to what was put away before', () => {
    dismissNotices([noticeKey(FILE, failed)]);
    dismissNotices([noticeKey(FILE, synced)]);
    expect(shown([failed, synced])).toEqual([]);
  });
});
