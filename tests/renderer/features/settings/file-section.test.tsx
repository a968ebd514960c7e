import { describe, expect, it } from 'vitest';
import { FileSection } from '#renderer/features/settings/file-section.tsx';
import type { Status } from '#shared/api/schemas/views.ts';
import { damage, exampleStatus, HASH, openFile } from '../../support/example-status.ts';
import { buttonTag, markup, textOf } from '../../support/markup.tsx';

const shown = (over: Partial<Status> = {}) => {
  const status = exampleStatus(over);
  return textOf(markup(<FileSection status={status} />, { status }));
};

describe('FileSection', () => {
  it('names the file, its place and its state, and why it is read-only', () => {
    expect(shown()).toContain(
      'Name north.pilotage Where ~/Portfolios/north.pilotage State all changes saved',
    );
    expect(shown({ file: openFile({ isReadOnly: true }) })).toContain(
      'State read-only The file or its folder may not be written to.',
    );
  });

  it('shows the head as it is printed, with what it proves and what it does not', () => {
    const words = shown();
    expect(words).toContain(`entry 1,204, ${HASH.slice(0, 16)} Copy the audit head`);
    expect(words).not.toContain(HASH.slice(0, 17));
    expect(words).toContain('not who acted, not the clock, and nothing newer');
    expect(shown({ auditHead: { seq: 0, hash: '' } })).toContain('nothing recorded yet');
  });

  it('offers the check, and both copies with what the second leaves out', () => {
    const words = shown();
    expect(words).toContain('Entry number Fingerprint Verify file');
    expect(words).toContain('Save a copy… Save a copy without history…');
    expect(words).toContain('It leaves out who changed what and when');
  });

  it('leads from a damaged file to its ways out, since a check of what is shown would pass', () => {
    const status = exampleStatus({ file: openFile({ isReadOnly: true, damage: damage() }) });
    const html = markup(<FileSection status={status} />, { status });
    expect(buttonTag(html, 'Ways out')).toContain('href="#/recovery"');
    expect(textOf(html)).not.toContain('Verify file');
  });
});
