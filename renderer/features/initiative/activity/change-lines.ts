import type { HistoryChanges } from '#shared/api/schemas/history.ts';
import { countOf } from '../../../components/counts.ts';

type Change = HistoryChanges['changes'][number];
type Field = Change['fields'][number];

/** A line of the table of changes. */
export interface ChangeLine {
  readonly key: string;
  /** What was changed; '' under a line that has said it. */
  readonly subject: string;
  /** Which field; '' where the subject says it all. */
  readonly field: string;
  readonly action: Change['action'];
  /** True: the row came or went, and has no field that says more. */
  readonly isWhole: boolean;
  readonly before: Field['before'];
  readonly after: Field['after'];
}

export const ACTION_WORDS: Readonly<Record<Change['action'], string>> = {
  added: 'added',
  changed: 'changed',
  removed: 'removed',
};

/** One line a field; a row with one field only says the field where the subject alone would not do. */
export function changeLines(changes: readonly Change[]): readonly ChangeLine[] {
  return changes.flatMap((change, index) => {
    const { subject, action, fields } = change;
    const base = { subject, action, field: '', isWhole: true, before: null, after: null };
    if (fields.length === 0) return [{ ...base, key: `${index}` }];
    return fields.map(
      (field, at): ChangeLine => ({
        key: `${index} ${field.label}`,
        subject: at === 0 ? subject : '',
        field: field.label === 'Amount' && subject !== '' ? '' : field.label,
        action,
        isWhole: false,
        before: field.before,
        after: field.after,
      }),
    );
  });
}

/** Why an entry cannot be undone right here, and what to do; '' when there is nothing to say. */
export function undoWords(undo: HistoryChanges['undo'], isUndone: boolean): string {
  switch (undo.status) {
    case 'none':
      return isUndone ? 'It is undone. Redo, or the entry that undid it, brings it back.' : '';
    case 'closed':
      return undo.refusal;
    case 'ahead': {
      if (undo.steps === null)
        return 'More than 2,000 later steps would have to be undone first. Change it by hand.';
      const others = `${countOf(undo.steps, 'later step')} ${undo.steps === 1 ? 'has' : 'have'} to be undone first`;
      return `${others}, beginning with “${undo.nextLabel}”. To change only this, enter the value that stood before.`;
    }
  }
}
