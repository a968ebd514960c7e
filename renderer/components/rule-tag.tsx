import { memo } from 'react';
import { RULE_NAMES, type RuleId } from '#shared/domain/verdict.ts';
import styles from './labels.module.css';

interface RuleTagProps {
  readonly rule: RuleId | null;
  /** True: the rule's one-line name follows its id. */
  readonly isNamed?: boolean;
}

/** The id of the rule that decided, with its name on hover or written out. */
export const RuleTag = memo(function RuleTag({ rule, isNamed = false }: RuleTagProps) {
  if (rule === null) return null;
  return (
    <span className={styles.rule} title={isNamed ? undefined : RULE_NAMES[rule]}>
      <span className={styles.ruleId}>{rule}</span>
      {isNamed ? <span className={styles.ruleName}>{RULE_NAMES[rule]}</span> : null}
    </span>
  );
});
