import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  addLine,
  closeMonths,
  createInitiative,
  recordAssessment,
  setMonthValues,
} from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import { openPortfolioFile } from '#db/open.ts';
import { runCommand, type Tx } from '#db/write.ts';
import { GAPS } from '#shared/domain/gap.ts';
import { type Instant, type IsoDate, type MonthIndex, minorUnits } from '#shared/domain/units.ts';

const MONTHS = 24;
const LAST = 2026 * 12 + 8;
const COST_LINES = 5;
const LINES = 8;
const AT = '2026-10-01T08:00:00.000Z' as Instant;

/** Amounts in the file of {@link writeReferenceFile}. */
export const monthValues = (initiatives: number): number => initiatives * MONTHS * LINES;

/** A place to make large files in: memory where there is some, so that making them takes seconds. */
const workshop = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

/**
 * Writes the reference portfolio of the architecture page as a file: so many initiatives with 24 closed months of 8
 * lines and a level with evidence in every gap, entered by the commands a person uses.
 */
export function writeReferenceFile(path: string, initiatives: number): void {
  const folder = mkdtempSync(join(workshop, 'pilotage-bench-'));
  try {
    const draft = join(folder, 'reference.pilotage');
    enterAll(draft, initiatives);
    copyFileSync(draft, path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function enterAll(path: string, initiatives: number): void {
  const newId = countedIds();
  const meta = { actor: 'bench', at: AT, appVersion: '0' };
  createPortfolioFile(path, { name: 'Reference', currency: 'EUR', at: AT, newId, appVersion: '0' });
  const file = openPortfolioFile(path);
  try {
    const run = <T>(name: string, work: (tx: Tx) => T): T =>
      runCommand(file.db, { ...meta, name, label: name }, work).value;
    const months = Array.from({ length: MONTHS }, (_, back) => (LAST - MONTHS + 1 + back) as MonthIndex);
    for (let index = 0; index < initiatives; index += 1) {
      const { id } = run('createInitiative', (tx) =>
        createInitiative(
          tx,
          { name: `Initiative ${index}`, unit: `Unit ${index % 12}`, stage: 'limited' },
          newId,
        ),
      );
      const lines = Array.from({ length: LINES }, (_, line) =>
        run('addLine', (tx) => enterLine(tx, id, line, newId)),
      );
      const cells = lines.flatMap((lineId, line) =>
        months.map((month) => ({
          lineId,
          month,
          amount: minorUnits(100_000 + index * 7 + month * (line + 1)),
        })),
      );
      run('setMonthValues', (tx) => setMonthValues(tx, { initiativeId: id, cells }));
      run('closeMonths', (tx) => closeMonths(tx, { initiativeId: id, months }));
      for (const gap of GAPS) run('recordAssessment', (tx) => assess(tx, id, gap, newId));
    }
  } finally {
    file.close();
  }
}

function enterLine(tx: Tx, initiativeId: string, index: number, newId: () => string): string {
  const common = { name: `Line ${index}`, startsOn: null, endsOn: null };
  const line =
    index < COST_LINES
      ? ({ kind: 'cost', ...common, category: 'inference' } as const)
      : ({
          kind: 'outcome',
          ...common,
          outcomeKind: 'hours_saved',
          method: 'holdout',
          isCashReleasing: true,
        } as const);
  return addLine(tx, { initiativeId, line }, newId).id;
}

function assess(tx: Tx, initiativeId: string, gap: (typeof GAPS)[number], newId: () => string): void {
  const on = '2026-08-10' as IsoDate;
  const evidence = [{ kind: 'telemetry' as const, datedOn: on, link: '', note: 'dashboard' }];
  recordAssessment(
    tx,
    { initiativeId, gap, level: 3, rater: 'office', ratedOn: on, note: '', evidence },
    newId,
  );
}

/** Ids in the shape and the rising order of the application's. */
function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `01998000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`;
  };
}
