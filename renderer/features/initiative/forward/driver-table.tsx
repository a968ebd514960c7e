import { Button, Modal } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Driver } from '#shared/domain/forward-model.ts';
import { useCall } from '../../../app/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import { DriverForm } from './driver-form.tsx';
import { DriverRow } from './driver-row.tsx';
import styles from './driver-table.module.css';
import { POINT_NAMES, POINTS } from './triple.ts';

export type DriverTarget = { readonly mode: 'add' } | { readonly mode: 'edit'; readonly driver: Driver };

/** Every quantity the model multiplies, with what is known about it. */
export function DriverTable({ detail }: { readonly detail: InitiativeDetail }) {
  const { initiative, scopes, currency, asOf } = detail;
  const [target, setTarget] = useState<DriverTarget | null>(null);
  const assets = useCall('listAssets', {});
  const assetNames = useMemo(
    () => new Map((assets.data?.assets ?? []).map(({ asset }) => [asset.id, asset.name])),
    [assets.data],
  );
  const drivers = useMemo(
    () => [...detail.drivers].sort((a, b) => a.sortOrder - b.sortOrder),
    [detail.drivers],
  );
  const uses = (id: string) =>
    scopes.reduce((sum, scope) => sum + scope.lines.filter((line) => line.driverIds.includes(id)).length, 0);

  return (
    <Panel
      title="Drivers"
      isPadded={false}
      aside={<Button onClick={() => setTarget({ mode: 'add' })}>Add driver</Button>}
    >
      {drivers.length === 0 ? (
        <p className={styles.empty}>
          None. A driver is a quantity the forecast multiplies, such as tasks a month or minutes per review,
          with the range you believe in: a one in ten chance to be below P10, and one in ten to be above P90.
        </p>
      ) : (
        <div className={styles.scroller}>
          <table className={styles.table} aria-label="Drivers">
            <colgroup>
              <col className={styles.nameCol} />
              {POINTS.map((point) => (
                <col key={point} className={styles.pointCol} />
              ))}
              <col className={styles.valuesCol} />
              <col className={styles.restsCol} />
              <col />
              <col className={styles.measureCol} />
            </colgroup>
            <thead>
              <tr>
                <th scope="col">Driver, unit</th>
                {POINTS.map((point) => (
                  <th key={point} scope="col" className={styles.pointHead}>
                    {POINT_NAMES[point]}
                  </th>
                ))}
                <th scope="col">Values</th>
                <th scope="col">Rests on</th>
                <th scope="col">Moves with</th>
                <th scope="col">To measure better</th>
              </tr>
            </thead>
            <tbody>
              {drivers.map((driver) => (
                <DriverRow
                  key={driver.id}
                  driver={driver}
                  uses={uses(driver.id)}
                  assetNames={assetNames}
                  currency={currency}
                  asOf={asOf}
                  onEdit={() => setTarget({ mode: 'edit', driver })}
                />
              ))}
            </tbody>
          </table>
          <p className={styles.foot}>
            At the steady level: before the ramp, before promised benefits are cut. A known number is written
            three times; blank is not entered, which is not zero.
          </p>
        </div>
      )}
      <Modal
        opened={target !== null}
        onClose={() => setTarget(null)}
        title={target?.mode === 'edit' ? 'Edit driver' : 'Add driver'}
        size="34rem"
      >
        {target === null ? null : (
          <DriverForm
            target={target}
            initiativeId={initiative.id}
            uses={target.mode === 'edit' ? uses(target.driver.id) : 0}
            assetNames={assetNames}
            currency={currency}
            asOf={asOf}
            onClose={() => setTarget(null)}
          />
        )}
      </Modal>
    </Panel>
  );
}
