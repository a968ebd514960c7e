import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openPortfolioFile } from '#db/open.ts';
import { runCommand } from '#db/write.ts';
import type { ImportOptions } from '#shared/api/schemas/intake.ts';
import { openTestService, type TestService } from '#tests/support/data-service.ts';
import { fixedClock } from '#tests/support/fixed-context.ts';
import { TEST_VERSION } from '#tests/support/portfolio.ts';

const FIRST = 'Was,Wer,Lage\r\nClaims triage,Claims,L3\r\nVoice bot,Sales,L9\r\n';
const NEXT = ' WAS ,wer,Lage\r\nBroker answers,Sales,L3\r\n';
const CHOSEN: ImportOptions = {
  columns: { name: 0, unit: 1, stage: 2 },
  values: { stage: { L3: 'scaled', L9: 'retired' } },
};

async function open(one: TestService, text: string, options: ImportOptions = {}, name = 'agents.csv') {
  const path = join(one.folder, name);
  writeFileSync(path, text);
  const { handle } = one.service.stageFile(path, name, text.length);
  return one.ask('openImport', { handle, options });
}

/** A portfolio into which one file was imported with choices. */
async function taught() {
  const one = await openTestService();
  const { importId } = await open(one, FIRST, CHOSEN);
  await one.ask('commitImport', { importId });
  return one;
}

/** Columns of name, unit and stage, and what is ready. */
const seen = (draft: Awaited<ReturnType<typeof open>>) => [
  ...['name', 'unit', 'stage'].map((field) => draft.targets.find((one) => one.field === field)?.column),
  draft.counts.ready,
];

describe('what was chosen in an import', () => {
  it('is proposed when the same header row comes again, and says where it comes from', async () => {
    const one = await taught();
    const draft = await open(one, NEXT);
    expect(seen(draft)).toEqual([0, 1, 2, 1]);
    expect(draft.notes[0]).toBe(
      'Columns and values are filled as when “agents.csv” was imported on 2026-10-01. Change what is different, or choose the format again to start afresh.',
    );
  });

  it('is not proposed for another header row, nor when a format is chosen', async () => {
    const one = await taught();
    const other = await open(one, 'Was,Wer,Lage,Extra\r\nA,B,L3,x\r\n');
    expect([other.counts.ready, other.notes]).toEqual([0, []]);
    const fresh = await open(one, NEXT, { profileId: 'generic' });
    expect([fresh.counts.ready, fresh.notes]).toEqual([0, []]);
  });

  it('gives way to what is chosen now, field by field, and is replaced by it', async () => {
    const one = await taught();
    const { importId } = await open(one, NEXT, {}, 'second.csv');
    const options = { columns: { unit: null }, values: { stage: { L3: 'pilot' } } };
    const revised = await one.ask('reviseImport', { importId, options });
    expect(seen(revised)).toEqual([0, null, 2, 1]);
    await one.ask('commitImport', { importId });
    const again = await open(one, NEXT.replace('Broker', 'Sales'), {}, 'later.csv');
    expect(seen(again)).toEqual([0, null, 2, 1]);
    expect(again.preview.map(({ stage }) => stage)).toEqual(['Pilot']);
    expect(again.notes[0]).toContain('“second.csv”');
  });

  it('comes and goes with the import, as one step', async () => {
    const one = await taught();
    await one.ask('undo', {});
    expect((await one.ask('listRegister', {})).rows).toEqual([]);
    expect((await open(one, NEXT)).notes).toEqual([]);
    await one.ask('redo', {});
    expect((await open(one, NEXT)).notes).toHaveLength(1);
  });

  it('is not kept when nothing was chosen', async () => {
    const one = await openTestService();
    const text = 'Name,Stage\r\nClaims triage,Pilot\r\n';
    const { importId } = await open(one, text);
    await one.ask('commitImport', { importId });
    expect((await open(one, text)).notes).toEqual([]);
  });

  it.each([
    ['a column the file does not have', { columns: { name: 40 } }],
    ['a field there is not', { columns: { nonsense: 0 } }],
    ['a value for a field there is not', { values: { nonsense: { a: 'b' } } }],
    ['a format there is not', { profileId: 'nonsense' }],
    ['something else altogether', { columns: 'x' }],
  ])('is left out when it names %s', async (_what, choices) => {
    const one = await taught();
    await one.service.close();
    const file = openPortfolioFile(one.path);
    const meta = {
      name: 'tamper',
      label: 'tamper',
      actor: 'T',
      at: fixedClock()(),
      appVersion: TEST_VERSION,
    };
    const row = file.db.prepare('SELECT id FROM import_mapping').get() as { id: string };
    runCommand(file.db, meta, (tx) => tx.update('import_mapping', row, { body: JSON.stringify(choices) }));
    file.close();
    const draft = await open(await openTestService({ path: one.path, folder: one.folder }), NEXT);
    expect(draft.notes).toEqual([]);
  });
});
