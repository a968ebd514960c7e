import { describe, expect, it } from 'vitest';
import { Strip } from '#renderer/components/strip.tsx';
import { markup, textOf } from '../support/markup.tsx';

describe('Strip', () => {
  it('reads as one sentence and is spoken, its buttons apart', () => {
    const html = markup(
      <Strip title="Read-only." actions={<button type="button">Why</button>}>
        Save a copy.
      </Strip>,
    );
    expect(textOf(html)).toBe('Read-only. Save a copy. Why');
    expect(html).toMatch(/role="status"[^>]*><strong[^>]*>Read-only\.<\/strong>Save a copy\.<\/div>/);
  });

  it('tells its tones apart by the shape of the icon, not by colour alone', () => {
    const icons = (['plain', 'attention', 'bad'] as const).map((tone) => {
      const html = markup(<Strip tone={tone}>x</Strip>);
      return /<svg.*?<\/svg>/s.exec(html)?.[0];
    });
    expect(new Set(icons).size).toBe(3);
  });

  it('goes on paper only when it was asked to', () => {
    expect(markup(<Strip>x</Strip>)).toContain('data-printed="false"');
    expect(markup(<Strip isPrinted>x</Strip>)).toContain('data-printed="true"');
  });
});
