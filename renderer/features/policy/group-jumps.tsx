import { POLICY_GROUP_WORDS, POLICY_GROUPS, type PolicyGroup } from '#shared/policy/policy-field.ts';
import { groupId } from './group-panel.tsx';
import styles from './policy.module.css';

/** Leads to a group: its first control takes the focus, and the page follows. */
function jumpTo(group: PolicyGroup): void {
  const panel = document.getElementById(groupId(group));
  panel?.scrollIntoView({ block: 'start' });
  panel?.querySelector<HTMLElement>('input, select, button')?.focus({ preventScroll: true });
}

/**
 * The groups of the policy, in reach from anywhere on the long page.
 * Before the policy is read there is nothing to lead to, and the buttons say so by being off.
 */
export function GroupJumps({ isReady }: { readonly isReady: boolean }) {
  return (
    <nav aria-label="Groups of the policy" className={styles.jumps}>
      {POLICY_GROUPS.map((group) => (
        <button
          key={group}
          type="button"
          className={styles.jumpTo}
          disabled={!isReady}
          onClick={() => jumpTo(group)}
        >
          {POLICY_GROUP_WORDS[group]}
        </button>
      ))}
    </nav>
  );
}
