import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../../app/use-call.ts';
import { useWritingOff } from '../../../app/use-writing-off.ts';
import { GateMark } from '../../../components/gate-mark.tsx';
import { Panel } from '../../../components/panel.tsx';
import { ConditionPanel } from './condition-panel.tsx';
import { DeletePanel } from './delete-panel.tsx';
import styles from './details-tab.module.css';
import type { FieldValue } from './field-value.ts';
import { GovernancePanel } from './governance-panel.tsx';
import { IncidentPanel } from './incident-panel.tsx';
import { FIELD_GROUPS, type FieldGroup, type FieldName } from './initiative-fields.ts';
import { LaunchPanel } from './launch-panel.tsx';
import { SavedField } from './saved-field.tsx';
import { StagePanel } from './stage-panel.tsx';
import { TripwirePanel } from './tripwire-panel.tsx';

/** Every fact the gates read, each field kept when it is left; stage, launch, tripwires, incidents; the way out. */
export function DetailsTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [first, ...others] = FIELD_GROUPS;
  const writingOff = useWritingOff();
  return (
    <div className={styles.columns}>
      <div className={styles.column}>
        {first === undefined ? null : <GroupPanel group={first} detail={detail} />}
        <StagePanel detail={detail} />
        <LaunchPanel detail={detail} />
        {others.slice(0, 2).map((group) => (
          <GroupPanel key={group.title} group={group} detail={detail} />
        ))}
      </div>
      <div className={styles.column}>
        {others.slice(2).map((group) => (
          <GroupPanel key={group.title} group={group} detail={detail} />
        ))}
        <GovernancePanel detail={detail} />
        <TripwirePanel detail={detail} />
        <ConditionPanel detail={detail} />
        <IncidentPanel detail={detail} />
        {writingOff === null ? <DeletePanel detail={detail} /> : null}
      </div>
    </div>
  );
}

interface GroupPanelProps {
  readonly group: FieldGroup;
  readonly detail: InitiativeDetail;
}

function GroupPanel({ group, detail }: GroupPanelProps) {
  const update = useCommand('updateInitiative');
  const gate = detail.decision.gates.find((one) => one.gate === group.gate);
  const save = async (name: FieldName, value: FieldValue): Promise<string | null> => {
    const result = await update.run({ id: detail.initiative.id, patch: { [name]: value } });
    return result.ok ? null : result.error.message;
  };
  return (
    <Panel
      title={group.title}
      aside={
        gate === undefined ? undefined : (
          <span className={styles.gate} title={gate.findings.map((finding) => finding.text).join('; ')}>
            {gate.gate} <GateMark state={gate.state} />
          </span>
        )
      }
    >
      <div className={styles.fields}>
        {group.fields.map((field) => (
          <div key={field.name} data-wide={isWide(field.kind.type, field.name) || undefined}>
            <SavedField
              label={field.label}
              hint={field.hint}
              kind={field.kind}
              value={detail.initiative[field.name]}
              onSave={(value) => save(field.name, value)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}

function isWide(type: string, name: FieldName): boolean {
  return type === 'long' || ['name', 'unit', 'riskClass', 'lawfulBasis', 'baselineSource'].includes(name);
}
