import { NativeSelect, TextInput } from '@mantine/core';
import { ASSET_KIND_NAMES, ASSET_KINDS, type AssetKind } from '#shared/domain/forward-model.ts';
import { optionsOf } from '../options.ts';
import type { AssetDraft, AssetProblems } from './asset-draft.ts';
import { FieldRow } from './dialog-form.tsx';

interface AssetFieldsProps {
  readonly draft: AssetDraft;
  readonly problems: AssetProblems;
  readonly onChange: (change: Partial<AssetDraft>) => void;
}

/** What a shared asset is and when it is there. */
export function AssetFields({ draft, problems, onChange }: AssetFieldsProps) {
  return (
    <>
      <FieldRow>
        <TextInput
          label="Name"
          value={draft.name}
          maxLength={200}
          required
          error={problems.name}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label="Kind"
          value={draft.kind}
          data={optionsOf(ASSET_KINDS, ASSET_KIND_NAMES)}
          onChange={(event) => onChange({ kind: event.currentTarget.value as AssetKind })}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          type="date"
          label="Live since"
          description="Blank while it is not live"
          value={draft.liveOn}
          error={problems.liveOn}
          onChange={(event) => onChange({ liveOn: event.currentTarget.value })}
        />
        <TextInput
          type="month"
          label="Planned to be live"
          description="The month it is promised for"
          value={draft.plannedLiveMonth}
          error={problems.plannedLiveMonth}
          onChange={(event) => onChange({ plannedLiveMonth: event.currentTarget.value })}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          label="Chance that it is late, %"
          inputMode="decimal"
          value={draft.latePercent}
          error={problems.latePercent}
          onChange={(event) => onChange({ latePercent: event.currentTarget.value })}
        />
        <TextInput
          label="Then late by, months"
          inputMode="numeric"
          value={draft.monthsLate}
          error={problems.monthsLate}
          onChange={(event) => onChange({ monthsLate: event.currentTarget.value })}
        />
      </FieldRow>
    </>
  );
}
