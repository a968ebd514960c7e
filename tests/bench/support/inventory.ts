import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROWS = 2133;
const STAGES = [
  'Initiated',
  'Acquisition and/or Development',
  'Implementation and Assessment',
  'Operation and Maintenance',
];

/** The real inventory of 2,133 rows when it is there, else a made-up file of the same size and format. */
export function inventoryFile(root: string): string {
  const data = resolve(process.env.PILOTAGE_DATA ?? join(root, '../shared/data'));
  const real = join(data, 'federal-ai-use-cases-2024.csv');
  if (existsSync(real)) return real;
  console.log(`# ${real} is absent (set PILOTAGE_DATA): measuring on a made-up file of the same size`);
  return madeUpInventory(ROWS);
}

/** A made-up inventory of so many rows in the format of the real one. */
export function madeUpInventory(rows: number): string {
  const path = join(mkdtempSync(join(tmpdir(), 'pilotage-bench-')), 'made-up.csv');
  const filler = Array.from({ length: 56 }, (_, column) => `Question ${column + 1}`);
  const lines = [
    [
      'Use Case Name',
      'Agency Abbreviation',
      'Bureau',
      'Stage of Development',
      'Date Initiated',
      ...filler,
    ].join(','),
  ];
  for (let row = 0; row < rows; row += 1) {
    const answers = filler.map((_, column) =>
      (row + column) % 3 === 0 ? '' : `"An answer, of usual length, ${row} ${column}"`,
    );
    lines.push(
      [`Use case ${row}`, 'AGY', `Bureau ${row % 40}`, STAGES[row % 4], '10/1/2023', ...answers].join(','),
    );
  }
  writeFileSync(path, lines.join('\r\n'));
  return path;
}
