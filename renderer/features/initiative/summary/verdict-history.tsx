import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { useCall } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RuleTag } from '../../../components/rule-tag.tsx';
import { VERDICT_WORDS, VerdictChip } from '../../../components/verdict-chip.tsx';
import styles from './verdict-history.module.css';
import { type VerdictStep, verdictSteps } from './verdict-steps.ts';

/** What each closed review recommended and what people decided, oldest first, up to the verdict of today. */
export function VerdictHistory({ detail }: { readonly detail: InitiativeDetail }) {
  const { id } = detail.initiative;
  const query = useCall('getDecisions', { id });
  if (query.isError) return <ErrorNotice error={query.error} />;
  const decisions = query.data?.decisions ?? [];
  if (decisions.length === 0) return null;
  const { decision, asOf } = detail;
  return (
    <Panel
      title="Reviews so far"
      aside={<a href={`#/initiative/${id}/decisions`}>reasons and what followed</a>}
      isPadded={false}
    >
      <ol className={styles.steps}>
        {verdictSteps(decisions).map((step) => (
          <li key={step.id} className={styles.step}>
            <Step step={step} />
          </li>
        ))}
        <li className={styles.step} aria-current="step">
          <span className={styles.when}>Now, {formatDay(asOf)}</span>
          <span className={styles.verdict}>
            <VerdictChip verdict={decision.verdict} isComputing={decision.isComputing} />
            <RuleTag rule={decision.rule} />
          </span>
        </li>
      </ol>
    </Panel>
  );
}

function Step({ step }: { readonly step: VerdictStep }) {
  return (
    <>
      <span className={styles.when} title={`as of ${formatDay(step.endsOn)}`}>
        {step.name}
      </span>
      <span className={styles.verdict}>
        <VerdictChip verdict={step.recommended} />
        <RuleTag rule={step.rule} />
      </span>
      {step.decided === null ? (
        <span className={styles.how}>decided so</span>
      ) : (
        <span className={styles.otherwise}>
          decided {VERDICT_WORDS[step.decided].toUpperCase()}
          {step.recommended === null ? '' : ' instead'}
        </span>
      )}
    </>
  );
}
