import { Button, Modal, NativeSelect } from '@mantine/core';
import { useState } from 'react';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import {
  ASSET_KIND_NAMES,
  type AssetUse,
  SCOPE_STAGE_NAMES,
  SCOPE_STAGES,
  type ScopeStage,
  type SharedAsset,
} from '#shared/domain/forward-model.ts';
import { useCommand } from '../../../app/use-call.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { optionsOf } from '../options.ts';
import { liveText } from './asset-draft.ts';
import { AssetForm } from './asset-form.tsx';
import styles from './side-panels.module.css';
import { UseAssetForm } from './use-asset-form.tsx';

type Target = { readonly mode: 'use' } | { readonly mode: 'edit'; readonly asset: SharedAsset };

const NOT_NEEDED = '';

/** The shared assets the initiative waits for, and from which stage on it cannot do without. */
export function AssetPanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { assetUses, asOf, initiative } = detail;
  const [target, setTarget] = useState<Target | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const setUse = useCommand('setAssetUse');
  const close = () => setTarget(null);
  const change = async ({ asset }: AssetUse, value: string) => {
    setError(null);
    const neededFrom = value === NOT_NEEDED ? null : (value as ScopeStage);
    const result = await setUse.run({ initiativeId: initiative.id, assetId: asset.id, neededFrom });
    if (!result.ok) setError(result.error);
  };

  return (
    <Panel
      title="Shared assets it needs"
      isPadded={false}
      aside={<Button onClick={() => setTarget({ mode: 'use' })}>Add asset</Button>}
    >
      {error ? (
        <div className={styles.notice}>
          <ErrorNotice error={error} />
        </div>
      ) : null}
      {assetUses.length === 0 ? (
        <p className={styles.empty}>
          None. Connectors, data products and the like that others use too; a stage that needs one waits until
          it is live. Their cost is never a line of an initiative.
        </p>
      ) : (
        <table className={styles.table} aria-label="Shared assets">
          <tbody>
            {assetUses.map((use) => (
              <tr key={use.asset.id}>
                <th scope="row">
                  <button
                    type="button"
                    className={styles.name}
                    title={`${use.asset.name}: edit this asset`}
                    onClick={() => setTarget({ mode: 'edit', asset: use.asset })}
                  >
                    {use.asset.name}
                  </button>
                  <span className={styles.second}>
                    {ASSET_KIND_NAMES[use.asset.kind]}, {liveText(use.asset, asOf)}
                  </span>
                </th>
                <td className={styles.needed}>
                  <NativeSelect
                    aria-label={`${use.asset.name} is needed from`}
                    value={use.neededFrom}
                    disabled={setUse.isRunning}
                    data={[
                      ...optionsOf(SCOPE_STAGES, SCOPE_STAGE_NAMES).map(({ value, label }) => ({
                        value,
                        label: `from ${label}`,
                      })),
                      { value: NOT_NEEDED, label: 'not needed' },
                    ]}
                    onChange={(event) => void change(use, event.currentTarget.value)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Modal
        opened={target !== null}
        onClose={close}
        title={target?.mode === 'edit' ? 'Edit shared asset' : 'Add a shared asset'}
        size="30rem"
      >
        {target === null ? null : target.mode === 'edit' ? (
          <AssetForm asset={target.asset} asOf={asOf} onClose={close} />
        ) : (
          <UseAssetForm detail={detail} onClose={close} />
        )}
      </Modal>
    </Panel>
  );
}
