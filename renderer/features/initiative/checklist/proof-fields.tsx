import { NativeSelect, TextInput } from '@mantine/core';
import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS } from '#shared/domain/gap.ts';
import { FieldRow } from '../forward/dialog-form.tsx';
import type { EvidenceDraft } from '../gaps/evidence-draft.ts';
import { optionsWithBlank } from '../options.ts';
import type { ClaimProblems } from './checklist-draft.ts';

interface ProofFieldsProps {
  readonly draft: EvidenceDraft;
  readonly problems: ClaimProblems;
  readonly onChange: (change: Partial<EvidenceDraft>) => void;
}

/** What a claim of production readiness rests on. */
export function ProofFields({ draft, problems, onChange }: ProofFieldsProps) {
  return (
    <>
      <FieldRow>
        <NativeSelect
          label="Kind of proof"
          value={draft.kind}
          error={problems.kind}
          data={optionsWithBlank(EVIDENCE_KINDS, EVIDENCE_KIND_NAMES, 'choose')}
          onChange={(event) => onChange({ kind: event.currentTarget.value as EvidenceDraft['kind'] })}
        />
        <TextInput
          type="date"
          label="Dated"
          value={draft.datedOn}
          error={problems.datedOn}
          onChange={(event) => onChange({ datedOn: event.currentTarget.value })}
        />
      </FieldRow>
      <TextInput
        label="Where it is found"
        placeholder="Link or file name"
        value={draft.link}
        maxLength={2000}
        onChange={(event) => onChange({ link: event.currentTarget.value })}
      />
      <TextInput
        label="What it shows"
        value={draft.note}
        maxLength={8000}
        error={problems.note}
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
    </>
  );
}
