import { execFileSync, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { finishReplacement, replaceFile } from '#db/recovery/replace.ts';
import type { Instant } from '#shared/domain/units.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';

const AT = '2026-11-22T09:14:00.000Z' as Instant;
const KEPT = 'claims.damaged-20261122T091400000Z.pilotage';
const ROOT = join(import.meta.dirname, '..', '..', '..');
const CHILD = join(ROOT, 'tests/support/replace-child.ts');

interface Case {
  readonly folder: string;
  readonly path: string;
  readonly content: string;
  readonly text: (name: string) => string;
}

function newCase(): Case {
  const folder = temporaryFolder();
  const [path, content] = [join(folder, 'claims.pilotage'), join(temporaryFolder(), 'new')];
  writeFileSync(path, 'old');
  writeFileSync(content, 'new');
  return { folder, path, content, text: (name) => readFileSync(join(folder, name), 'utf8') };
}

describe('replaceFile()', () => {
  it('puts the new content in place and keeps the old file beside it', () => {
    const { folder, path, content, text } = newCase();
    chmodSync(path, 0o640);
    expect(replaceFile(path, content, 'damaged', AT)).toBe(KEPT);
    expect(readdirSync(folder).sort()).toEqual([KEPT, 'claims.pilotage']);
    expect([text('claims.pilotage'), text(KEPT)]).toEqual(['new', 'old']);
    expect(statSync(path).mode & 0o777).toBe(0o640);
    expect(readFileSync(content, 'utf8')).toBe('new');
  });

  it('takes side files away with the old file, so that none is played into the new one', () => {
    const { folder, path, content, text } = newCase();
    writeFileSync(`${path}-journal`, 'j');
    writeFileSync(`${path}-wal`, 'w');
    replaceFile(path, content, 'damaged', AT);
    expect(readdirSync(folder).sort()).toEqual([KEPT, `${KEPT}-journal`, `${KEPT}-wal`, 'claims.pilotage']);
    expect([text(`${KEPT}-journal`), text(`${KEPT}-wal`)]).toEqual(['j', 'w']);
  });

  it('never uses the name of another kept file', () => {
    const { path, content, text } = newCase();
    replaceFile(path, content, 'damaged', AT);
    const second = replaceFile(path, content, 'damaged', AT);
    expect(second).toBe('claims.damaged-20261122T091400000Z-2.pilotage');
    expect([text(KEPT), text(second)]).toEqual(['old', 'new']);
  });

  it('replaces what a link leads to, not the link', () => {
    const { folder, path, content, text } = newCase();
    const link = join(temporaryFolder(), 'link.pilotage');
    symlinkSync(path, link);
    replaceFile(link, content, 'replaced', AT);
    expect(text('claims.pilotage')).toBe('new');
    expect(readFileSync(link, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('finds room in a name for what is added to it', () => {
    const { folder, content } = newCase();
    const long = join(folder, `${'ä'.repeat(110)}.pilotage`);
    writeFileSync(long, 'old');
    const kept = replaceFile(long, content, 'replaced', AT);
    expect(kept).toBe(`${'ä'.repeat(90)}.replaced-20261122T091400000Z.pilotage`);
    expect(readFileSync(long, 'utf8')).toBe('new');
    expect(readFileSync(join(folder, kept), 'utf8')).toBe('old');
  });

  it('leaves everything as it was when the new content cannot be read', () => {
    const { folder, path } = newCase();
    writeFileSync(`${path}-journal`, 'j');
    expect(() => replaceFile(path, join(folder, 'absent'), 'damaged', AT)).toThrow(
      expect.objectContaining({ code: 'file_missing' }),
    );
    expect(readdirSync(folder).sort()).toEqual(['claims.pilotage', 'claims.pilotage-journal']);
  });

  it('takes everything back when the last step fails', () => {
    const { folder, path, content, text } = newCase();
    writeFileSync(`${path}-journal`, 'j');
    const result = spawnSync(process.execPath, [CHILD, 'fail-rename', path, content], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(result.stdout)).toMatchObject({ code: 'io_failed' });
    expect(readdirSync(folder).sort()).toEqual(['claims.pilotage', 'claims.pilotage-journal']);
    expect([text('claims.pilotage'), text('claims.pilotage-journal')]).toEqual(['old', 'j']);
  });

  it('copies the old file where the file system knows no second names', () => {
    const { path, content, text } = newCase();
    const out = execFileSync(process.execPath, [CHILD, 'no-links', path, content], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    expect(JSON.parse(out)).toBe(KEPT);
    expect([text('claims.pilotage'), text(KEPT)]).toEqual(['new', 'old']);
  });
});

describe('finishReplacement()', () => {
  it('does nothing where there is nothing to finish, whatever else lies in the folder', () => {
    const { folder, path } = newCase();
    for (const name of ['.other.damaged-20261122T091400000Z.pilotage.ready', '.claims.notes', KEPT])
      writeFileSync(join(folder, name), 'x');
    const before = readdirSync(folder).sort();
    expect(finishReplacement(path)).toBeUndefined();
    expect(finishReplacement(join(folder, 'absent', 'x.pilotage'))).toBeUndefined();
    expect(readdirSync(folder).sort()).toEqual(before);
  });

  it('removes a draft that was not whole', () => {
    const { folder, path, text } = newCase();
    writeFileSync(join(folder, `.${KEPT}.part`), 'ne');
    expect(finishReplacement(path)).toBeUndefined();
    expect(readdirSync(folder)).toEqual(['claims.pilotage']);
    expect(text('claims.pilotage')).toBe('old');
  });

  it('does not take half a copy of the old file for the kept one', () => {
    const { folder, path, content, text } = newCase();
    writeFileSync(join(folder, `.${KEPT}.ready`), readFileSync(content));
    // As a kill leaves it where the file system knows no second names.
    writeFileSync(join(folder, KEPT), 'ol');
    expect(finishReplacement(path)).toBe(KEPT);
    expect([text('claims.pilotage'), text(KEPT)]).toEqual(['new', 'old']);
  });

  it('carries a whole draft on when the file itself is gone', () => {
    const { folder, content, text } = newCase();
    const empty = join(folder, 'sub');
    mkdirSync(empty);
    writeFileSync(join(empty, `.${KEPT}.ready`), readFileSync(content));
    expect(finishReplacement(join(empty, 'claims.pilotage'))).toBe(KEPT);
    expect(text('sub/claims.pilotage')).toBe('new');
  });

  it.each(['links', 'no-links'])(
    'finds old or new after a kill at every step, never none and never a mixture (%s)',
    (mode) => {
      let kills = 0;
      const outcomes = new Set<string>();
      for (let step = 1; ; step += 1) {
        const { folder, path, content, text } = newCase();
        writeFileSync(`${path}-journal`, 'j');
        const args = [CHILD, mode === 'links' ? 'kill' : 'kill-no-links', path, content, String(step)];
        const result = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' });
        expect(existsSync(path)).toBe(true);
        const finished = finishReplacement(path);
        const now = text('claims.pilotage');
        outcomes.add(now);
        const isOld = now === 'old';
        // An old file has its journal still, a new one never has one.
        expect([now, existsSync(`${path}-journal`)]).toEqual(isOld ? ['old', true] : ['new', false]);
        const expected = isOld
          ? ['claims.pilotage', 'claims.pilotage-journal']
          : [KEPT, `${KEPT}-journal`, 'claims.pilotage'];
        expect(readdirSync(folder).sort()).toEqual(expected);
        if (!isOld) expect([text(KEPT), text(`${KEPT}-journal`)]).toEqual(['old', 'j']);
        if (result.signal !== 'SIGKILL') {
          expect([result.status, finished]).toEqual([0, undefined]);
          break;
        }
        kills += 1;
      }
      expect(kills).toBeGreaterThan(7);
      expect([...outcomes].sort()).toEqual(['new', 'old']);
    },
    120_000,
  );
});
