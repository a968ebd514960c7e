import { describe, expect, it } from 'vitest';
import { headsCompared, VerifyResult } from '#renderer/features/settings/verify-result.tsx';
import type { FileCheckReport, FileFault } from '#shared/api/schemas/file.ts';
import { markup, textOf } from '../../support/markup.tsx';
import { report } from './example-report.ts';

const shown = (over: Partial<FileCheckReport>, isRestorable = true) =>
  textOf(markup(<VerifyResult report={report(over)} seqNow={1204} isRestorable={isRestorable} />));
const withFaults = (...kinds: readonly FileFault['kind'][]): Partial<FileCheckReport> => ({
  isGood: false,
  faults: kinds.map((kind) => ({ kind, text: `Entry 1093 is wrong (${kind}).`, seq: 1093 })),
});
const REBUILD = 'Rebuild from its own history…';

describe('VerifyResult', () => {
  it('says what a good result rests on and what came after it', () => {
    const words = shown({});
    expect(words).toContain('Nothing wrong was found');
    expect(words).toContain('30 Sep 2026, 14:05 UTC; 4 entries added since');
    expect(words).toContain('Entries 1,200');
    expect(words).toContain('digest 9f86d081884c7d65 ');
    expect(words).toContain('3 held outside the file');
    expect(shown({ head: { seq: 1204, hash: '' } })).not.toContain('since');
  });

  it('lists the faults in their own words, which name the entry', () => {
    const words = shown(withFaults('chain', 'content'));
    expect(words).toContain('2 faults found, 30 Sep 2026, 14:05 UTC');
    expect(words).toContain('Entry 1093 is wrong (chain). Entry 1093 is wrong (content). Do not go on');
    expect(words).not.toContain('Nothing wrong');
  });

  it.each(['pages', 'foreign_keys', 'chain', 'content'] as const)(
    'offers to rebuild the file or to restore a backup after a fault of %s',
    (kind) => {
      const words = shown(withFaults(kind, 'head'));
      expect(words).toContain('a backup from before the fault, in the list below');
      expect(words).toContain(REBUILD);
      expect(words).not.toContain('harmless');
    },
  );

  it('says of a head alone that it may be harmless and what to compare, and rebuilds nothing', () => {
    const words = shown(withFaults('head'));
    expect(words).toContain('The history does not agree with a head held outside the file, 30 Sep');
    expect(words).toContain('This may be harmless: a slip');
    expect(words).toContain('Compare number and fingerprint with the printed report');
    expect(words).not.toContain(REBUILD);
    expect(words).not.toContain('in the list below');
  });

  it('does not send the reader to what is not there', () => {
    const words = shown(withFaults('pages'), false);
    expect(words).toContain('1 fault found');
    expect(words).not.toContain('in the list below');
    expect(words).not.toContain(REBUILD);
    expect(words).toContain('Nothing can be restored into it here');
  });

  it('counts what is more than can be read', () => {
    const faults: FileCheckReport['faults'] = Array.from({ length: 1023 }, (_, index) => ({
      kind: 'pages',
      text: `Page ${index}.`,
      seq: null,
    }));
    const words = shown({ isGood: false, faults });
    expect(words).toContain('1,023 faults found');
    expect(words).toContain('Page 19.');
    expect(words).not.toContain('Page 20.');
    expect(words).toContain('and 1,003 more');
  });
});

describe('headsCompared()', () => {
  it('says what it means that there was none', () => {
    expect(headsCompared(0)).toContain('rewritten as a whole would not show');
    expect(headsCompared(1)).toBe('1 held outside the file, and it agrees');
    expect(headsCompared(2)).toBe('2 held outside the file, and all agree');
  });
});
