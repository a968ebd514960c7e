import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import {
  CHECKLIST_ANCHORS,
  CHECKLIST_DIMENSIONS,
  CHECKLIST_GATES,
  CHECKLIST_NAMES,
  type ChecklistDimension,
} from '#shared/domain/checklist.ts';
import { useCall } from '../../../app/use-call.ts';
import { Panel } from '../../../components/panel.tsx';
import { ChecklistForm } from './checklist-form.tsx';
import { ChecklistRowView } from './checklist-row-view.tsx';
import styles from './checklist-tab.module.css';

/** The six rows from pilot to production: what one meets, what is claimed with which proof, and the gate beside it. */
export function ChecklistTab({ detail }: { readonly detail: InitiativeDetail }) {
  const [editing, setEditing] = useState<ChecklistDimension | null>(null);
  const policy = useCall('getPolicy', {});
  const anchors = policy.data?.policy.checklist ?? CHECKLIST_ANCHORS;
  const ready = detail.checklist.filter((row) => row.state === 'production_ready').length;
  return (
    <Panel
      title="From pilot to production"
      isPadded={false}
      aside={`${ready} of ${CHECKLIST_DIMENSIONS.length} claimed production-ready`}
    >
      <div className={styles.scroller}>
        <table className={styles.table} aria-label="Checklist">
          <colgroup>
            <col className={styles.nameCol} />
            <col className={styles.pilotCol} />
            <col className={styles.readyCol} />
            <col />
            <col className={styles.gateCol} />
            <col className={styles.buttonCol} />
          </colgroup>
          <thead>
            <tr>
              <th scope="col">Dimension</th>
              <th scope="col">Pilot-grade is</th>
              <th scope="col">Production-ready is</th>
              <th scope="col">Claimed, with its proof</th>
              <th scope="col">Gate, computed</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {CHECKLIST_DIMENSIONS.map((dimension) => (
              <ChecklistRowView
                key={dimension}
                dimension={dimension}
                anchors={anchors[dimension]}
                row={detail.checklist.find((one) => one.dimension === dimension)}
                outcome={detail.decision.checklist.find((one) => one.dimension === dimension)}
                gate={detail.decision.gates.find((one) => one.gate === CHECKLIST_GATES[dimension])}
                asOf={detail.asOf}
                onEdit={() => setEditing(dimension)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.foot}>
        A row is a claim with a proof, a gate is computed from facts: neither sets the other.
      </p>
      <Modal
        opened={editing !== null}
        onClose={() => setEditing(null)}
        title={editing === null ? '' : CHECKLIST_NAMES[editing]}
        size="30rem"
      >
        {editing === null ? null : (
          <ChecklistForm
            dimension={editing}
            anchors={anchors[editing]}
            detail={detail}
            onClose={() => setEditing(null)}
          />
        )}
      </Modal>
    </Panel>
  );
}
