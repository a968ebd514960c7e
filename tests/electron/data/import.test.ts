import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { bombWorkbook } from '#tests/fixtures/intake/workbook.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { temporaryFolder } from '#tests/support/portfolio.ts';
import { smallDisk, whyNoSmallDisk } from '#tests/support/small-disk.ts';

const CSV = [
  'Name,Unit,Stage,Purpose',
  'Claims triage,Claims,Pilot,Sorts claims',
  'Broker answers,Sales,Scaled,"Answers, quickly"',
  ',Sales,Pilot,No name',
  'Voice bot,Sales,Someday,Unknown stage',
  'Claims triage,Claims,Pilot,Sorts claims',
  '',
].join('\r\n');

function stage(one: TestService, text: string | Uint8Array, name = 'register.csv') {
  const path = join(one.folder, name);
  writeFileSync(path, text);
  return { path, handle: one.service.stageFile(path, name, text.length).handle };
}

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');

describe('import', () => {
  it('accounts for every row: in the register, blocked or a duplicate', async () => {
    const one = await openTestService();
    const draft = await one.ask('openImport', { handle: stage(one, CSV).handle, options: {} });
    expect(draft.counts).toMatchObject({ rowsRead: 5, ready: 2, blocked: 2, duplicates: 1 });
    expect(draft.problems.map(({ row, severity, code }) => [row, severity, code])).toEqual([
      [4, 'blocked', 'name_missing'],
      [5, 'blocked', 'stage_unknown'],
      [6, 'duplicate', 'duplicate_row'],
    ]);
    const outcome = await one.ask('commitImport', { importId: draft.importId });
    expect(outcome).toMatchObject({ imported: 2, blocked: 2, duplicates: 1 });
    expect((await one.ask('listRegister', {})).rows.map((row) => row.name)).toEqual([
      'Claims triage',
      'Broker answers',
    ]);
  });

  it('writes nothing before it is committed', async () => {
    const one = await openTestService();
    const before = digest(one.path);
    const draft = await one.ask('openImport', { handle: stage(one, CSV).handle, options: {} });
    await one.ask('reviseImport', {
      importId: draft.importId,
      options: { values: { stage: { Someday: 'idea' } } },
    });
    await one.ask('discardImport', { importId: draft.importId });
    expect(digest(one.path)).toBe(before);
    expect((await one.fail('commitImport', { importId: draft.importId })).code).toBe('not_found');
  });

  it('takes value maps, corrections and rows to include', async () => {
    const one = await openTestService();
    const draft = await one.ask('openImport', { handle: stage(one, CSV).handle, options: {} });
    const revised = await one.ask('reviseImport', {
      importId: draft.importId,
      options: {
        values: { stage: { Someday: 'idea' } },
        corrections: [{ row: 4, column: 0, value: 'Named by hand' }],
        includeRows: [6],
      },
    });
    expect(revised.counts).toMatchObject({ rowsRead: 5, ready: 5, blocked: 0, duplicates: 0 });
    await one.ask('commitImport', { importId: draft.importId });
    expect((await one.ask('listRegister', {})).rows).toHaveLength(5);
  });

  it('is one step: one undo takes the whole batch out, redo brings it back', async () => {
    const one = await openTestService();
    const draft = await one.ask('openImport', { handle: stage(one, CSV).handle, options: {} });
    await one.ask('commitImport', { importId: draft.importId });
    expect((await one.ask('undo', {})).undone?.label).toBe('Import 2 initiatives from register.csv');
    expect((await one.ask('listRegister', {})).rows).toEqual([]);
    await one.ask('redo', {});
    expect((await one.ask('listRegister', {})).rows).toHaveLength(2);
  });

  it('finds everything again as a duplicate when the same file comes a second time', async () => {
    const one = await openTestService();
    const { path, handle } = stage(one, CSV);
    const draft = await one.ask('openImport', { handle, options: {} });
    await one.ask('commitImport', { importId: draft.importId });
    const again = one.service.stageFile(path, 'register.csv', CSV.length);
    const second = await one.ask('openImport', { handle: again.handle, options: {} });
    expect(second.counts).toMatchObject({ rowsRead: 5, ready: 0, blocked: 2, duplicates: 3 });
    expect((await one.fail('commitImport', { importId: second.importId })).code).toBe('import_rejected');
  });

  it('flags a changed row of the same name and unit instead of doubling it', async () => {
    const one = await openTestService();
    const draft = await one.ask('openImport', { handle: stage(one, CSV).handle, options: {} });
    await one.ask('commitImport', { importId: draft.importId });
    const changed = stage(one, CSV.replace('Answers, quickly', 'Answers'), 'next.csv');
    const second = await one.ask('openImport', { handle: changed.handle, options: {} });
    expect(second.problems.find((problem) => problem.row === 3)).toMatchObject({
      code: 'same_name_in_register',
    });
  });

  it('gives back an exported register unchanged', async () => {
    const one = await openTestService();
    const names = [
      '=cmd|calc',
      '+1',
      "'quoted",
      'plain "inner"',
      'two\nlines',
      '＝full width',
      ' -5',
      'Ünïcode 🚀',
      'N/A',
    ];
    for (const name of names) {
      await one.ask('createInitiative', {
        name,
        stage: 'pilot',
        unit: `${name} unit`,
        purpose: name,
        pausedMonths: 2,
        isPaused: true,
      });
    }
    const { bytes } = await one.ask('exportRegister', {});
    const two = await openTestService();
    const draft = await two.ask('openImport', { handle: stage(two, bytes).handle, options: {} });
    expect(draft.profileId).toBe('pilotage-register');
    expect(draft.counts).toMatchObject({ rowsRead: names.length, ready: names.length, warnings: 0 });
    await two.ask('commitImport', { importId: draft.importId });
    const rows = async (service: TestService) => {
      const list = (await service.ask('listRegister', {})).rows;
      const whole = await Promise.all(list.map((row) => service.ask('getInitiative', { id: row.id })));
      return whole.map(({ initiative }) => ({
        ...initiative,
        id: '',
        createdAt: '',
        importBatchId: '',
        sourceRow: 0,
      }));
    };
    expect(await rows(two)).toEqual(await rows(one));
  });

  const bad: readonly [string, string, string | Uint8Array, RegExp][] = [
    ['an empty file', 'empty.csv', '', /empty\.csv.*(empty|nothing)/i],
    [
      'a picture',
      'photo.csv',
      Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]),
      /photo\.csv.*PNG/,
    ],
    ['a NUL', 'nul.csv', 'Name,Stage\nA\u0000B,Pilot\n', /nul\.csv.*row 2/],
    ['a row of 10,000 columns', 'wide.csv', `Name,Stage\n${'x,'.repeat(10_000)}\n`, /wide\.csv.*row 2/],
    ['an unclosed quote', 'quote.csv', 'Name,Stage\n"A,Pilot\nB,Pilot\n', /quote\.csv.*row 2/],
    [
      'a truncated workbook',
      'cut.xlsx',
      Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3]),
      /cut\.xlsx/,
    ],
  ];
  it.each(bad)(
    'refuses %s with a clear message and leaves the portfolio as it was',
    async (_what, name, content, message) => {
      const one = await openTestService();
      const before = digest(one.path);
      const error = await one.fail('openImport', { handle: stage(one, content, name).handle, options: {} });
      expect(error.code).toBe('import_rejected');
      expect(error.message).toMatch(message);
      expect(error.details?.file).toBe(name);
      expect(digest(one.path)).toBe(before);
    },
  );

  it('refuses a CSV of 200 MB on one line by its size, without reading it', async () => {
    const one = await openTestService();
    const before = digest(one.path);
    const path = join(one.folder, 'one-line.csv');
    writeFileSync(path, 'Name,Stage\n');
    truncateSync(path, 200 * 1024 * 1024);
    const { handle } = one.service.stageFile(path, 'one-line.csv', 200 * 1024 * 1024);
    const error = await one.fail('openImport', { handle, options: {} });
    expect(error.code).toBe('import_rejected');
    expect(error.message).toMatch(/one-line\.csv.*200 MB.*50 MB/);
    expect(digest(one.path)).toBe(before);
  });

  it('refuses a workbook whose sheet unpacks to a gigabyte', async () => {
    const one = await openTestService();
    const before = digest(one.path);
    const { handle } = stage(one, bombWorkbook(1024, 1024 ** 3), 'bomb.xlsx');
    const error = await one.fail('openImport', { handle, options: {} });
    expect(error.code).toBe('import_rejected');
    expect(error.message).toMatch(/bomb\.xlsx/);
    expect(digest(one.path)).toBe(before);
  });

  it('stops reading the file before when another one is chosen', async () => {
    const one = await openTestService();
    const first = one.service.call('openImport', { handle: stage(one, CSV, 'a.csv').handle, options: {} });
    const second = one.service.call('openImport', { handle: stage(one, CSV, 'b.csv').handle, options: {} });
    expect(await first).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    expect(await second).toMatchObject({ ok: true, value: { fileName: 'b.csv' } });
  });

  it.skipIf(whyNoSmallDisk !== undefined)('takes nothing of an import in when the disk is full', async () => {
    const one = await openTestService({ folder: smallDisk(1024) });
    const before = digest(one.path);
    const elsewhere = join(temporaryFolder(), 'large.csv');
    const rows = Array.from({ length: 400 }, (_, row) => `Name ${row},Pilot,${'text '.repeat(800)}`);
    writeFileSync(elsewhere, ['Name,Stage,Purpose', ...rows].join('\n'));
    const { handle } = one.service.stageFile(elsewhere, 'large.csv', 1);
    const draft = await one.ask('openImport', { handle, options: {} });
    const error = await one.fail('commitImport', { importId: draft.importId });
    expect(error.code).toBe('disk_full');
    expect(error.message).toMatch(/test\.pilotage.*Free some space/);
    expect(digest(one.path)).toBe(before);
    expect((await one.ask('listRegister', {})).rows).toEqual([]);
  });

  it('says so when the file has disappeared', async () => {
    const one = await openTestService();
    const { path, handle } = stage(one, CSV, 'gone.csv');
    rmSync(path);
    const error = await one.fail('openImport', { handle, options: {} });
    expect(error).toMatchObject({ code: 'file_missing', details: { file: 'gone.csv' } });
  });
});

