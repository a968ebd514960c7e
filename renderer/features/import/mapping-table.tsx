import { Button, NativeSelect } from '@mantine/core';
import { IconChevronRight } from '@tabler/icons-react';
import { Fragment, useMemo, useState } from 'react';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { classNames } from '../../components/class-names.ts';
import { columnOf, examplesOf, type ImportChange, isFieldShown, meaningOf } from './import-options.ts';
import { count, counted } from './import-sentences.ts';
import styles from './mapping.module.css';
import { ValueMap } from './value-map.tsx';

const DETECTED = 'detected';

type Target = ImportDraft['targets'][number];

interface MappingTableProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

/** Which column fills which field, with examples of what stands there; value maps open below their field. */
export function MappingTable({ draft, options, change }: MappingTableProps) {
  const [isWhole, setIsWhole] = useState(false);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => columnChoices(draft.headers), [draft.headers]);
  const toggle = (field: string) => {
    const next = new Set(opened);
    if (!next.delete(field)) next.add(field);
    setOpened(next);
  };
  const shown = isWhole ? draft.targets : draft.targets.filter((t) => isFieldShown(options, t));
  const hidden = draft.targets.length - shown.length;
  return (
    <>
      <table className={styles.mapping}>
        <thead>
          <tr>
            <th scope="col" className={classNames(styles.head, styles.fieldHead)}>
              Field
            </th>
            <th scope="col" className={classNames(styles.head, styles.columnHead)}>
              Column in the file
            </th>
            <th scope="col" className={styles.head}>
              Examples
            </th>
            <th scope="col" className={classNames(styles.head, styles.valuesHead)}>
              Values
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((target) => (
            <Fragment key={target.field}>
              <MappingRow
                target={target}
                draft={draft}
                options={options}
                columns={columns}
                change={change}
                isOpen={opened.has(target.field)}
                onToggle={() => toggle(target.field)}
              />
              {opened.has(target.field) && target.values ? (
                <tr>
                  <td colSpan={4} className={styles.valuesBox} id={`values-${target.field}`}>
                    <ValueMap target={target} options={options} change={change} />
                  </td>
                </tr>
              ) : null}
            </Fragment>
          ))}
        </tbody>
      </table>
      {hidden > 0 || isWhole ? (
        <div className={styles.more}>
          <Button size="compact-xs" aria-expanded={isWhole} onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show only fields in use' : `Show ${counted(hidden, 'more field')} without a column`}
          </Button>
        </div>
      ) : null}
    </>
  );
}

interface MappingRowProps extends MappingTableProps {
  readonly target: Target;
  readonly columns: readonly { readonly value: string; readonly label: string }[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function MappingRow({ target, draft, options, columns, change, isOpen, onToggle }: MappingRowProps) {
  const column = columnOf(options, target);
  const examples = column === null ? [] : examplesOf(draft, column, 3);
  const isChosen = options.columns !== undefined && Object.hasOwn(options.columns, target.field);
  const composite = isChosen ? null : target.composite;
  const isEmpty = column === null && composite === null;
  const isMissing = target.isRequired && isEmpty;
  const data = [
    ...(composite === null ? [] : [{ value: DETECTED, label: composite }]),
    ...columns,
    ...(isChosen ? [{ value: DETECTED, label: 'back to what was detected' }] : []),
  ];
  return (
    <tr className={styles.row}>
      <th scope="row" className={styles.field} data-empty={isEmpty || undefined}>
        {target.name}
        {target.isRequired ? (
          <span className={styles.required} data-missing={isMissing || undefined}>
            {' '}
            required
          </span>
        ) : null}
      </th>
      <td className={styles.cell}>
        <NativeSelect
          size="xs"
          classNames={{ input: styles.input }}
          aria-label={`Column for ${target.name}`}
          value={composite === null ? columnValue(column) : DETECTED}
          data={data}
          title={composite ?? (column === null ? undefined : draft.headers[column])}
          error={isMissing ? 'choose a column' : undefined}
          onChange={(event) =>
            change({ kind: 'column', field: target.field, column: columnFrom(event.currentTarget.value) })
          }
        />
      </td>
      <td className={styles.cell}>
        <span className={styles.examples} title={examples.join('\n')}>
          {examples.length > 0 ? (
            examples.join(' · ')
          ) : (
            <span className={styles.dim}>{noExample(column, composite)}</span>
          )}
        </span>
      </td>
      <td className={styles.cell}>
        {target.values && target.values.length > 0 ? (
          <ValuesButton target={target} options={options} isOpen={isOpen} onToggle={onToggle} />
        ) : null}
      </td>
    </tr>
  );
}

function columnValue(column: number | null): string {
  return column === null ? '' : String(column);
}

function columnFrom(value: string): number | null | typeof DETECTED {
  if (value === DETECTED) return DETECTED;
  return value === '' ? null : Number(value);
}

function noExample(column: number | null, composite: string | null): string {
  if (composite !== null) return 'put together by the format';
  return column === null ? 'stays unmeasured' : 'blank in the first rows';
}

interface ValuesButtonProps {
  readonly target: Target;
  readonly options: ImportOptions;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function ValuesButton({ target, options, isOpen, onToggle }: ValuesButtonProps) {
  const values = target.values ?? [];
  const open = values.filter((v) => meaningOf(options, target.field, v) === null).length;
  return (
    <button
      type="button"
      className={styles.disclose}
      aria-expanded={isOpen}
      aria-controls={`values-${target.field}`}
      onClick={onToggle}
    >
      <IconChevronRight
        aria-hidden="true"
        size="0.875rem"
        className={styles.arrow}
        data-open={isOpen || undefined}
      />
      <span className="visually-hidden">Values of {target.name}:</span>
      {counted(values.length, 'text')}
      {open > 0 ? <span className={styles.unmapped}>{count(open)} unmapped</span> : null}
    </button>
  );
}

/** "3 Stage of Development": position first, since headers can repeat or be blank. */
function columnChoices(headers: readonly string[]) {
  return [
    { value: '', label: 'no column' },
    ...headers.map((header, index) => ({
      value: String(index),
      label: `${index + 1}  ${header.trim() === '' ? '(no name)' : header.replace(/\s+/g, ' ').trim()}`,
    })),
  ];
}
