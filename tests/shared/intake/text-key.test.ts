import { describe, expect, it } from 'vitest';
import { isMissingText, multiLine, singleLine, textKey } from '#shared/intake/text-key.ts';

describe('textKey()', () => {
  it('sees through line ends, typographic signs, spaces and case', () => {
    expect(textKey(' The system\u2019s\r\n  \u201cnew\u201d \u2013 part\u00a0two ')).toBe(
      'the system\'s "new" - part two',
    );
  });
});

describe('singleLine()', () => {
  it('makes one line and drops control characters', () => {
    expect(singleLine(' a\r\n b\u0007c\u00a0 ')).toBe('a b c');
  });
});

describe('multiLine()', () => {
  it('keeps lines with plain line ends', () => {
    expect(multiLine(' a  \r\nb\rc\u0000d \n')).toBe('a\nb\nc d');
  });

  it('leaves no half of a character behind', () => {
    expect(multiLine('a\ud800')).toBe('a\ufffd');
  });
});

describe('isMissingText()', () => {
  it.each([
    '',
    ' ',
    '\u00a0',
    'N/A',
    'n/a',
    'NA',
    'None',
    '-',
    '\u2013',
    'TBD',
    'N/A - never initiated',
    'Not Applicable',
  ])('takes %j for nothing', (text) => expect(isMissingText(text)).toBe(true));

  it.each(['No', '0', 'Nana', 'None of the above', 'Navigation', 'not'])('takes %j for something', (text) =>
    expect(isMissingText(text)).toBe(false),
  );
});
