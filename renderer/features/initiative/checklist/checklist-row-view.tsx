import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { ChecklistOutcome, GateOutcome } from '#shared/decision/result.ts';
import { daysBetween } from '#shared/domain/calendar.ts';
import {
  CHECKLIST_NAMES,
  type ChecklistDimension,
  type ChecklistProof,
  type ChecklistRow,
  type ChecklistState,
} from '#shared/domain/checklist.ts';
import { EVIDENCE_KIND_NAMES } from '#shared/domain/gap.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { formatDay } from '../../../components/dates.ts';
import { GateMark } from '../../../components/gate-mark.tsx';
import { ageText } from '../gaps/evidence-age.ts';
import { CLAIM_NAMES, oddsText } from './checklist-draft.ts';
import styles from './checklist-tab.module.css';

interface ChecklistRowViewProps {
  readonly dimension: ChecklistDimension;
  readonly anchors: Readonly<Record<ChecklistState, string>>;
  /** undefined: nothing said. */
  readonly row: ChecklistRow | undefined;
  /** undefined for a retired initiative, which has no gates. */
  readonly outcome: ChecklistOutcome | undefined;
  readonly gate: GateOutcome | undefined;
  readonly asOf: IsoDate;
  readonly onEdit: () => void;
}

/** One row of the checklist. The anchor that is claimed stands out. */
export function ChecklistRowView(props: ChecklistRowViewProps) {
  const { dimension, anchors, row, outcome, gate, asOf, onEdit } = props;
  const verb = row === undefined ? 'Record' : 'Change';
  const odds = outcome === undefined ? null : oddsText(outcome);
  return (
    <tr data-fix={`checklist:${dimension}`}>
      <th scope="row" className={styles.name}>
        {CHECKLIST_NAMES[dimension]}
      </th>
      {(['pilot_grade', 'production_ready'] as const).map((state) => (
        <td key={state} className={styles.anchor} data-claimed={row?.state === state || undefined}>
          {anchors[state]}
        </td>
      ))}
      <td>
        {row === undefined ? (
          <span className="dim">{CLAIM_NAMES.unsaid}</span>
        ) : (
          <span className={styles.claim}>
            {row.state === 'production_ready' ? (
              <IconCheck aria-hidden="true" size="0.875rem" stroke={2} />
            ) : null}
            {CLAIM_NAMES[row.state]}
          </span>
        )}
        {row?.proof == null ? null : <Proof proof={row.proof} asOf={asOf} />}
      </td>
      <td>
        {outcome === undefined ? (
          <span className="dim">none</span>
        ) : (
          <>
            <span className={styles.gate} title={gate?.findings.map((finding) => finding.text).join('; ')}>
              {outcome.gate} <GateMark state={outcome.gateState} />
            </span>
            {odds === null ? null : <span className={styles.odds}>{odds}</span>}
          </>
        )}
      </td>
      <td>
        <Button variant="subtle" aria-label={`${verb} ${CHECKLIST_NAMES[dimension]}`} onClick={onEdit}>
          {verb}
        </Button>
      </td>
    </tr>
  );
}

function Proof({ proof, asOf }: { readonly proof: ChecklistProof; readonly asOf: IsoDate }) {
  const days = daysBetween(proof.datedOn, asOf);
  return (
    <>
      <span className={styles.proof}>
        {EVIDENCE_KIND_NAMES[proof.kind]}, {formatDay(proof.datedOn)}
        <span className="dim"> ({days < 0 ? 'after the as-of date' : ageText(days)})</span>
      </span>
      {[proof.note, proof.link]
        .filter((text) => text !== '')
        .map((text) => (
          <span key={text} className={styles.proof}>
            {text}
          </span>
        ))}
    </>
  );
}
