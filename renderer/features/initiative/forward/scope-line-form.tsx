import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import {
  DRIVERS_PER_LINE,
  SCOPE_LINE_KIND_NAMES,
  SCOPE_LINE_KINDS,
  type Scope,
  type ScopeLine,
} from '#shared/domain/forward-model.ts';
import { useCommand } from '../../../app/use-call.ts';
import { optionsOf } from '../options.ts';
import { DialogForm, FieldRow } from './dialog-form.tsx';
import { amountAtP50, unitsText } from './line-amount.ts';
import styles from './loading-fields.module.css';
import { Product } from './product.tsx';
import { understood } from './read-number.ts';
import {
  emptyScopeLine,
  type ScopeLineDraft,
  scopeLineDraftOf,
  scopeLineFromDraft,
  scopeLineProblems,
} from './scope-line-draft.ts';
import { useRecordForm } from './use-record-form.ts';

interface ScopeLineFormProps {
  /** null: a new one. */
  readonly line: ScopeLine | null;
  readonly scope: Scope;
  readonly detail: InitiativeDetail;
  readonly onClose: () => void;
}

/** One product: a constant times one to five drivers. */
export function ScopeLineForm({ line, scope, detail, onClose }: ScopeLineFormProps) {
  const [draft, setDraft] = useState<ScopeLineDraft>(() =>
    line === null ? emptyScopeLine() : scopeLineDraftOf(line),
  );
  const form = useRecordForm(onClose);
  const add = useCommand('addScopeLine');
  const update = useCommand('updateScopeLine');
  const remove = useCommand('removeScopeLine');
  const set = (change: Partial<ScopeLineDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = form.isChecked ? scopeLineProblems(draft) : {};
  const options = [
    { value: '', label: 'choose' },
    ...detail.drivers.map(({ id, name, unit }) => ({
      value: id,
      label: unit === '' ? name : `${name} (${unit})`,
    })),
  ];
  const setDriver = (at: number, id: string) =>
    set({ driverIds: draft.driverIds.map((one, index) => (index === at ? id : one)) });

  return (
    <DialogForm
      submitLabel={line === null ? 'Add line' : 'Save line'}
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(scopeLineFromDraft(draft), (value) =>
          line === null
            ? add.run({ scopeId: scope.id, line: value })
            : update.run({ id: line.id, line: value }),
        )
      }
      remove={
        line === null
          ? undefined
          : {
              label: 'Remove line',
              onRemove: () => void form.remove(line.name, () => remove.run({ id: line.id })),
            }
      }
    >
      <FieldRow>
        <TextInput
          label="Name"
          value={draft.name}
          maxLength={200}
          data-autofocus
          required
          error={problems.name}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Kind"
          value={draft.kind}
          data={optionsOf(SCOPE_LINE_KINDS, SCOPE_LINE_KIND_NAMES)}
          onChange={(event) => set({ kind: event.currentTarget.value as ScopeLineDraft['kind'] })}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          label="Constant"
          description={understood(draft.constant) ?? 'A number or a calculation: 1/60, .8*.9'}
          value={draft.constant}
          maxLength={60}
          error={problems.constant}
          onChange={(event) => set({ constant: event.currentTarget.value })}
        />
        <TextInput
          label="Role of people"
          description="When scarce, its price is added to the constant"
          value={draft.role}
          maxLength={100}
          onChange={(event) => set({ role: event.currentTarget.value })}
        />
      </FieldRow>
      <fieldset className={styles.group}>
        <legend className={styles.legend}>Times</legend>
        {draft.driverIds.map((id, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a place in the product; the same driver may stand twice
          <div key={index} className={styles.factor}>
            <NativeSelect
              aria-label={`Driver ${index + 1}`}
              value={id}
              data={options}
              onChange={(event) => setDriver(index, event.currentTarget.value)}
            />
            {draft.driverIds.length === 1 ? null : (
              <Button
                variant="subtle"
                aria-label={`Take away driver ${index + 1}`}
                onClick={() => set({ driverIds: draft.driverIds.filter((_, at) => at !== index) })}
              >
                Take away
              </Button>
            )}
          </div>
        ))}
        {problems.driverIds === undefined ? null : (
          <p role="alert" className={styles.problem}>
            {problems.driverIds}
          </p>
        )}
        {draft.driverIds.length < DRIVERS_PER_LINE.most ? (
          <Button
            variant="subtle"
            className={styles.add ?? ''}
            onClick={() => set({ driverIds: [...draft.driverIds, ''] })}
          >
            Add a driver
          </Button>
        ) : null}
      </fieldset>
      <Preview draft={draft} detail={detail} scope={scope} />
    </DialogForm>
  );
}

/** What the line comes to as it stands in the form. */
function Preview({
  draft,
  detail,
  scope,
}: {
  readonly draft: ScopeLineDraft;
  readonly detail: InitiativeDetail;
  readonly scope: Scope;
}) {
  const value = scopeLineFromDraft({ ...draft, name: draft.name.trim() === '' ? '-' : draft.name });
  if (value === null) return null;
  const drivers = new Map(detail.drivers.map((one) => [one.id, one]));
  const line: ScopeLine = { ...value, id: '', scopeId: scope.id, sortOrder: 0 };
  const amount = amountAtP50(line, drivers);
  return (
    <p className="muted">
      <Product line={line} drivers={drivers} />
      {amount === null ? '; a driver is blank' : ` = ${unitsText(amount)} ${detail.currency} at P50`}
    </p>
  );
}
