import { describe, expect, it } from 'vitest';
import { figureNote, figureReason } from '#renderer/features/portfolio/headline-figures.tsx';

const LABEL = 'actual, undiscounted, last 3 closed months';

describe('figureNote()', () => {
  it('joins the unit, the label and the remark', () => {
    expect(figureNote({ value: 1, label: LABEL, why: '2 of 3 months are closed' }, 'EUR')).toBe(
      `EUR; ${LABEL}; 2 of 3 months are closed`,
    );
    expect(figureNote({ value: 1, label: LABEL, why: null })).toBe(LABEL);
  });
});

describe('figureReason()', () => {
  it('says why a figure is missing', () => {
    expect(figureReason({ value: null, label: LABEL, why: 'no month is closed yet' })).toBe(
      'no month is closed yet',
    );
  });
});
