import { describe, expect, it } from 'vitest';
import { FileStrips, NoticeStrips } from '#renderer/features/file/file-strips.tsx';
import { type NoticeMemory, noticeKey } from '#renderer/features/file/notice-memory.ts';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { at, damage, exampleStatus, openFile } from '../../support/example-status.ts';
import { buttonTag, markup, textOf } from '../../support/markup.tsx';

const NOTICES: readonly FileNotice[] = [
  { kind: 'upgraded', text: 'The file before is kept as "north.v2.pilotage".' },
  { kind: 'backup_failed', text: 'The disk is full.' },
];
const strips = (over: Partial<Status['file']>, path = '/portfolio') =>
  markup(<FileStrips />, { status: exampleStatus({ file: openFile(over) }), path });

const notices = (shown: readonly FileNotice[], memory: Partial<NoticeMemory> = {}) =>
  markup(
    <NoticeStrips
      file={openFile({ notices: [...shown] })}
      memory={{ dismissed: new Set(), isExpanded: false, ...memory }}
    />,
  );

describe('FileStrips', () => {
  it('is not there while there is nothing to know', () => {
    expect(strips({})).toBe('');
    expect(markup(<FileStrips />)).toBe('');
  });

  it('says on every screen but its own that the portfolio is damaged, what is seen, and leads out', () => {
    const over = { isReadOnly: true, damage: damage() };
    const html = strips(over);
    expect(textOf(html)).toContain('This portfolio is damaged. You see the latest good backup of it');
    expect(buttonTag(html, 'Ways out')).toContain('href="#/recovery"');
    expect(html).toContain('data-printed="true"');
    expect(strips(over, '/recovery')).toBe('');
  });

  it.each([
    ['damaged', 'the damaged file itself'],
    ['nothing', 'none of it'],
  ] as const)('names what is shown of a file that shows %s', (shows, words) => {
    expect(textOf(strips({ damage: damage({ shows }) }))).toContain(`You see ${words}`);
  });

  it('says why a file is read-only, and of a copy its moment, on paper too', () => {
    const plain = strips({ isReadOnly: true });
    expect(textOf(plain)).toContain('Read-only. The file or its folder may not be written to.');
    expect(plain).toContain('data-printed="false"');
    const copy = strips({ isReadOnly: true, copiedAt: at() });
    expect(textOf(copy)).toContain('Copy as of 30 Sep 2026, 14:05 UTC, read-only.');
    expect(copy).toContain('data-printed="true"');
  });
});

describe('NoticeStrips', () => {
  it('shows one notice whole', () => {
    const words = textOf(notices(NOTICES.slice(0, 1)));
    expect(words).toContain('Upgraded. The file before is kept as "north.v2.pilotage". Dismiss');
    expect(words).not.toContain('to know about this file');
  });

  it('counts several, worst first, until they are asked for', () => {
    const closed = notices(NOTICES);
    expect(textOf(closed)).toBe(
      '2 things to know about this file: Not backed up, upgraded. Show Dismiss all',
    );
    expect(closed).toContain('aria-expanded="false"');
    const open = notices(NOTICES, { isExpanded: true });
    expect(open).toContain('aria-expanded="true"');
    expect(open.indexOf('The disk is full.')).toBeGreaterThan(0);
    expect(open.indexOf('The disk is full.')).toBeLessThan(open.indexOf('The file before'));
  });

  it('leaves out what was put away', () => {
    const keys = NOTICES.map((notice) => noticeKey('~/Portfolios/north.pilotage', notice));
    expect(textOf(notices(NOTICES, { dismissed: new Set(keys.slice(0, 1)) }))).toContain('Not backed up.');
    expect(notices(NOTICES, { dismissed: new Set(keys) })).toBe('');
  });

  it.each([
    ['check_failed', true],
    ['changed_elsewhere', true],
    ['backup_failed', false],
  ] as const)('of kind %s leads to the check of the file: %s', (kind, isLink) => {
    const html = notices([{ kind, text: 'Something.' }]);
    expect(html.includes('href="#/settings?show=check"')).toBe(isLink);
  });
});
