import { Button, NativeSelect, TextInput } from '@mantine/core';
import { COMMON_FACTOR_NAMES, COMMON_FACTORS } from '#shared/domain/forward-model.ts';
import { optionsWithBlank } from '../options.ts';
import type { LoadingDraft } from './driver-draft.ts';
import styles from './loading-fields.module.css';

interface LoadingFieldsProps {
  readonly loadings: readonly LoadingDraft[];
  readonly assetNames: ReadonlyMap<string, string>;
  readonly problem: string | undefined;
  readonly onChange: (loadings: readonly LoadingDraft[]) => void;
}

/** What a driver moves with, and how strongly: common causes and shared assets. */
export function LoadingFields({ loadings, assetNames, problem, onChange }: LoadingFieldsProps) {
  const options = [
    ...optionsWithBlank(COMMON_FACTORS, COMMON_FACTOR_NAMES, 'choose'),
    ...[...assetNames].map(([value, label]) => ({ value, label })),
  ];
  const change = (key: number, part: Partial<LoadingDraft>) =>
    onChange(loadings.map((one) => (one.key === key ? { ...one, ...part } : one)));
  const nextKey = Math.max(-1, ...loadings.map((one) => one.key)) + 1;
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>Moves with</legend>
      {loadings.map((one, index) => (
        <div key={one.key} className={styles.row}>
          <NativeSelect
            aria-label={`Factor ${index + 1}`}
            value={one.factor}
            data={options}
            onChange={(event) => change(one.key, { factor: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Loading ${index + 1}, -1 to 1`}
            placeholder="-1 to 1"
            inputMode="decimal"
            value={one.loading}
            onChange={(event) => change(one.key, { loading: event.currentTarget.value })}
          />
          <Button
            variant="subtle"
            aria-label={`Take away factor ${index + 1}`}
            onClick={() => onChange(loadings.filter((other) => other.key !== one.key))}
          >
            Take away
          </Button>
        </div>
      ))}
      {problem === undefined ? null : (
        <p role="alert" className={styles.problem}>
          {problem}
        </p>
      )}
      <Button
        variant="subtle"
        className={styles.add ?? ''}
        onClick={() => onChange([...loadings, { key: nextKey, factor: '', loading: '' }])}
      >
        Add a common cause
      </Button>
    </fieldset>
  );
}
