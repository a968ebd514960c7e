import { describe, expect, it } from 'vitest';
import { INTAKE_CAPS } from '#shared/intake/caps.ts';
import { guessDelimiter } from '#shared/intake/delimiter.ts';

const guess = (text: string) => guessDelimiter(text, INTAKE_CAPS);

describe('guessDelimiter()', () => {
  it.each([
    ['commas', 'a,b,c\n1,2,3\n', ','],
    ['semicolons with decimal commas', 'name;cost\nx;1,5\ny;2,5\nz;3,25\n', ';'],
    ['tabs', 'a\tb\n1\t2\n', '\t'],
    ['bars', 'a|b|c\n1|2|3\n', '|'],
    ['commas in spite of semicolons inside quotes', 'a,b\n"x;y;z",1\n"p;q;r",2\n', ','],
    [
      'semicolons that hold every row in spite of many commas in some',
      `name;list\n${'x;1\n'.repeat(3)}${'y;a,b,c,d,e,f,g,h,i,j\n'.repeat(4)}`,
      ';',
    ],
    ['semicolons in spite of a title row', 'Our list, as of March\n\na;b;c\n1;2;3\n4;5;6\n', ';'],
  ])('finds %s by the width of the rows', (_, text, delimiter) => {
    expect(guess(text)).toMatchObject({ delimiter, basis: 'vote', text });
  });

  it('believes a sep= line and takes it off, so that rows count as a spreadsheet program counts them', () => {
    expect(guess('sep=;\r\na,b;c\n')).toEqual({ delimiter: ';', basis: 'line', text: 'a,b;c\n' });
  });

  it('says so when there is only one column', () => {
    expect(guess('name\nalpha\nbeta\n')).toMatchObject({ delimiter: ',', basis: 'none' });
  });

  it('is not thrown off by a sample that ends inside a quoted cell', () => {
    const long = `name,text\nx,"${'word; '.repeat(40_000)}"\ny,z\n`;
    expect(guess(long).delimiter).toBe(',');
  });
});
