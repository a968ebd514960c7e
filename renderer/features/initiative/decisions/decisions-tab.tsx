import { Button } from '@mantine/core';
import type { InitiativeDecisions } from '#shared/api/schemas/portfolio.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { RULE_VERDICTS } from '#shared/domain/verdict.ts';
import { useCall } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { formatDay } from '../../../components/dates.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { veil } from '../../../components/money-words.ts';
import { Panel } from '../../../components/panel.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { RuleTag } from '../../../components/rule-tag.tsx';
import { VerdictChip } from '../../../components/verdict-chip.tsx';
import { ConditionList } from './condition-list.tsx';
import { causesText, decisionKind, FRESH_START_WORDS } from './decision-words.ts';
import styles from './decisions-tab.module.css';
import { FollowedView } from './followed-view.tsx';

type Entry = InitiativeDecisions['decisions'][number];

/** Every closed review's recommendation and decision, with its conditions and what followed; latest first. */
export function DecisionsTab({ detail }: { readonly detail: InitiativeDetail }) {
  const { id } = detail.initiative;
  const query = useCall('getDecisions', { id });
  return (
    <QueryView query={query} what="the decisions">
      {({ decisions, otherConditions, currency, asOf }) => (
        <>
          <Panel
            title="Decisions of closed reviews"
            isPadded={false}
            aside={decisions.length === 0 ? undefined : countOf(decisions.length, 'review')}
          >
            {decisions.length === 0 ? (
              <NoDecision id={id} />
            ) : (
              <ol className={styles.list}>
                {decisions.map((entry) => (
                  <li key={entry.review.id}>
                    <Decision entry={entry} currency={currency} asOf={asOf} />
                  </li>
                ))}
              </ol>
            )}
          </Panel>
          {otherConditions.length === 0 ? null : (
            <Panel title="Conditions set between reviews">
              <ConditionList conditions={otherConditions} initiativeId={id} asOf={asOf} />
            </Panel>
          )}
        </>
      )}
    </QueryView>
  );
}

function NoDecision({ id }: { readonly id: string }) {
  return (
    <EmptyState
      title="No closed review has decided about this initiative yet"
      actions={
        <>
          <Button component="a" href={`#/initiative/${id}/summary`}>
            See today's recommendation
          </Button>
          <Button component="a" href={`#/initiative/${id}/details`}>
            Record a condition
          </Button>
        </>
      }
    >
      What a review recommends and what people decide will stand here from the day it is closed, with the
      reason, the conditions and what followed. The sample portfolio shows three reviews.
    </EmptyState>
  );
}

interface DecisionProps {
  readonly entry: Entry;
  readonly currency: string;
  readonly asOf: InitiativeDecisions['asOf'];
}

function Decision({ entry, currency, asOf }: DecisionProps) {
  const { review, rule, decision, reason, override, freshStart, conditions } = entry;
  const kind = decisionKind(entry);
  const causes = causesText(entry);
  return (
    <article className={styles.entry} aria-label={`Review ${review.name}`}>
      <header className={styles.review}>
        <h3>{review.name}</h3>
        <p className="dim">
          up to {formatDay(review.endsOn)}, closed {formatDay(review.closedAt.slice(0, 10) as typeof asOf)}
        </p>
        {freshStart === null ? null : (
          <p className={styles.fresh}>
            Would we start it today? {FRESH_START_WORDS[freshStart.answer]}
            {freshStart.onlyIf === '' ? '' : ` ${freshStart.onlyIf}`}
          </p>
        )}
      </header>
      <div className={styles.part}>
        <h4>Recommended</h4>
        {rule === null ? (
          <p className="dim">no rule decided</p>
        ) : (
          <p className={styles.verdict}>
            <VerdictChip verdict={RULE_VERDICTS[rule]} /> <RuleTag rule={rule} isNamed />
          </p>
        )}
      </div>
      <div className={styles.part}>
        <h4>Decided{kind === 'followed' ? ', as recommended' : ''}</h4>
        <p className={styles.verdict}>
          <VerdictChip verdict={decision} />
        </p>
        {reason === '' ? null : <p>{veil(reason)}</p>}
        {causes === '' ? null : <p className="dim">{causes}</p>}
        {override === null ? null : (
          <div className={styles.override}>
            <p>
              <b>Override</b> by {override.decidedBy}, {override.expiresOn < asOf ? 'expired' : 'holds until'}{' '}
              {formatDay(override.expiresOn)}
            </p>
            <p>{veil(override.reason)}</p>
            {override.newTripwire === null ? null : (
              <p className="dim">New tripwire: {override.newTripwire}</p>
            )}
          </div>
        )}
        <ConditionList
          conditions={conditions}
          initiativeId={entry.conditions[0]?.initiativeId ?? null}
          asOf={asOf}
        />
      </div>
      <div className={styles.part}>
        <h4>What followed</h4>
        <FollowedView followed={entry.followed} currency={currency} asOf={asOf} />
      </div>
    </article>
  );
}
