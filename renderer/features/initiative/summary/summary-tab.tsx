import { lazy, Suspense } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { nextStage, STAGE_NAMES } from '#shared/domain/stage.ts';
import { valueLabel } from '#shared/report/value-basis.ts';
import { useCall } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { Panel } from '../../../components/panel.tsx';
import { ExplainWaiting } from './explain-waiting.tsx';
import { GateTable } from './gate-table.tsx';
import { LayerPanel } from './layer-panel.tsx';
import { Provenance } from './provenance.tsx';
import { ReadinessTable } from './readiness-table.tsx';
import { RuleTable } from './rule-table.tsx';
import { Standing } from './standing.tsx';
import styles from './summary-tab.module.css';
import { ValueFigures } from './value-figures.tsx';
import { VerdictHistory } from './verdict-history.tsx';
import { verdictReason } from './verdict-reason.ts';

// With its charts a chunk of its own: the page shows without it.
const ExplainSection = lazy(async () => ({
  default: (await import('./explain-section.tsx')).ExplainSection,
}));

/**
 * The verdict with its numbers, the figures, the gates, what would change it, and every rule with what it compared.
 * What takes a moment to work out has a read of its own and holds nothing up.
 */
export function SummaryTab({ detail }: { readonly detail: InitiativeDetail }) {
  const { decision, initiative, currency } = detail;
  const isRetired = initiative.stage === 'retired';
  const policy = useCall('getPolicy', {});
  const isReady = !isRetired && decision.value.status !== 'computing';
  const explanation = useCall('explainInitiative', { id: initiative.id }, { isEnabled: isReady });
  return (
    <div className={styles.summary}>
      <div className={styles.head}>
        <Verdict detail={detail} />
        <ValueFigures
          decision={decision}
          currency={currency}
          label={policy.data === undefined ? null : valueLabel(policy.data.policy)}
        />
        <Standing decision={decision} currency={currency} />
        <VerdictHistory detail={detail} />
      </div>
      {isRetired ? null : (
        <>
          <div className={styles.gates}>
            <GatePanel detail={detail} />
            <LayerPanel layers={decision.layers} />
          </div>
          <div className={styles.why}>
            <Suspense fallback={<ExplainWaiting isSimulating={!isReady} />}>
              <ExplainSection detail={detail} query={explanation} />
            </Suspense>
          </div>
        </>
      )}
      <div className={styles.rules}>
        <div className={styles.audit}>
          <div className={styles.auditPair}>
            {isRetired ? null : (
              <Panel title="Rules in order" aside="the first that fires decides" isPadded={false}>
                <RuleTable decision={decision} currency={currency} />
              </Panel>
            )}
            <Panel title="Readiness by gap" aside="after evidence and age" isPadded={false}>
              <ReadinessTable decision={decision} />
            </Panel>
          </div>
        </div>
        <Provenance decision={decision} explanation={explanation.data ?? null} />
      </div>
    </div>
  );
}

/** The sentence with the numbers, what belongs beside it, and an override that is in force. */
function Verdict({ detail }: { readonly detail: InitiativeDetail }) {
  const { decision, sentence } = detail;
  return (
    <section aria-label="Verdict" className={styles.verdict}>
      <p className={styles.sentence}>
        {decision.rule === null ? null : <strong>{decision.rule}</strong>} {verdictReason(sentence)}
      </p>
      {decision.override === null ? null : (
        <p className={styles.override}>
          <strong>Overridden</strong> by {decision.override.decidedBy} until{' '}
          {formatDay(decision.override.expiresOn)}: {decision.override.reason}
        </p>
      )}
      {decision.notes.length === 0 ? null : (
        <ul className={styles.notes}>
          {decision.notes.map((note) => (
            <li key={note.code}>{note.text}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function GatePanel({ detail }: { readonly detail: InitiativeDetail }) {
  const { decision } = detail;
  const { stage } = detail.initiative;
  if (stage === 'retired') return null;
  const next = nextStage(stage);
  return (
    <Panel title="Gates" aside={gateCount(detail)} isPadded={false}>
      <GateTable
        gates={decision.gates}
        next={decision.nextGates}
        stageName={STAGE_NAMES[stage]}
        nextName={next === undefined ? null : STAGE_NAMES[next]}
      />
    </Panel>
  );
}

/** "5 of 8 pass": of this stage's gates. */
function gateCount({ decision }: InitiativeDetail): string {
  const asked = decision.gates.filter((gate) => gate.state !== 'not_required');
  return `${asked.filter((gate) => gate.state === 'pass').length} of ${asked.length} pass in this stage`;
}
