import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { Result } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { SCOPE_STAGE_NAMES, SCOPE_STAGES, type ScopeStage } from '#shared/domain/forward-model.ts';
import { useCall, useCommand } from '../../../app/use-call.ts';
import { optionsOf } from '../options.ts';
import { type AssetDraft, assetFromDraft, assetProblems, NEW_ASSET } from './asset-draft.ts';
import { AssetFields } from './asset-fields.tsx';
import { DialogForm } from './dialog-form.tsx';
import { placeOnRoad } from './scope-draft.ts';
import { useRecordForm } from './use-record-form.ts';

interface UseAssetFormProps {
  readonly detail: InitiativeDetail;
  readonly onClose: () => void;
}

const A_NEW_ONE = '';

/** Ties the initiative to a shared asset of the portfolio, or to a new one. */
export function UseAssetForm({ detail, onClose }: UseAssetFormProps) {
  const { initiative, assetUses, asOf } = detail;
  const assets = useCall('listAssets', {});
  const others = (assets.data?.assets ?? []).filter(
    ({ asset }) => !assetUses.some((use) => use.asset.id === asset.id),
  );
  const [assetId, setAssetId] = useState(A_NEW_ONE);
  const [neededFrom, setNeededFrom] = useState<ScopeStage>(
    () => SCOPE_STAGES.find((stage) => placeOnRoad(stage, initiative.stage) === 'later') ?? 'scaled',
  );
  const [draft, setDraft] = useState<AssetDraft>(NEW_ASSET);
  const form = useRecordForm(onClose);
  const add = useCommand('addAsset');
  const setUse = useCommand('setAssetUse');
  const isNew = assetId === A_NEW_ONE;

  const send = async (): Promise<Result<unknown>> => {
    let id = assetId;
    const asset = assetFromDraft(draft, asOf);
    if (isNew && asset !== null) {
      const made = await add.run({ asset });
      if (!made.ok) return made;
      id = made.value.id;
      // Should tying it fail, trying again must not make a second one.
      setAssetId(id);
    }
    return setUse.run({ initiativeId: initiative.id, assetId: id, neededFrom });
  };

  return (
    <DialogForm
      submitLabel="Add asset"
      isRunning={form.isRunning}
      error={form.error}
      onCancel={onClose}
      onSubmit={() => void form.submit(isNew ? assetFromDraft(draft, asOf) : assetId, send)}
    >
      {others.length === 0 ? null : (
        <NativeSelect
          label="Asset"
          data-autofocus
          value={assetId}
          data={[
            { value: A_NEW_ONE, label: 'A new one' },
            ...others.map(({ asset }) => ({ value: asset.id, label: asset.name })),
          ]}
          onChange={(event) => setAssetId(event.currentTarget.value)}
        />
      )}
      {isNew ? (
        <AssetFields
          draft={draft}
          problems={form.isChecked ? assetProblems(draft, asOf) : {}}
          onChange={(change) => setDraft((now) => ({ ...now, ...change }))}
        />
      ) : null}
      <NativeSelect
        label="Needed from"
        value={neededFrom}
        data={optionsOf(SCOPE_STAGES, SCOPE_STAGE_NAMES)}
        onChange={(event) => setNeededFrom(event.currentTarget.value as ScopeStage)}
      />
    </DialogForm>
  );
}
