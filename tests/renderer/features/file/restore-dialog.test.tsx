import { describe, expect, it } from 'vitest';
import { RestoreForm } from '#renderer/features/file/restore-dialog.tsx';
import { RestorePreviewView, SHOWN_DIFFERENCES } from '#renderer/features/file/restore-preview-view.tsx';
import type { RestoreChoice, RestorePreview } from '#shared/api/schemas/file.ts';
import { answered, buttonTag, markup, textOf } from '../../support/markup.tsx';
import { difference, preview } from './example-preview.ts';

const BACKUP: RestoreChoice = { kind: 'backup', handle: 'b1' };
const form = (choice: RestoreChoice, data?: RestorePreview) =>
  markup(<RestoreForm target={{ choice, title: 'The backup' }} onClose={() => {}} />, {
    answers: data ? [answered('previewRestore', { choice }, data)] : [],
  });
const view = (over: Partial<RestorePreview>) =>
  textOf(markup(<RestorePreviewView preview={preview(over)} />));

describe('RestoreForm', () => {
  it('cannot restore before the preview is read', () => {
    const html = form(BACKUP);
    expect(textOf(html)).toContain('Reading the backup…');
    expect(buttonTag(html, 'Restore')).toMatch(/ disabled/);
    expect(buttonTag(html, 'Cancel')).not.toMatch(/ disabled/);
  });

  it('says what becomes of the replaced file, and gives Cancel the focus', () => {
    const html = form(BACKUP, preview());
    expect(textOf(html)).toContain('The file that is replaced is kept beside it, whole.');
    expect(buttonTag(html, 'Restore')).not.toMatch(/ disabled/);
    expect(buttonTag(html, 'Restore')).not.toContain('data-autofocus');
    expect(buttonTag(html, 'Cancel')).toContain('data-autofocus="true"');
  });

  it('calls an empty portfolio what it is', () => {
    const html = textOf(form({ kind: 'empty' }, preview({ choice: { kind: 'empty' } })));
    expect(html).toContain('Starting anew begins an empty portfolio.');
    expect(html).toMatch(/Cancel Start anew$/);
  });
});

describe('RestorePreviewView', () => {
  it('sets both sides beside one another, then what would be lost and what would change', () => {
    const words = view({});
    expect(words).toContain('Now Restored Initiatives 24 25 Last history entry 1,204 1,130');
    expect(words).toContain('As of now 30 Sep 2026, 14:05 UTC');
    expect(words).toContain('74 steps would be lost Close March 2026 for Claims triage Add Fraud signals');
    expect(words).toContain('and 72 earlier ones');
    expect(words).toContain('2 rows of the whole portfolio differ');
    expect(words).toContain('Initiatives: 1 changes');
    expect(words).toContain('Claims triage changes 4 amounts, level of the evaluation gap');
  });

  it('counts rows where there are no words, and says that the present file is damaged', () => {
    const words = view({ present: null, initiatives: [difference('Fraud signals', 'comes_back')] });
    expect(words).toContain('Initiatives damaged 25');
    expect(words).toContain('Fraud signals comes back 4 rows');
    expect(words).toContain('What would change cannot be said');
    expect(words).not.toContain('Nothing differs');
  });

  it('leaves out the moment where there is none', () => {
    expect(view({ restored: { seq: 1204, initiatives: 24, madeAt: null } })).not.toContain('As of');
  });

  it('says that nothing differs', () => {
    const words = view({ initiatives: [], portfolioRows: 0, stepsLost: { count: 0, latest: [] } });
    expect(words).toContain('Nothing differs');
    expect(words).not.toContain('would be lost');
  });

  it('shows so many of 2,000 and counts the rest', () => {
    const initiatives = Array.from({ length: 2000 }, (_, index) => difference(`A${index}`, 'changes'));
    const html = markup(<RestorePreviewView preview={preview({ initiatives })} />);
    expect(html.match(/data-kind="changes"/g)).toHaveLength(SHOWN_DIFFERENCES);
    expect(textOf(html)).toContain('Initiatives: 2,000 change');
    expect(textOf(html)).toContain('and 1,800 more');
  });
});
