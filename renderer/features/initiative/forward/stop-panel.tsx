import { Button, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { StopTerms } from '#shared/domain/forward-model.ts';
import { useCommand } from '../../../app/use-call.ts';
import { Money } from '../../../components/money.tsx';
import { Panel } from '../../../components/panel.tsx';
import { useAmountField } from '../../../components/use-amount-field.ts';
import { DialogForm, FieldRow } from './dialog-form.tsx';
import styles from './side-panels.module.css';
import {
  NO_STOP_TERMS,
  type StopDraft,
  stopDraftOf,
  stopFromDraft,
  stopProblems,
  stopValue,
} from './stop-draft.ts';
import { useRecordForm } from './use-record-form.ts';

/** What stopping today would bring and cost: going on is measured against it. */
export function StopPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { stopTerms, currency } = detail;
  const [isOpen, dialog] = useDisclosure(false);
  return (
    <Panel
      title="If it stopped today"
      isPadded={false}
      aside={<Button onClick={dialog.open}>{stopTerms === null ? 'Enter terms' : 'Edit terms'}</Button>}
    >
      {stopTerms === null ? (
        <p className={styles.empty}>
          Not entered. Going on is measured against stopping: what could be sold or reused, what ending it
          costs, and what still has to be paid afterwards.
        </p>
      ) : (
        <Terms terms={stopTerms} currency={currency} />
      )}
      <Modal opened={isOpen} onClose={dialog.close} title="If it stopped today" size="30rem">
        <StopForm detail={detail} onClose={dialog.close} />
      </Modal>
    </Panel>
  );
}

function Terms({ terms, currency }: { readonly terms: StopTerms; readonly currency: string }) {
  const upkeep = terms.upkeepPerMonth * terms.upkeepMonths;
  return (
    <table className={styles.table} aria-label="Stop terms">
      <tbody>
        <Term name="Salvage" minor={terms.salvage} currency={currency} />
        <Term name="Exit cost" minor={terms.exitCost === 0 ? 0 : -terms.exitCost} currency={currency} />
        <Term
          name={`Upkeep that goes on, ${terms.upkeepMonths} ${terms.upkeepMonths === 1 ? 'month' : 'months'}`}
          minor={upkeep === 0 ? 0 : -upkeep}
          currency={currency}
        />
      </tbody>
      <tfoot>
        <Term name="Stopping brings" minor={stopValue(terms)} currency={currency} />
      </tfoot>
    </table>
  );
}

interface TermProps {
  readonly name: string;
  readonly minor: number;
  readonly currency: string;
}

function Term({ name, minor, currency }: TermProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td className={styles.amount}>
        <Money minor={minor} currency={currency} />
      </td>
    </tr>
  );
}

function StopForm({ detail, onClose }: { readonly detail: InitiativeDetail; readonly onClose: () => void }) {
  const { stopTerms, currency, initiative } = detail;
  const [draft, setDraft] = useState<StopDraft>(() =>
    stopTerms === null ? NO_STOP_TERMS : stopDraftOf(stopTerms, currency),
  );
  const form = useRecordForm(onClose);
  const save = useCommand('setStopTerms');
  const amountField = useAmountField();
  const problems = form.isChecked ? stopProblems(draft, currency) : {};
  const field = (name: keyof StopDraft, label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      inputMode="decimal"
      {...(name === 'upkeepMonths' ? {} : amountField)}
      value={draft[name]}
      error={problems[name]}
      onChange={(event) => {
        const { value } = event.currentTarget;
        setDraft((now) => ({ ...now, [name]: value }));
      }}
    />
  );
  return (
    <DialogForm
      submitLabel="Save terms"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(stopFromDraft(draft, currency), (terms) =>
          save.run({ initiativeId: initiative.id, terms }),
        )
      }
      remove={
        stopTerms === null
          ? undefined
          : {
              label: 'Take back',
              onRemove: () =>
                void form.remove('the stop terms', () =>
                  save.run({ initiativeId: initiative.id, terms: null }),
                ),
            }
      }
    >
      <FieldRow>
        {field('salvage', `Salvage, ${currency}`, 'What could be sold or reused')}
        {field('exitCost', `Exit cost, ${currency}`, 'Contract ends, decommissioning')}
      </FieldRow>
      <FieldRow>
        {field('upkeepPerMonth', `Upkeep a month, ${currency}`, 'Still paid after stopping')}
        {field('upkeepMonths', 'For how many months', '0 when nothing goes on')}
      </FieldRow>
      <p className="dim">
        Money already spent does not count, and neither do people and budget that become free: not spending
        them is already part of going on.
      </p>
    </DialogForm>
  );
}
