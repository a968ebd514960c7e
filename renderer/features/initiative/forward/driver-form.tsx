import { Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { DRIVER_BOUND_NAMES, DRIVER_BOUNDS, type DriverBound } from '#shared/domain/forward-model.ts';
import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCommand } from '../../../app/use-call.ts';
import { isMoneyUnit } from '../../../components/money-words.ts';
import { useAmountField } from '../../../components/use-amount-field.ts';
import { optionsOf, optionsWithBlank } from '../options.ts';
import { DialogForm, FieldRow } from './dialog-form.tsx';
import {
  type DriverDraft,
  driverDraftOf,
  driverFromDraft,
  driverProblems,
  emptyDriver,
} from './driver-draft.ts';
import type { DriverTarget } from './driver-table.tsx';
import { LoadingFields } from './loading-fields.tsx';
import { understood } from './read-number.ts';
import { HEAVY_TAIL, POINT_NAMES, POINTS, readTriple } from './triple.ts';
import { useRecordForm } from './use-record-form.ts';

interface DriverFormProps {
  readonly target: DriverTarget;
  readonly initiativeId: string;
  readonly uses: number;
  readonly assetNames: ReadonlyMap<string, string>;
  readonly currency: string;
  readonly asOf: IsoDate;
  readonly onClose: () => void;
}

/** Everything about a driver. */
export function DriverForm(props: DriverFormProps) {
  const { target, initiativeId, uses, assetNames, currency, asOf, onClose } = props;
  const [draft, setDraft] = useState<DriverDraft>(() =>
    target.mode === 'edit' ? driverDraftOf(target.driver, currency) : emptyDriver(asOf),
  );
  const form = useRecordForm(onClose);
  const amountField = useAmountField();
  const pointField = useAmountField(isMoneyUnit(draft.unit, currency));
  const add = useCommand('addDriver');
  const update = useCommand('updateDriver');
  const remove = useCommand('removeDriver');
  const set = (change: Partial<DriverDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = form.isChecked ? driverProblems(draft, asOf, currency) : {};
  const read = draft.isKnown ? null : readTriple(draft, draft.bound);

  return (
    <DialogForm
      submitLabel={target.mode === 'add' ? 'Add driver' : 'Save driver'}
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(driverFromDraft(draft, asOf, currency), (driver) =>
          target.mode === 'add'
            ? add.run({ initiativeId, driver })
            : update.run({ id: target.driver.id, driver }),
        )
      }
      remove={
        target.mode === 'add' || uses > 0
          ? undefined
          : {
              label: 'Remove driver',
              onRemove: () =>
                void form.remove(target.driver.name, () => remove.run({ id: target.driver.id })),
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
        <TextInput
          label="Unit"
          placeholder="per month, minutes"
          value={draft.unit}
          maxLength={100}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        <NativeSelect
          label="Values"
          value={draft.bound}
          data={optionsOf(DRIVER_BOUNDS, DRIVER_BOUND_NAMES)}
          onChange={(event) => set({ bound: event.currentTarget.value as DriverBound })}
        />
        {(draft.isKnown ? (['p50'] as const) : POINTS).map((point) => (
          <TextInput
            key={point}
            label={draft.isKnown ? 'Value' : POINT_NAMES[point]}
            description={'type' in pointField ? undefined : understood(draft[point])}
            inputMode="decimal"
            {...pointField}
            maxLength={60}
            value={draft[point]}
            error={problems[point]}
            onChange={(event) => set({ [point]: event.currentTarget.value })}
          />
        ))}
      </FieldRow>
      {read?.ok && read.isHeavyTailed ? <p className="muted">{HEAVY_TAIL}</p> : null}
      <Checkbox
        size="xs"
        label="Known exactly: one number"
        checked={draft.isKnown}
        onChange={(event) => set({ isKnown: event.currentTarget.checked })}
      />
      <Checkbox
        size="xs"
        label="A volume: moves with the shared assets its scope waits for"
        checked={draft.isVolume}
        onChange={(event) => set({ isVolume: event.currentTarget.checked })}
      />
      <FieldRow>
        <NativeSelect
          label="Rests on"
          value={draft.grade}
          data={optionsWithBlank(EVIDENCE_KINDS, EVIDENCE_KIND_NAMES, 'not said')}
          onChange={(event) => set({ grade: event.currentTarget.value as DriverDraft['grade'] })}
        />
        <TextInput
          type="date"
          label="Numbers set on"
          value={draft.datedOn}
          error={problems.datedOn}
          onChange={(event) => set({ datedOn: event.currentTarget.value })}
        />
      </FieldRow>
      <LoadingFields
        loadings={draft.loadings}
        assetNames={assetNames}
        problem={problems.loadings}
        onChange={(loadings) => set({ loadings })}
      />
      <FieldRow>
        <TextInput
          label={`Cost to measure it better, ${currency}`}
          inputMode="decimal"
          {...amountField}
          value={draft.measureCost}
          error={problems.measureCost}
          onChange={(event) => set({ measureCost: event.currentTarget.value })}
        />
        <TextInput
          label="Days it would take"
          inputMode="numeric"
          value={draft.measureDays}
          error={problems.measureDays}
          onChange={(event) => set({ measureDays: event.currentTarget.value })}
        />
      </FieldRow>
      {target.mode === 'edit' && uses > 0 ? (
        <p className="dim">
          {uses === 1 ? 'One line multiplies it' : `${uses} lines multiply it`}; it can be removed once none
          does.
        </p>
      ) : null}
    </DialogForm>
  );
}
