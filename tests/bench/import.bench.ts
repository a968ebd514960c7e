import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { parse } from 'csv-parse/sync';
import { benchPortfolio, importWhole } from './support/bench-portfolio.ts';
import { type Figure, ratio } from './support/figure.ts';
import { inventoryFile } from './support/inventory.ts';

/** What nobody can do without: decode, parse, and insert every cell in one transaction with the same journal. */
function bareImport(file: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'pilotage-bench-'));
  const rows = parse(new TextDecoder('windows-1252').decode(readFileSync(file)), {
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
  }) as string[][];
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, column) => `c${column}`);
  const db = new Database(join(folder, 'bare.db'));
  db.pragma('journal_mode = DELETE');
  db.pragma('synchronous = EXTRA');
  db.exec(`CREATE TABLE bare (${columns.join(', ')})`);
  const insert = db.prepare(`INSERT INTO bare VALUES (${columns.map(() => '?').join(', ')})`);
  db.transaction(() => {
    for (const row of rows.slice(1)) insert.run(row);
  })();
  db.close();
  rmSync(folder, { recursive: true, force: true });
}

export const figures: readonly Figure[] = [
  {
    // Ours also sniffs, maps, checks, compares, stores five times the rows with before and after images, and chains.
    name: 'IMPORT_2133_TO_BARE_INSERT',
    unit: 'x',
    budget: 10,
    run: async ({ isQuick, root }) => {
      const file = inventoryFile(root);
      const own = async () => {
        const portfolio = await benchPortfolio(root);
        await importWhole(portfolio, file);
        await portfolio.remove();
      };
      return ratio(own, () => bareImport(file), isQuick ? 3 : 5);
    },
  },
];
