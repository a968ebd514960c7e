import { IconCheck, IconMinus, IconQuestionMark, IconTool, IconX } from '@tabler/icons-react';
import type { GateState } from '#shared/decision/result.ts';
import styles from './labels.module.css';

/** The words of the gate states. */
export const GATE_STATE_WORDS: Readonly<Record<GateState, string>> = {
  pass: 'pass',
  fixable: 'to fix',
  hard: 'hard fail',
  unknown: 'unknown',
  not_required: 'not asked',
};

const ICONS = {
  pass: IconCheck,
  fixable: IconTool,
  hard: IconX,
  unknown: IconQuestionMark,
  not_required: IconMinus,
} as const;

/** The state of a gate as icon and word. */
export function GateMark({ state }: { readonly state: GateState }) {
  const Icon = ICONS[state];
  return (
    <span className={styles.gate} data-state={state}>
      <Icon aria-hidden="true" size="0.875rem" stroke={2} />
      {GATE_STATE_WORDS[state]}
    </span>
  );
}
