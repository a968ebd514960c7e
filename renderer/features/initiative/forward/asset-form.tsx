import { useState } from 'react';
import type { SharedAsset } from '#shared/domain/forward-model.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { useCall, useCommand } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { type AssetDraft, assetDraftOf, assetFromDraft, assetProblems } from './asset-draft.ts';
import { AssetFields } from './asset-fields.tsx';
import { DialogForm } from './dialog-form.tsx';
import { useRecordForm } from './use-record-form.ts';

interface AssetFormProps {
  readonly asset: SharedAsset;
  readonly asOf: IsoDate;
  readonly onClose: () => void;
}

/** A shared asset that exists: a change counts for everyone who uses it. */
export function AssetForm({ asset, asOf, onClose }: AssetFormProps) {
  const [draft, setDraft] = useState<AssetDraft>(() => assetDraftOf(asset));
  const form = useRecordForm(onClose);
  const update = useCommand('updateAsset');
  const remove = useCommand('removeAsset');
  const assets = useCall('listAssets', {});
  const users = assets.data?.assets.find((one) => one.asset.id === asset.id)?.users;
  return (
    <DialogForm
      submitLabel="Save asset"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() =>
        void form.submit(assetFromDraft(draft, asOf), (value) => update.run({ id: asset.id, asset: value }))
      }
      remove={
        users === 0
          ? {
              label: 'Remove asset',
              onRemove: () => void form.remove(asset.name, () => remove.run({ id: asset.id })),
            }
          : undefined
      }
    >
      <AssetFields
        draft={draft}
        problems={form.isChecked ? assetProblems(draft, asOf) : {}}
        onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
      />
      {users === undefined || users === 0 ? null : (
        <p className="dim">Used by {countOf(users, 'initiative')}; the change counts for all of them.</p>
      )}
    </DialogForm>
  );
}
