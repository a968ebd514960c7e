import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { answerText, exampleOutcome } from '#shared/formulas/answers.ts';
import { FORMULAS } from '#shared/formulas/catalogue.ts';
import { SUBJECTS } from '#shared/formulas/formula.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CASES = FORMULAS.map((formula) => [formula.id, formula] as const);

describe('FORMULAS', () => {
  it('has every id once, in kebab-case', () => {
    const ids = FORMULAS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('speaks of every subject, in their order', () => {
    expect([...new Set(FORMULAS.map(({ subject }) => subject))]).toEqual(SUBJECTS);
  });

  it.each(CASES)('%s has all its parts', (_, formula) => {
    const { name, statement, convention, edgeCases, example, source, judgement, code } = formula;
    for (const text of [name, statement, convention, example.inputs, source])
      expect(text.trim()).not.toBe('');
    expect(judgement?.trim()).not.toBe('');
    expect(edgeCases.length).toBeGreaterThan(0);
    for (const { when, answer } of edgeCases) expect([when.trim(), answer.trim()]).not.toContain('');
    expect(Object.keys(code).length).toBeGreaterThan(0);
    // A number has a unit or is a pure one; a text is compared as it stands.
    if (typeof example.expected === 'string') expect(example).toMatchObject({ tolerance: 0, unit: '' });
    else expect(example.tolerance).toBeLessThanOrEqual(Math.max(1, Math.abs(example.expected)) / 10);
  });

  it.each(CASES)('%s: the example gives the expected answer', (_, { example }) => {
    const { actual, isAsExpected } = exampleOutcome(example);
    expect(isAsExpected, `the code answers ${actual}, the example says ${example.expected}`).toBe(true);
  });

  it.each(
    FORMULAS.flatMap(({ id, edgeCases }) =>
      edgeCases.flatMap(({ when, answer, run }) =>
        run === undefined ? [] : [[id, when, answer, run] as const],
      ),
    ),
  )('%s: %s', (_id, _when, answer, run) => {
    expect(answerText(run())).toBe(answer);
  });

  it.each(CASES)('%s names code that is there', (_, { code }) => {
    for (const [file, names] of Object.entries(code)) {
      expect(existsSync(resolve(ROOT, file)), file).toBe(true);
      const text = readFileSync(resolve(ROOT, file), 'utf8');
      for (const name of names.split(', ')) {
        expect(text, `${file}: ${name}`).toMatch(
          new RegExp(`^export (function|class|const) ${name}\\b`, 'm'),
        );
      }
    }
  });
});

/** Files that hold no formula of their own, with what they are. A new file is named here or by a formula. */
const WITHOUT_FORMULA: Readonly<Record<string, string>> = {
  'shared/finance/reason.ts': 'the typed reasons',
  'shared/forward-model/build-assets.ts': 'reads stored assets',
  'shared/forward-model/build-drivers.ts': 'reads stored drivers',
  'shared/forward-model/build-missing.ts': 'collects what is missing',
  'shared/forward-model/build-scopes.ts': 'reads stored scopes',
  'shared/forward-model/columns.ts': 'makes columns',
  'shared/forward-model/model.ts': 'types',
};

describe('the engine', () => {
  it('has no file of arithmetic that no formula names', () => {
    const named = new Set(FORMULAS.flatMap(({ code }) => Object.keys(code)));
    const files = ['shared/finance', 'shared/uncertainty', 'shared/forward-model'].flatMap((folder) =>
      readdirSync(resolve(ROOT, folder))
        .filter((file) => file.endsWith('.ts'))
        .map((file) => `${folder}/${file}`),
    );
    expect(files.filter((file) => !named.has(file) && !(file in WITHOUT_FORMULA))).toEqual([]);
    expect(Object.keys(WITHOUT_FORMULA).filter((file) => !files.includes(file) || named.has(file))).toEqual(
      [],
    );
  });
});
