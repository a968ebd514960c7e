import { Button } from '@mantine/core';
import { useCallback, useEffect, useMemo } from 'react';
import type { Output } from '#shared/api/contract.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { POLICY_GROUPS } from '#shared/policy/policy-field.ts';
import { Panel } from '../../components/panel.tsx';
import { WriteArea } from '../../components/write-area.tsx';
import { GroupPanel } from './group-panel.tsx';
import styles from './policy.module.css';
import { editsTowards, fieldText, isAllDefault, NO_EDITS, readDraft, withText } from './policy-draft.ts';
import { rememberFor, usePolicyMemory } from './policy-memory.ts';
import { PreviewPanel } from './preview-panel.tsx';
import { SaveForm } from './save-form.tsx';
import { VersionList } from './version-list.tsx';

interface PolicyFormProps {
  readonly policy: Policy;
  readonly versions: Output<'getPolicy'>['versions'];
  readonly file: string;
  readonly isReadOnly: boolean;
  /** The policy of a past day: what was typed belongs to the one of today. */
  readonly isPast: boolean;
}

/** Every field at the left; what the edits would change, the way to save them and the versions at the right. */
export function PolicyForm({ policy, versions, file, isReadOnly, isPast }: PolicyFormProps) {
  useEffect(() => rememberFor(file), [file]);
  const edits = usePolicyMemory((state) => (state.file === file && !isPast ? state.edits : NO_EDITS));
  const draft = useMemo(() => readDraft(policy, edits), [policy, edits]);

  const onText = useCallback(
    (path: string, text: string) =>
      usePolicyMemory.setState((state) => ({ edits: withText(policy, state.edits, path, text) })),
    [policy],
  );
  const onReset = useCallback(
    (path: string) => onText(path, fieldText(policy, NO_EDITS, path)),
    [policy, onText],
  );
  const load = (target: Policy) => usePolicyMemory.setState({ edits: editsTowards(policy, target) });

  return (
    <div className={styles.columns}>
      <WriteArea>
        <div className={styles.groups}>
          {POLICY_GROUPS.map((group) => (
            <GroupPanel
              key={group}
              group={group}
              textOf={(path) => fieldText(policy, edits, path)}
              storedTextOf={(path) => fieldText(policy, NO_EDITS, path)}
              problems={draft.problems}
              isReadOnly={isReadOnly}
              onText={onText}
              onReset={onReset}
            />
          ))}
        </div>
      </WriteArea>
      <div className={styles.side}>
        {isPast ? null : (
          <Panel
            title="Before saving"
            aside={
              <Button
                size="compact-xs"
                disabled={isReadOnly || isAllDefault(policy, edits)}
                onClick={() => load(DEFAULT_POLICY)}
              >
                Restore all defaults
              </Button>
            }
          >
            <div className={styles.sideContent}>
              <PreviewPanel draft={draft} />
              <SaveForm draft={draft} isReadOnly={isReadOnly} />
            </div>
          </Panel>
        )}
        <Panel title="Versions">
          <VersionList inForce={policy.version} versions={versions} isReadOnly={isReadOnly} onLoad={load} />
        </Panel>
      </div>
    </div>
  );
}
