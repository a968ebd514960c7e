import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPortfolio, createSample } from '#electron/data/files.ts';
import type { Instant, IsoDate } from '#shared/domain/units.ts';
import { importWhole, type PortfolioService, servePortfolio } from '#tests/bench/support/bench-portfolio.ts';

/** A portfolio file to take pictures of. */
export interface PicturePortfolio {
  readonly path: string;
  /** The initiative whose tabs are shown. */
  readonly shownId: string;
  readonly remove: () => void;
}

/** Names that break a layout which has only ever seen tidy ones. */
export const STRANGE_NAMES: readonly string[] = [
  'Schadenbearbeitungsautomatisierungsvorstudie der Niederlassungen Süd, West und Nordost, zweite verlängerte Phase mit externer Begutachtung und anschließender Betriebsübergabe an das zentrale Kompetenzzentrum',
  'Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz'.repeat(7).slice(0, 420),
  'فرز المطالبات تلقائيًا في المكاتب الإقليمية',
  'בדיקת חשבוניות (Invoice check) 2026, שלב 2',
  '\u{1f469}\u{1f3fd}\u200d\u{1f692} Fire \u{1f9ef} triage \u{1f1e9}\u{1f1ea} \u{1f468}\u200d\u{1f469}\u200d\u{1f467}\u200d\u{1f466}',
  'Zero\u200bwidth\u2060in\u200dside\ufeff',
  'Report \u202egnp.exe',
  'Z\u0338\u0321\u031b\u034e\u032a\u0323a\u0337\u0322l\u0334\u0328g\u0335o\u0336',
  '請求書の自動照合と例外処理の優先順位付け（第二段階、全国の営業所を対象とする試験運用）',
  'Line\nbreak\tand tab',
  'i',
  `<b>Bold</b> & "quoted" 'single' =1+1`,
  '   spaced   out   ',
];

const DAY = '2026-09-30' as IsoDate;
const strange = (index: number) => STRANGE_NAMES[index % STRANGE_NAMES.length] as string;
const cut = (text: string, most: number) => [...text].slice(0, most - 10).join('');

/** A portfolio of one idea of which nothing but the name is known. */
export async function onePortfolio(root: string): Promise<PicturePortfolio> {
  const at = place();
  create(at.path, 'One');
  return fill(root, at, async ({ ask }) => {
    const { id } = await ask('createInitiative', { name: 'Claims triage', stage: 'idea' });
    return id;
  });
}

/** An inventory as it is imported. */
export async function importedPortfolio(root: string, inventory: string): Promise<PicturePortfolio> {
  const at = place();
  create(at.path, 'Inventory 2024');
  return fill(root, at, async (service) => {
    await importWhole(service, inventory);
    const { rows } = await service.ask('listRegister', {});
    return rows[0]?.id ?? '';
  });
}

/** The sample with 24 initiatives, every name, owner and text of them a strange one. */
export async function strangePortfolio(root: string): Promise<PicturePortfolio> {
  const at = place();
  createSample(at.path, '0');
  return fill(root, at, async (service) => {
    const { ask } = service;
    const { rows } = await ask('listRegister', {});
    const shown = rows.find(({ name }) => name === 'Claims triage');
    if (!shown) throw new Error('The sample has no Claims triage.');
    const ids = [shown.id, ...rows.flatMap(({ id }) => (id === shown.id ? [] : [id]))];
    while (ids.length < 24)
      ids.push((await ask('createInitiative', { name: `Idea ${ids.length}`, stage: 'idea' })).id);
    for (const [index, id] of ids.entries()) await renameInitiative(service, id, index);
    // The last one cannot stand on the map; the list of those is to hold a word that has no break, too.
    await renameInitiative(service, ids.at(-1) as string, 1);
    await renameParts(service, shown.id);
    await ask('updateSettings', { name: cut(strange(0), 200) });
    return shown.id;
  });
}

async function renameInitiative({ ask }: PortfolioService, id: string, index: number): Promise<void> {
  await ask('updateInitiative', {
    id,
    patch: {
      name: strange(index),
      unit: cut(strange(index + 1), 300),
      businessOwner: cut(strange(index + 2), 200),
      technicalOwner: cut(strange(index + 3), 200),
      financeValidator: cut(strange(index + 4), 200),
      purpose: STRANGE_NAMES.join(' '),
      metricName: cut(strange(index + 5), 300),
      metricUnit: cut(strange(index + 6), 100),
      oversight: STRANGE_NAMES.join(' ').slice(0, 1500),
    },
  });
}

/** Everything of one initiative that has a name. */
async function renameParts({ ask }: PortfolioService, id: string): Promise<void> {
  const detail = await ask('getInitiative', { id });
  for (const [index, { id: lineId, initiativeId: _, sortOrder: __, ...line }] of detail.lines.entries())
    await ask('updateLine', { id: lineId, line: { ...line, name: cut(strange(index), 200) } });
  for (const [index, { id: driverId, initiativeId: _, sortOrder: __, ...driver }] of detail.drivers.entries())
    await ask('updateDriver', { id: driverId, driver: { ...driver, name: cut(strange(index), 200) } });
  for (const [index, { id: tripwireId, initiativeId: _, ...tripwire }] of detail.tripwires.entries())
    await ask('updateTripwire', {
      id: tripwireId,
      tripwire: { ...tripwire, metric: cut(strange(index), 300) },
    });
  for (const [index, { asset }] of detail.assetUses.entries()) {
    const { id: assetId, ...terms } = asset;
    await ask('updateAsset', { id: assetId, asset: { ...terms, name: cut(strange(index), 200) } });
  }
  for (const [index, name] of STRANGE_NAMES.entries()) {
    const note = `${name} ${STRANGE_NAMES.join(' ')}`;
    if (index < 3)
      await ask('addIncident', {
        initiativeId: id,
        incident: { severity: 3, openedOn: DAY, deadline: DAY, mitigatedOn: DAY, note },
      });
    if (index < 5)
      await ask('addEvidence', {
        assessmentId: detail.assessments.at(-1)?.id ?? '',
        evidence: { kind: 'test', datedOn: DAY, link: `https://example.org/${name}`, note },
      });
  }
}

function place(): { readonly path: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-pictures-'));
  return {
    path: join(folder, 'pictures.pilotage'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function create(path: string, name: string): void {
  const now = () => new Date().toISOString() as Instant;
  createPortfolio(path, { name, currency: 'USD' }, { now, newId: randomUUID, appVersion: '0' });
}

async function fill(
  root: string,
  at: ReturnType<typeof place>,
  work: (service: PortfolioService) => Promise<string>,
): Promise<PicturePortfolio> {
  const service = await servePortfolio(root, at.path);
  try {
    return { ...at, shownId: await work(service) };
  } finally {
    await service.close();
  }
}
