import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { nextStage, STAGE_NAMES } from '#shared/domain/stage.ts';
import { Panel } from '../../../components/panel.tsx';
import { GateTable } from './gate-table.tsx';
import { ReadinessTable } from './readiness-table.tsx';
import { RuleTable } from './rule-table.tsx';
import styles from './summary-tab.module.css';
import { ValueFigures } from './value-figures.tsx';
import { verdictReason } from './verdict-reason.ts';

/** The verdict with its numbers, the figures, the gates, and every rule with what it compared. */
export function SummaryTab({ detail }: { readonly detail: InitiativeDetail }) {
  const { decision, initiative, currency } = detail;
  const { stage } = initiative;
  const next = stage === 'retired' ? undefined : nextStage(stage);
  return (
    <>
      <section aria-label="Verdict" className={styles.verdict}>
        <p className={styles.sentence}>
          {decision.rule === null ? null : <strong>{decision.rule}</strong>} {verdictReason(detail.sentence)}
        </p>
        {decision.notes.length === 0 ? null : (
          <ul className={styles.notes}>
            {decision.notes.map((note) => (
              <li key={note.code}>{note.text}</li>
            ))}
          </ul>
        )}
      </section>
      <ValueFigures decision={decision} currency={currency} />
      {stage === 'retired' ? null : (
        <Panel title="Gates" aside={gateCount(detail)} isPadded={false}>
          <GateTable
            gates={decision.gates}
            next={decision.nextGates}
            stageName={STAGE_NAMES[stage]}
            nextName={next === undefined ? null : STAGE_NAMES[next]}
          />
        </Panel>
      )}
      <div className={decision.rules.length === 0 ? styles.single : styles.pair}>
        {decision.rules.length === 0 ? null : (
          <Panel title="Rules in order" aside="the first that fires decides" isPadded={false}>
            <RuleTable decision={decision} currency={currency} />
          </Panel>
        )}
        <Panel title="Readiness by gap" aside="after evidence and age" isPadded={false}>
          <ReadinessTable decision={decision} />
        </Panel>
      </div>
    </>
  );
}

/** "5 of 8 pass": of this stage's gates. */
function gateCount({ decision }: InitiativeDetail): string {
  const asked = decision.gates.filter((gate) => gate.state !== 'not_required');
  return `${asked.filter((gate) => gate.state === 'pass').length} of ${asked.length} pass in this stage`;
}
