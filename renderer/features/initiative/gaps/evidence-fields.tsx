import { NativeSelect, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { EVIDENCE_KIND_NAMES, EVIDENCE_KINDS } from '#shared/domain/gap.ts';
import { optionsWithBlank } from '../options.ts';
import type { EvidenceDraft, EvidenceProblems } from './evidence-draft.ts';
import styles from './rating-form.module.css';

interface EvidenceFieldsProps {
  readonly draft: EvidenceDraft;
  readonly problems: EvidenceProblems;
  readonly onChange: (change: Partial<EvidenceDraft>) => void;
  readonly children?: ReactNode;
}

/** Kind, date, where it is found, and what it shows. */
export function EvidenceFields({ draft, problems, onChange, children }: EvidenceFieldsProps) {
  return (
    <div className={styles.evidence}>
      <NativeSelect
        label="Kind of evidence"
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
        onChange={(event) => onChange({ note: event.currentTarget.value })}
      />
      {children}
    </div>
  );
}