const data = resolve(process.env.PILOTAGE_DATA ?? join(import.meta.dirname, '../../../../shared/data'));
const inventory = join(data, 'federal-ai-use-cases-2024.csv');

describe.skipIf(!existsSync(inventory))(
  `import of the 2024 federal inventory${existsSync(inventory) ? '' : ` (skipped: ${inventory} is absent; set PILOTAGE_DATA)`}`,
  () => {
    it('puts each of the 2,133 rows in the register or on the problem list, and none in twice', async () => {
      const one = await openTestService();
      const open = () => one.service.stageFile(inventory, 'federal.csv', 1).handle;
      const draft = await one.ask('openImport', { handle: open(), options: {} });
      expect(draft.profileId).toBe('federal-2024');
      const { rowsRead, ready, blocked, duplicates } = draft.counts;
      expect(rowsRead).toBe(2133);
      expect(ready + blocked + duplicates).toBe(2133);
      await one.ask('commitImport', { importId: draft.importId });
      const { rows } = await one.ask('listRegister', {});
      expect(rows).toHaveLength(ready);
      expect(rows.filter((row) => row.stage !== 'retired').every((row) => row.verdict !== null)).toBe(true);
      const second = await one.ask('openImport', { handle: open(), options: {} });
      expect(second.counts).toMatchObject({ rowsRead: 2133, ready: 0, blocked, duplicates: 2133 - blocked });
    });
  },
);
