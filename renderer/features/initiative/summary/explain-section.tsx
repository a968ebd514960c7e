import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import type { Explanation } from '#shared/decision/explanation.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { EmptyState } from '../../../components/empty-state.tsx';
import { ErrorNotice } from '../../../components/error-notice.tsx';
import { Panel } from '../../../components/panel.tsx';
import styles from './explain.module.css';
import { ExplainWaiting } from './explain-waiting.tsx';
import { FlipPanel } from './flip-panel.tsx';
import { FlowPanel } from './flow-panel.tsx';
import { MeasurePanel } from './measure-panel.tsx';
import { SinceReviewPanel } from './since-review-panel.tsx';
import { TornadoPanel } from './tornado-panel.tsx';

interface ExplainSectionProps {
  readonly detail: InitiativeDetail;
  readonly query: UseQueryResult<Explanation, ApiError>;
}

/**
 * What the verdict rests on and what would change it. It has its own read: working it out takes a moment, and the rest
 * of the page does not wait for it.
 */
export function ExplainSection({ detail, query }: ExplainSectionProps) {
  const { decision, currency } = detail;
  const explanation = query.data;
  if (explanation === undefined) {
    return (
      <ExplainWaiting isSimulating={decision.value.status === 'computing'}>
        {query.isError ? <Notice query={query} /> : null}
      </ExplainWaiting>
    );
  }
  return (
    <div className={styles.explain} aria-busy={query.isFetching}>
      {query.isError ? <Notice query={query} /> : null}
      <div className={styles.columns}>
        <div className={styles.column}>
          {explanation.deltaAtP50 === null ? (
            <NoModel decision={decision} />
          ) : (
            <TornadoPanel explanation={explanation} base={explanation.deltaAtP50} currency={currency} />
          )}
          {explanation.flow.length === 0 ? null : <FlowPanel explanation={explanation} currency={currency} />}
        </div>
        <div className={styles.column}>
          <FlipPanel explanation={explanation} currency={currency} />
          <MeasurePanel explanation={explanation} currency={currency} />
        </div>
      </div>
      <SinceReviewPanel since={explanation.sinceReview} decision={decision} />
    </div>
  );
}

/** Stopped or failed: said here, where it was caused; the rest of the page stands. */
function Notice({ query }: { readonly query: ExplainSectionProps['query'] }) {
  const { error } = query;
  if (error === null) return null;
  const again = <Button onClick={() => void query.refetch()}>Work it out again</Button>;
  if (error.code === 'cancelled') {
    return (
      <div className={styles.stopped}>
        <p>{error.message}</p>
        {again}
      </div>
    );
  }
  return <ErrorNotice error={error} actions={again} />;
}

/** Without a complete forward model there is no value to explain: what is missing, and where it is entered. */
function NoModel({ decision }: { readonly decision: DecisionResult }) {
  const { value } = decision;
  const missing = value.status === 'unknown' || value.status === 'not_evaluated' ? value.missing : [];
  return (
    <Panel title="What moves it">
      <EmptyState
        title="There is no forward view yet"
        actions={
          <Button component="a" href={`#/initiative/${decision.initiativeId}/forward`}>
            Open the forward model
          </Button>
        }
      >
        <p>Value, its spread and what drives it come from the forward model. Still missing:</p>
        <ul className={styles.missing}>
          {missing.map((item) => (
            <li key={item.code}>{item.text}</li>
          ))}
        </ul>
      </EmptyState>
    </Panel>
  );
}
