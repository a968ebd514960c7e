import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Output } from '#shared/api/contract.ts';
import type { ApiError } from '#shared/api/errors.ts';
import { DEFAULT_POLICY, type Policy } from '#shared/domain/policy.ts';
import { useCommand } from '../../app/use-call.ts';
import { formatMoment } from '../../components/dates.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import styles from './preview.module.css';

type Version = Output<'getPolicy'>['versions'][number];

interface VersionListProps {
  readonly inForce: number;
  readonly versions: readonly Version[];
  readonly isReadOnly: boolean;
  /** The values of a version, to be put into the form. */
  readonly onLoad: (policy: Policy) => void;
}

/** Every version of the policy, latest first, each with the way to bring its values into the form. */
export function VersionList({ inForce, versions, isReadOnly, onLoad }: VersionListProps) {
  const read = useCommand('getPolicyVersion');
  const [error, setError] = useState<ApiError>();

  const load = async (version: number) => {
    setError(undefined);
    const result = await read.run({ version });
    if (result.ok) onLoad(result.value.policy);
    else setError(result.error);
  };

  return (
    <>
      {error ? <ErrorNotice error={error} /> : null}
      <ol className={styles.versions}>
        {versions.map((one) => (
          <li key={one.version}>
            <VersionHead version={one.version} inForce={inForce} isReadOnly={isReadOnly} onLoad={load} />
            <p>{one.reason}</p>
            <p className={styles.when}>
              {one.actor === '' ? 'nobody named' : one.actor}, {formatMoment(one.savedAt)}
            </p>
          </li>
        ))}
        <li>
          <VersionHead
            version={DEFAULT_POLICY.version}
            inForce={inForce}
            isReadOnly={isReadOnly}
            onLoad={load}
          />
          <p>As shipped with Pilotage.</p>
        </li>
      </ol>
    </>
  );
}

interface VersionHeadProps {
  readonly version: number;
  readonly inForce: number;
  readonly isReadOnly: boolean;
  readonly onLoad: (version: number) => Promise<void>;
}

function VersionHead({ version, inForce, isReadOnly, onLoad }: VersionHeadProps) {
  return (
    <div className={styles.versionHead}>
      <h3>Version {version}</h3>
      {version === inForce ? (
        <span className={styles.when}>in force</span>
      ) : (
        <Button size="compact-xs" disabled={isReadOnly} onClick={() => void onLoad(version)}>
          Load its values<span className="visually-hidden"> (version {version})</span>
        </Button>
      )}
    </div>
  );
}
