import { TextInput } from '@mantine/core';
import type { HTMLInputTypeAttribute } from 'react';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import { formatShare } from '#shared/report/format.ts';
import { useCall } from '../../../app/use-call.ts';
import type { LineDraft } from './line-draft.ts';
import styles from './line-form.module.css';
import { defaultRealisation, type TermsDraft, type TermsProblems } from './terms-draft.ts';

interface TermsFieldsProps {
  readonly line: LineDraft;
  readonly problems: TermsProblems;
  readonly currency: string;
  readonly onChange: (change: Partial<TermsDraft>) => void;
}

/** How an outcome becomes money, and who agreed to it. */
export function TermsFields({ line, problems, currency, onChange }: TermsFieldsProps) {
  const policy = useCall('getPolicy', {}).data?.policy ?? DEFAULT_POLICY;
  const field = (name: keyof TermsDraft, label: string, more: FieldExtras = {}) => (
    <TextInput
      label={label}
      value={line.terms[name]}
      error={problems[name]}
      maxLength={200}
      {...more}
      onChange={(event) => onChange({ [name]: event.currentTarget.value })}
    />
  );
  const realisation = defaultRealisation(policy, line.outcomeKind, line.isCashReleasing);
  const needsControl = line.outcomeKind === 'revenue' && line.method !== 'holdout';
  return (
    <fieldset className={styles.terms}>
      <legend className={styles.legend}>How it becomes money</legend>
      <div className={styles.pair}>
        {field('unit', 'Counted in', { placeholder: 'contacts, hours', maxLength: 100 })}
        {field('valuePerUnit', `Value of one, ${currency}`, { inputMode: 'decimal' })}
        {field('baselineValue', 'Baseline', { inputMode: 'decimal' })}
        {field('baselineOn', 'Baseline measured on', { type: 'date' })}
        {field('attribution', 'Attribution, %', {
          inputMode: 'decimal',
          description: needsControl
            ? 'Without a holdout, revenue counts 0 in verdicts'
            : 'Share that is this initiative’s doing',
        })}
        {field('realisation', 'Realisation, %', {
          inputMode: 'decimal',
          description: 'Share that becomes money',
          placeholder: `${formatShare(realisation)}, by policy`,
        })}
      </div>
      {field('agreedBy', 'Agreed by', { placeholder: 'Who in finance agreed the value' })}
    </fieldset>
  );
}

interface FieldExtras {
  readonly type?: HTMLInputTypeAttribute;
  readonly inputMode?: 'decimal';
  readonly placeholder?: string;
  readonly description?: string;
  readonly maxLength?: number;
}
