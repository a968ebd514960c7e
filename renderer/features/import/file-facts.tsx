import { NativeSelect, TextInput, type TextInputProps } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { isIsoDate } from '#shared/domain/calendar.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './file.module.css';
import { choicesLost, type ImportChange } from './import-options.ts';
import { counted } from './import-sentences.ts';
import type { DraftState } from './import-state.ts';

const ENCODINGS = [
  { value: 'utf-8', label: 'UTF-8' },
  { value: 'windows-1252', label: 'Windows-1252 (Western)' },
  { value: 'utf-16le', label: 'UTF-16 LE' },
  { value: 'utf-16be', label: 'UTF-16 BE' },
];
const DELIMITERS = [
  { value: ',', label: 'Comma  ,' },
  { value: ';', label: 'Semicolon  ;' },
  { value: '\t', label: 'Tab' },
  { value: '|', label: 'Bar  |' },
];
/** Quiet label above, remark below: the value is what one reads. */
const LOOK: Pick<TextInputProps, 'size' | 'inputWrapperOrder'> & { classNames: Record<string, string> } = {
  size: 'xs',
  inputWrapperOrder: ['label', 'input', 'description', 'error'],
  classNames: {
    label: styles.label ?? '',
    input: styles.input ?? '',
    description: styles.remark ?? '',
  },
};

const DATE_ORDERS = [
  { value: 'mdy', label: 'month / day / year' },
  { value: 'dmy', label: 'day / month / year' },
  { value: 'ymd', label: 'year / month / day' },
];

interface FileFactsProps {
  readonly state: DraftState;
  readonly change: (change: ImportChange) => void;
}

/** How the file is read: each fact as detected, and the control that changes it. */
export function FileFacts({ state, change }: FileFactsProps) {
  const { draft, options } = state;
  return (
    <div className={styles.facts}>
      <NativeSelect
        {...LOOK}
        label="Format"
        className={classNames(styles.field, styles.long)}
        value={options.profileId ?? draft.profileId}
        data={draft.profiles.map((p) => ({ value: p.id, label: p.name }))}
        description={origin(options, 'profileId')}
        onChange={(e) => change({ kind: 'profile', profileId: e.currentTarget.value })}
      />
      {draft.sheets.length > 0 ? (
        <NativeSelect
          {...LOOK}
          label="Sheet"
          className={classNames(styles.field, styles.long)}
          value={options.sheet ?? draft.sheet ?? ''}
          data={draft.sheets.map(sheetChoice)}
          description={origin(options, 'sheet')}
          onChange={(e) => change({ kind: 'sheet', sheet: e.currentTarget.value })}
        />
      ) : null}
      {draft.encoding === null ? null : (
        <NativeSelect
          {...LOOK}
          label="Encoding"
          className={classNames(styles.field, styles.middle)}
          value={options.encoding ?? draft.encoding}
          data={ENCODINGS}
          description={origin(options, 'encoding')}
          onChange={(e) => change({ kind: 'encoding', encoding: e.currentTarget.value as never })}
        />
      )}
      {draft.delimiter === null ? null : (
        <NativeSelect
          {...LOOK}
          label="Delimiter"
          className={classNames(styles.field, styles.brief)}
          value={options.delimiter ?? draft.delimiter}
          data={DELIMITERS}
          description={origin(options, 'delimiter')}
          onChange={(e) => change({ kind: 'delimiter', delimiter: e.currentTarget.value as never })}
        />
      )}
      <HeaderRowField draft={draft} options={options} change={change} />
      <DateOrderField draft={draft} options={options} change={change} />
      <EvidenceDateField draft={draft} options={options} change={change} />
    </div>
  );
}

function sheetChoice(sheet: ImportDraft['sheets'][number]) {
  const hidden = sheet.isHidden ? ', hidden' : '';
  return { value: sheet.name, label: `${sheet.name} (${counted(sheet.rows, 'row')}${hidden})` };
}

/** Whether a fact was found by the program or said by the person. */
function origin(options: ImportOptions, part: keyof ImportOptions): string {
  return options[part] === undefined ? 'detected' : 'your choice';
}

interface FieldProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

function HeaderRowField({ draft, options, change }: FieldProps) {
  const row = options.headerRow ?? draft.headerRow;
  // 0 = the table has no header row and its columns are called by number.
  const shown = row === 0 ? '' : String(row);
  const [text, setText] = useState(shown);
  // The radio buttons of the first rows change the same fact.
  useEffect(() => setText(shown), [shown]);
  const typed = rowFrom(text);
  const lost = choicesLost(options, { kind: 'headerRow', row: typed ?? 1 });
  const isUnreadable = typed === null && text !== '';
  return (
    <TextInput
      {...LOOK}
      label="Header row"
      className={classNames(styles.field, styles.short)}
      inputMode="numeric"
      placeholder="none"
      value={text}
      error={isUnreadable ? 'a whole number from 1 to 1,000' : undefined}
      description={lost > 0 ? `another drops ${counted(lost, 'choice')}` : origin(options, 'headerRow')}
      onChange={(event) => {
        const value = event.currentTarget.value.trim();
        setText(value);
        const next = rowFrom(value);
        if (next !== null && next !== row) change({ kind: 'headerRow', row: next });
      }}
    />
  );
}

function rowFrom(text: string): number | null {
  const row = Number(text);
  return text !== '' && Number.isInteger(row) && row >= 1 && row <= 1000 ? row : null;
}

function DateOrderField({ draft, options, change }: FieldProps) {
  const order = options.dateOrder ?? draft.dateOrder;
  if (order === null && !draft.isDateOrderAsked) return null;
  const isAsked = draft.isDateOrderAsked && options.dateOrder === undefined;
  return (
    <NativeSelect
      {...LOOK}
      label="Dates are written"
      className={styles.field ?? ''}
      value={order ?? ''}
      data={order === null ? [{ value: '', label: 'Choose…', disabled: true }, ...DATE_ORDERS] : DATE_ORDERS}
      description={isAsked ? 'both orders fit; please say which' : origin(options, 'dateOrder')}
      data-asked={isAsked || undefined}
      onChange={(e) => change({ kind: 'dateOrder', order: e.currentTarget.value as never })}
    />
  );
}

function EvidenceDateField({ draft, options, change }: FieldProps) {
  return (
    <TextInput
      {...LOOK}
      type="date"
      label="Evidence dated"
      className={styles.field ?? ''}
      value={options.evidenceDate ?? draft.evidenceDate ?? ''}
      max="9999-12-31"
      description="day of the answers"
      onChange={(event) => {
        const typed = event.currentTarget.value;
        if (typed === '') change({ kind: 'evidenceDate', date: null });
        else if (isIsoDate(typed)) change({ kind: 'evidenceDate', date: typed });
      }}
    />
  );
}
