import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import styles from './details-tab.module.css';
import { GovernancePanel } from './governance-panel.tsx';
import { GroupPanel } from './group-panel.tsx';
import { IncidentPanel } from './incident-panel.tsx';
import { FIELD_GROUPS } from './initiative-fields.ts';

/** The gate that reads the risk class: its fields stand here, not among the details. */
export const RISK_GATE = 'G6';

/** Risk class, oversight, what the agent may do and what was tried on it, and its incidents. */
export function RiskTab({ detail }: { readonly detail: InitiativeDetail }) {
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {FIELD_GROUPS.filter((group) => group.gate === RISK_GATE).map((group) => (
          <GroupPanel key={group.title} group={group} detail={detail} />
        ))}
        <IncidentPanel detail={detail} />
      </div>
      <div className={styles.column}>
        <GovernancePanel detail={detail} />
      </div>
    </div>
  );
}
