import { describe, expect, it } from 'vitest';
import { noticeList } from '#electron/data/notices.ts';

describe('noticeList()', () => {
  it('keeps one notice of each kind and tells of every change, and of nothing else', () => {
    let changes = 0;
    const notices = noticeList([{ kind: 'upgraded', text: 'a' }], () => {
      changes += 1;
    });
    notices.add({ kind: 'backup_failed', text: 'b' });
    notices.add({ kind: 'backup_failed', text: 'b' });
    expect(changes).toBe(1);
    notices.add({ kind: 'backup_failed', text: 'c' });
    expect(notices.list()).toEqual([
      { kind: 'upgraded', text: 'a' },
      { kind: 'backup_failed', text: 'c' },
    ]);
    notices.remove('backup_failed');
    notices.remove('backup_failed');
    expect([changes, notices.list()]).toEqual([3, [{ kind: 'upgraded', text: 'a' }]]);
  });
});
