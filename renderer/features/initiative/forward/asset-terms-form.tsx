import { Checkbox, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { SharedAsset } from '#shared/domain/forward-model.ts';
import { useCommand } from '../../../app/use-call.ts';
import { useAmountField } from '../../../components/use-amount-field.ts';
import {
  type AssetTermsDraft,
  assetTermsDraftOf,
  assetTermsFromDraft,
  assetTermsProblems,
  NO_ASSET_TERMS,
} from './asset-terms-draft.ts';
import { DialogForm, FieldRow } from './dialog-form.tsx';
import { useRecordForm } from './use-record-form.ts';

interface AssetTermsFormProps {
  readonly asset: SharedAsset;
  readonly detail: InitiativeDetail;
  readonly onClose: () => void;
}

/** What a shared asset costs and saves, and since when this initiative reuses it. */
export function AssetTermsForm({ asset, detail, onClose }: AssetTermsFormProps) {
  const { currency, initiative } = detail;
  const stated = detail.assetTerms.find((one) => one.assetId === asset.id);
  const before = stated?.terms ?? NO_ASSET_TERMS;
  const reuse = stated?.reuse ?? null;
  const place = { initiativeId: initiative.id, currency };
  const [draft, setDraft] = useState<AssetTermsDraft>(() => assetTermsDraftOf(before, reuse, place));
  const form = useRecordForm(onClose);
  const setTerms = useCommand('setAssetTerms');
  const setReuse = useCommand('setAssetReuse');
  const set = (change: Partial<AssetTermsDraft>) => setDraft((now) => ({ ...now, ...change }));
  const problems = form.isChecked ? assetTermsProblems(draft, currency) : {};
  const amountField = useAmountField();
  const field = (name: Exclude<keyof AssetTermsDraft, 'isBuiltHere'>, label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      {...(name === 'costAlone' || name === 'upkeep' ? amountField : {})}
      value={draft[name]}
      error={problems[name]}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <DialogForm
      submitLabel="Save"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(assetTermsFromDraft(draft, before, place), async (next) => {
          const kept = await setTerms.run({ id: asset.id, terms: next.terms });
          if (!kept.ok) return kept;
          return setReuse.run({ initiativeId: initiative.id, assetId: asset.id, reuse: next.reuse });
        })
      }
    >
      <FieldRow>
        {field('owner', 'Owner of the asset', 'Who keeps it running')}
        {field('upkeep', `Upkeep a month, ${currency}`, 'Whoever uses it')}
      </FieldRow>
      <Checkbox
        label="Built by this initiative"
        checked={draft.isBuiltHere}
        onChange={(event) => set({ isBuiltHere: event.currentTarget.checked })}
      />
      <FieldRow>
        {field('costAlone', `Built for one, ${currency}`, 'As if nobody else used it')}
        {field('writePercent', 'Building it for reuse, %', 'Of that cost; 150 is usual')}
        {field('reusePercent', 'Reusing it, %', 'Of that cost; 20 is usual')}
      </FieldRow>
      <FieldRow>
        <TextInput
          type="date"
          label="Reused here since"
          description="Blank: it is not reused here"
          value={draft.usedSince}
          error={problems.usedSince}
          onChange={(event) => set({ usedSince: event.currentTarget.value })}
        />
        {field('ownReusePercent', 'Reusing it here, %', 'Where it differs')}
      </FieldRow>
      <p className="dim">The asset’s costs count for everyone who uses it; nothing of them is a line here.</p>
    </DialogForm>
  );
}
