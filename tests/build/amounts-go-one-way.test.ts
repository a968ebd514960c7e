import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../../renderer');
/** Where amounts are written on purpose whatever the mode: bounds one types oneself, in a form one has just opened. */
const TYPED = 'features/register/range-filter-menu.tsx';
const HOME = 'components/money-words.ts';

describe('the page', () => {
  it('writes money by money-words.ts alone, which knows whether it may be shown', () => {
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.tsx?$/.test(name),
    );
    const around = sources.filter((name) => {
      const text = readFileSync(join(root, name), 'utf8');
      return /import \{[^}]*\bformatMoney\b[^}]*\} from '#shared\/report\/format\.ts'/.test(text);
    });
    expect(around.map((name) => relative('.', name).replaceAll('\\', '/'))).toEqual([HOME, TYPED]);
  });
});
