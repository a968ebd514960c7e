import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { ConditionPanel } from './condition-panel.tsx';
import { DeletePanel } from './delete-panel.tsx';
import styles from './details-tab.module.css';
import { GroupPanel } from './group-panel.tsx';
import { FIELD_GROUPS } from './initiative-fields.ts';
import { LaunchPanel } from './launch-panel.tsx';
import { RISK_GATE } from './risk-tab.tsx';
import { StagePanel } from './stage-panel.tsx';

/** What it is, who owns it, stage, launch and the facts gates read, each field kept when it is left; the way out. */
export function DetailsTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [first, ...others] = FIELD_GROUPS.filter((group) => group.gate !== RISK_GATE);
  const writingOff = useWritingOff();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {first === undefined ? null : <GroupPanel group={first} detail={detail} />}
        <StagePanel detail={detail} />
        <LaunchPanel detail={detail} />
      </div>
      <div className={styles.column}>
        {others.map((group) => (
          <GroupPanel key={group.title} group={group} detail={detail} />
        ))}
        <ConditionPanel detail={detail} />
        {writingOff === null ? <DeletePanel detail={detail} /> : null}
      </div>
    </div>
  );
}
