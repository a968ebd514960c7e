import { describe, expect, it } from 'vitest';
import { benchLine, chooseFigures, judgeFigure, readBenchArguments } from '../../build/steps/bench.mjs';

describe('readBenchArguments()', () => {
  it('reads names, the short form and the file to write', () => {
    expect(readBenchArguments(['import', '--json', 'a.json', '--quick', 'sort'])).toEqual({
      isQuick: true,
      json: 'a.json',
      names: ['import', 'sort'],
    });
  });

  it.each([
    [['--json'], '--json needs a file name'],
    [['--fast'], 'There is no option --fast'],
  ])('refuses %j', (argv, message) => {
    expect(() => readBenchArguments(argv)).toThrow(message);
  });
});

describe('chooseFigures()', () => {
  const figures = [{ name: 'import' }, { name: 'sort' }];
  it('takes all without names, else the named ones', () => {
    expect(chooseFigures(figures, [])).toEqual(figures);
    expect(chooseFigures(figures, ['sort'])).toEqual([{ name: 'sort' }]);
  });

  it('names what there is when one is unknown', () => {
    expect(() => chooseFigures(figures, ['srot'])).toThrow('There is no figure srot. Known: import, sort.');
  });
});

describe('judgeFigure()', () => {
  const figure = { name: 'sort', unit: 'ms', budget: 50 };
  it.each([
    [figure, 49.96, 'sort 50 ms (budget 50) ok'],
    [figure, 50.4, 'sort 50.4 ms (budget 50) short'],
    [figure, 1234, 'sort 1234 ms (budget 50) short'],
    [figure, Number.NaN, 'sort NaN ms (budget 50) short'],
    [{ ...figure, isAtLeast: true }, 60, 'sort 60 ms (budget 50) ok'],
    [{ ...figure, isAtLeast: true }, 40, 'sort 40 ms (budget 50) short'],
  ])('judges %j at %d', (given, measured, line) => {
    expect(benchLine(judgeFigure(given, measured))).toBe(line);
  });

  it('prints what else the run counted below the figure', () => {
    const judged = judgeFigure(figure, { value: 60, note: '3 runs' });
    expect(judged).toMatchObject({ ok: false, note: '3 runs' });
    expect(benchLine(judged)).toBe('sort 60 ms (budget 50) short\n  3 runs');
  });

  it('finds a figure that cannot be had here neither ok nor short, and says why', () => {
    const judged = judgeFigure(figure, { skipped: 'there is no C compiler' });
    expect(judged).not.toHaveProperty('ok');
    expect(benchLine(judged)).toBe('sort skipped: there is no C compiler');
  });
});
