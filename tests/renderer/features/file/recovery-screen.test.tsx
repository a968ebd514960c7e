import { describe, expect, it } from 'vitest';
import { Damaged, emptyLast } from '#renderer/features/file/recovery-screen.tsx';
import { damage } from '../../support/example-status.ts';
import { buttonTag, markup, textOf } from '../../support/markup.tsx';

describe('emptyLast()', () => {
  it('keeps the order of loss, an empty portfolio after everything that holds something', () => {
    expect(emptyLast(damage().choices).map((way) => way.choice.kind)).toEqual(['rebuilt', 'backup', 'empty']);
  });
});

describe('Damaged', () => {
  const html = markup(<Damaged damage={damage()} place="~/Portfolios/north.pilotage" onChoose={() => {}} />);
  const words = textOf(html);

  it('says what was found, what is seen meanwhile and that nothing is written', () => {
    expect(words).toContain('12 pages cannot be read.');
    expect(words).toContain('You see meanwhile the latest good backup of it');
    expect(words).toContain('nothing is written; the damaged file stays as it is, and is kept afterwards');
  });

  it('says of each way out what would be lost, an empty portfolio last', () => {
    const rebuilt = words.indexOf('The portfolio rebuilt Nothing.');
    const backup = words.indexOf('The backup of today 24 steps.');
    const empty = words.indexOf('An empty portfolio Everything.');
    expect(rebuilt).toBeGreaterThan(0);
    expect(backup).toBeGreaterThan(rebuilt);
    expect(empty).toBeGreaterThan(backup);
  });

  it('fills one button, that of the way that loses least', () => {
    expect(html.match(/data-variant="filled"/g)).toHaveLength(1);
    expect(buttonTag(html, 'Look and choose… The portfolio rebuilt')).toContain('data-variant="filled"');
  });
});
