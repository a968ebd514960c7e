// Writes docs/formulas.md from the catalogue in shared/formulas/. Run with the project's own Node:
//   node_modules/.bin/node build/formulas.mjs
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formulasPage } from '../shared/formulas/formulas-page.ts';

const file = resolve(import.meta.dirname, '../docs/formulas.md');
writeFileSync(file, formulasPage());
console.log(`Written: ${file}`);
