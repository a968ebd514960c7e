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
import { AssetTermsForm } from './asset-terms-form.tsx';
import styles from './side-panels.module.css';
import { UseAssetForm } from './use-asset-form.tsx';

type Target = { readonly mode: 'use' } | { readonly mode: 'edit' | 'terms'; readonly asset: SharedAsset };

const TITLES: Readonly<Record<Target['mode'], string>> = {
  use: 'Add a shared asset',
  edit: 'Edit shared asset',
  terms: 'Cost and reuse of the asset',
};

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
                    {', '}
                    <button
                      type="button"
                      className={styles.more}
                      aria-label={`Cost and reuse of ${use.asset.name}`}
                      onClick={() => setTarget({ mode: 'terms', asset: use.asset })}
                    >
                      cost and reuse
                    </button>
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
        title={target === null ? undefined : TITLES[target.mode]}
        size="34rem"
      >
        {target?.mode === 'use' ? <UseAssetForm detail={detail} onClose={close} /> : null}
        {target?.mode === 'edit' ? <AssetForm asset={target.asset} asOf={asOf} onClose={close} /> : null}
        {target?.mode === 'terms' ? (
          <AssetTermsForm asset={target.asset} detail={detail} onClose={close} />
        ) : null}
      </Modal>
    </Panel>
  );
}
