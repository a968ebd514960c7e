import type { GateOutcome } from '#shared/decision/result.ts';
import { EVIDENCE_KIND_NAMES } from '#shared/domain/gap.ts';
import { GATE_NAMES } from '#shared/domain/verdict.ts';
import { GateMark } from '../../../components/gate-mark.tsx';
import { ageText } from '../gaps/evidence-age.ts';
import styles from './summary-tables.module.css';

interface GateTableProps {
  readonly gates: readonly GateOutcome[];
  /** What the next stage asks; empty when there is none. */
  readonly next: readonly GateOutcome[];
  readonly stageName: string;
  readonly nextName: string | null;
}

/** Gates with their state, why, and the evidence they rest on with its age: for this stage and, beside it, the next. */
export function GateTable({ gates, next, stageName, nextName }: GateTableProps) {
  return (
    <table className={styles.table} aria-label="Gates">
      <colgroup>
        <col className={styles.idCol} />
        <col className={styles.nameCol} />
        <col className={styles.stateCol} />
        <col />
        {nextName === null ? null : (
          <>
            <col className={styles.stateCol} />
            <col />
          </>
        )}
      </colgroup>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            Gate
          </th>
          <th scope="colgroup" colSpan={2}>
            In {stageName}
          </th>
          {nextName === null ? null : (
            <th scope="colgroup" colSpan={2}>
              To enter {nextName}
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {gates.map((gate) => {
          const ahead = next.find((one) => one.gate === gate.gate);
          return (
            <tr key={gate.gate}>
              <td className={styles.id}>{gate.gate}</td>
              <th scope="row" className={styles.name}>
                {GATE_NAMES[gate.gate]}
              </th>
              <GateCells gate={gate} />
              {nextName === null || ahead === undefined ? null : <GateCells gate={ahead} isAhead />}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** State and reason of one gate in one column; the evidence is the same in both and told once. */
function GateCells({ gate, isAhead = false }: { readonly gate: GateOutcome; readonly isAhead?: boolean }) {
  return (
    <>
      <td className={styles.state}>
        <GateMark state={gate.state} />
      </td>
      <td className={styles.text}>
        {findingText(gate)}
        {gate.evidence === null || isAhead ? null : (
          <span className={styles.evidence}>
            {EVIDENCE_KIND_NAMES[gate.evidence.kind].toLowerCase()},{' '}
            {ageText(Math.max(0, gate.evidence.ageDays))}
          </span>
        )}
      </td>
    </>
  );
}

/** Why the gate is in its state: what stands against it, or what passed. */
export function findingText(gate: GateOutcome): string {
  const findings = gate.findings.filter((finding) => gate.state === 'pass' || finding.state !== 'pass');
  return findings.map((finding) => finding.text).join('; ');
}
