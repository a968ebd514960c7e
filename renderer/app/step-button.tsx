import { Tooltip } from '@mantine/core';
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react';
import { useId } from 'react';
import styles from './step-button.module.css';

interface StepButtonProps {
  readonly verb: 'Undo' | 'Redo';
  readonly label: string;
  /** Why the step cannot be taken; null when it can. */
  readonly refusal?: string | null;
  readonly onClick: () => void;
}

/**
 * Undo carries its name; redo, wanted rarely, keeps it for the tooltip and the screen reader. A step that is refused
 * stays within reach of pointer and keyboard, so that its reason can be read.
 */
export function StepButton({ verb, label, refusal = null, onClick }: StepButtonProps) {
  const reasonId = useId();
  const Icon = verb === 'Undo' ? IconArrowBackUp : IconArrowForwardUp;
  const name = `${verb}: ${label}`;
  const isRefused = refusal !== null;
  return (
    <Tooltip label={isRefused ? `${name}. ${refusal}` : name} w="max-content" maw="30rem" multiline>
      <button
        type="button"
        className={styles.step}
        aria-label={name}
        aria-disabled={isRefused || undefined}
        aria-describedby={isRefused ? reasonId : undefined}
        onClick={onClick}
      >
        <Icon aria-hidden="true" size="1rem" stroke={1.5} />
        {verb === 'Undo' ? <span className={styles.name}>{name}</span> : null}
        {isRefused ? (
          <span id={reasonId} hidden>
            Cannot be {verb === 'Undo' ? 'undone' : 'redone'}: {refusal}
          </span>
        ) : null}
      </button>
    </Tooltip>
  );
}
