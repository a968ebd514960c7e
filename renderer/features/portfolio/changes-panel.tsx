import { NativeSelect } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { PortfolioChanges } from '#shared/api/schemas/portfolio.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import { useCall } from '../../app/use-call.ts';
import { countOf } from '../../components/counts.ts';
import { formatDay } from '../../components/dates.ts';
import { veil } from '../../components/money-words.ts';
import { Panel } from '../../components/panel.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { RuleTag } from '../../components/rule-tag.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { ChangeGroup } from './change-group.tsx';
import styles from './changes-panel.module.css';
import { changesNote, isNothing, sinceTitle } from './changes-words.ts';

/** In place of a review's id: the last 90 days. */
const DAYS = 'days';

/** Of a large portfolio the answer takes a while: whoever only passes through on the way to another screen waits for none. */
const SETTLED_MS = 400;

function useIsSettled(): boolean {
  const [isSettled, setIsSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIsSettled(true), SETTLED_MS);
    return () => clearTimeout(timer);
  }, []);
  return isSettled;
}

/** What changed since a closed review, or in the last 90 days; each line leads to its initiative. */
export function ChangesPanel() {
  const [wish, setWish] = useState<string | undefined>(undefined);
  const query = useCall('getChanges', wish === undefined ? {} : { reviewId: wish === DAYS ? null : wish }, {
    keepsPrevious: true,
    isEnabled: useIsSettled(),
  });
  const { data } = query;
  return (
    <Panel
      title={data ? sinceTitle(data) : 'What changed'}
      isPadded={false}
      className={styles.panel}
      aside={
        data === undefined || data.reviews.length === 0 ? null : (
          <NativeSelect
            size="xs"
            aria-label="Compare with"
            value={data.since.kind === 'review' ? data.since.review.id : DAYS}
            data={[
              ...data.reviews.map((review) => ({ value: review.id, label: `Review ${review.name}` })),
              { value: DAYS, label: '90 days ago' },
            ]}
            onChange={(event) => setWish(event.currentTarget.value)}
          />
        )
      }
    >
      <QueryView query={query} what="what changed">
        {(changes) => <Changes changes={changes} />}
      </QueryView>
    </Panel>
  );
}

function Changes({ changes }: { readonly changes: PortfolioChanges }) {
  const { verdicts, fresh, moves, retired, months, evidence, computing } = changes;
  const note = changesNote(changes);
  return (
    <>
      {isNothing(changes) ? <p className={styles.none}>Nothing of the kind.</p> : null}
      {verdicts === null ? null : (
        <ChangeGroup
          title="Verdict changed"
          count={verdicts.count}
          entries={verdicts.first}
          tab="summary"
          detail={(one) => (
            <>
              <span className={styles.fromTo}>
                <VerdictChip verdict={one.from.verdict} />
                <IconArrowRight size="0.75rem" stroke={1.5} aria-label="to" />
                <VerdictChip verdict={one.to.verdict} /> <RuleTag rule={one.to.rule} isNamed />
              </span>
              <span className={styles.reason} title={veil(one.reason)}>
                {veil(one.reason)}
              </span>
            </>
          )}
        />
      )}
      <ChangeGroup
        title="Moved between stages"
        count={moves.count}
        entries={moves.first}
        tab="details"
        detail={(one) => (
          <span className={styles.fromTo}>
            {STAGE_NAMES[one.from]} to {STAGE_NAMES[one.to]}, {formatDay(one.on)}
          </span>
        )}
      />
      <ChangeGroup
        title="Retired"
        count={retired.count}
        entries={retired.first}
        tab="decisions"
        detail={(one) => (
          <span className={styles.fromTo}>
            from {STAGE_NAMES[one.from]}, {formatDay(one.on)}
          </span>
        )}
      />
      <ChangeGroup
        title="New"
        count={fresh.count}
        entries={fresh.first}
        tab="summary"
        detail={(one) => (
          <span className={styles.fromTo}>
            {STAGE_NAMES[one.stage]}, added {formatDay(one.on)}
          </span>
        )}
      />
      {months === null ? null : (
        <ChangeGroup
          title="Months closed"
          count={months.total}
          entries={months.first}
          tab="value"
          isFolded
          detail={(one) => <span className={styles.fromTo}>{countOf(one.count, 'month')}</span>}
        />
      )}
      {evidence === null ? null : (
        <ChangeGroup
          title="Evidence added"
          count={evidence.total}
          entries={evidence.first}
          tab="gaps"
          isFolded
          detail={(one) => <span className={styles.fromTo}>{countOf(one.count, 'piece')}</span>}
        />
      )}
      {computing === 0 ? null : (
        <p className={styles.note}>
          {countOf(computing, 'verdict')} still computing: whether {computing === 1 ? 'it' : 'they'} changed
          shows in a moment.
        </p>
      )}
      {note === null ? null : <p className={styles.note}>{note}</p>}
    </>
  );
}
