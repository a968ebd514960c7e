import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Figure } from '#renderer/components/figure.tsx';
import { VerdictChip } from '#renderer/components/verdict-chip.tsx';

describe('VerdictChip', () => {
  it('says in a word that a verdict is being computed, which is not having none', () => {
    expect(renderToStaticMarkup(<VerdictChip verdict={null} isComputing />)).toContain('>computing<');
    expect(renderToStaticMarkup(<VerdictChip verdict={null} />)).toContain('>no verdict<');
    expect(renderToStaticMarkup(<VerdictChip verdict="kill" />)).toContain('Kill');
  });
});

describe('Figure', () => {
  it('says the word for what is missing and why, never a zero', () => {
    const html = renderToStaticMarkup(
      <Figure label="P" value={null} missing="computing" note="n" why="it runs" />,
    );
    expect(html).toContain('>computing<');
    expect(html).toContain('it runs');
    expect(html).not.toContain('>n<');
  });
  it('shows a value with its note, not the reason', () => {
    const html = renderToStaticMarkup(<Figure label="P" value="0.86" note="SE" why={null} />);
    expect(html).toContain('0.86');
    expect(html).toContain('SE');
    expect(renderToStaticMarkup(<Figure label="P" value={null} />)).toContain('unmeasured');
  });
});
