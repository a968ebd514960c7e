import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCommand } from '../../../app/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './details-tab.module.css';
import type { FieldValue } from './field-value.ts';
import { GOVERNANCE_FIELDS, type GovernanceField, NO_GOVERNANCE } from './governance-fields.ts';
import { SavedField } from './saved-field.tsx';

/** Powers and trials of the agent: kept for the audit, each field when it is left. No gate reads them. */
export function GovernancePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const governance = detail.governance ?? NO_GOVERNANCE;
  const keep = useCommand('setGovernance');
  const save = async (field: GovernanceField, value: FieldValue): Promise<string | null> => {
    const next = field.write(governance, value);
    const result = await keep.run({
      initiativeId: detail.initiative.id,
      governance: { ...next, framework: [...next.framework] },
    });
    return result.ok ? null : result.error.message;
  };
  return (
    <Panel title="Powers and trials">
      <div className={styles.fields}>
        {GOVERNANCE_FIELDS.map((field) => (
          <div key={field.key} data-wide={field.isWide || undefined}>
            <SavedField
              label={field.label}
              hint={field.hint}
              kind={field.kind}
              value={field.read(governance)}
              onSave={(value) => save(field, value)}
            />
          </div>
        ))}
      </div>
    </Panel>
  );
}
