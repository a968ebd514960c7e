import { describe, expect, it } from 'vitest';
import { StepButton } from '#renderer/app/step-button.tsx';
import { markup } from '../support/markup.tsx';

const button = (refusal: string | null) =>
  markup(<StepButton verb="Undo" label="Close March 2026" refusal={refusal} onClick={() => {}} />);

describe('StepButton', () => {
  it('names the step and is described by nothing while it can be taken', () => {
    const html = button(null);
    expect(html).toContain('aria-label="Undo: Close March 2026"');
    expect(html).not.toContain('aria-disabled');
    expect(html).not.toContain('aria-describedby');
  });

  it('says why a step is refused and stays reachable by keyboard', () => {
    const html = button('A closed review stands on it.');
    const described = /aria-describedby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toMatch(/\sdisabled/);
    expect(html).toContain(`id="${described}" hidden="">Cannot be undone: A closed review stands on it.<`);
  });
});
