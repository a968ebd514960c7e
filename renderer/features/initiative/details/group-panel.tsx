import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../../app/use-call.ts';
import { GateMark } from '../../../components/gate-mark.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './details-tab.module.css';
import type { FieldValue } from './field-value.ts';
import type { FieldGroup, FieldName } from './initiative-fields.ts';
import { SavedField } from './saved-field.tsx';

interface GroupPanelProps {
  readonly group: FieldGroup;
  readonly detail: InitiativeDetail;
}

/** A group of fields of the initiative, each kept when it is left, with the gate that reads them. */
export function GroupPanel({ group, detail }: GroupPanelProps) {
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
          <div
            key={field.name}
            data-fix={`field:${field.name}`}
            data-wide={isWide(field.kind.type, field.name) || undefined}
          >
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
