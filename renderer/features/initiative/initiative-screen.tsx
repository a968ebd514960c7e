import { Button } from '@mantine/core';
import { useSearch } from 'wouter';
import type { ApiError } from '#shared/api/errors.ts';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import { navigate } from '../../app/hash-location.ts';
import { useCall } from '../../app/use-call.ts';
import { formatDay } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { Loading } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { WriteArea } from '../../components/write-area.tsx';
import { useDay } from '../../stores/day.ts';
import { ActivityTab } from './activity/activity-tab.tsx';
import { AssetsTab } from './assets/assets-tab.tsx';
import { ChecklistTab } from './checklist/checklist-tab.tsx';
import { DecisionsTab } from './decisions/decisions-tab.tsx';
import { DetailsTab } from './details/details-tab.tsx';
import { RiskTab } from './details/risk-tab.tsx';
import { TripwiresTab } from './details/tripwires-tab.tsx';
import { ForwardTab } from './forward/forward-tab.tsx';
import { GapsTab } from './gaps/gaps-tab.tsx';
import { InitiativeHeader } from './initiative-header.tsx';
import styles from './initiative-screen.module.css';
import { type InitiativeTab, tabOf } from './initiative-tabs.ts';
import { SummaryTab } from './summary/summary-tab.tsx';
import { askedPlace, useFixPlace } from './use-fix-place.ts';
import { ValueTab } from './value/value-tab.tsx';

interface InitiativeScreenProps {
  readonly id: string;
  readonly tab: string | undefined;
}

/** One initiative: its verdict with the reasons, and everything the verdict is made of, editable. */
export function InitiativeScreen({ id, tab }: InitiativeScreenProps) {
  const query = useCall('getInitiative', { id });
  const current = tabOf(tab, askedPlace(useSearch()));
  const detail = query.data;
  // A refresh that says "not found" means it is gone, whatever is still on screen.
  const isGone = query.isError && query.error.code === 'not_found';
  useFixPlace(current, detail !== undefined && !isGone);
  if (detail === undefined || isGone) {
    return (
      <Screen title="Initiative" subtitle={<BackLink />}>
        {query.isError ? (
          <Failure error={query.error} onRetry={() => void query.refetch()} />
        ) : (
          <Loading what="the initiative" />
        )}
      </Screen>
    );
  }
  return (
    <Screen
      title={detail.initiative.name}
      subtitle={<BackLink unit={detail.initiative.unit} />}
      toolbar={<InitiativeHeader detail={detail} tab={current} />}
    >
      {query.isError ? <Failure error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div
        role="tabpanel"
        id={`panel-${current}`}
        aria-labelledby={`tab-${current}`}
        className={styles.panel}
      >
        <TabContent tab={current} detail={detail} />
      </div>
    </Screen>
  );
}

function TabContent({ tab, detail }: { readonly tab: InitiativeTab; readonly detail: InitiativeDetail }) {
  switch (tab) {
    case 'summary':
      return <SummaryTab detail={detail} />;
    case 'gaps':
      return <GapsTab detail={detail} />;
    case 'checklist':
      return (
        <WriteArea>
          <ChecklistTab detail={detail} />
        </WriteArea>
      );
    case 'value':
      return <ValueTab detail={detail} />;
    case 'forward':
      return (
        <WriteArea>
          <ForwardTab detail={detail} />
        </WriteArea>
      );
    case 'assets':
      return (
        <WriteArea>
          <AssetsTab detail={detail} />
        </WriteArea>
      );
    case 'risk':
      return (
        <WriteArea>
          <RiskTab detail={detail} />
        </WriteArea>
      );
    case 'tripwires':
      return (
        <WriteArea>
          <TripwiresTab detail={detail} />
        </WriteArea>
      );
    case 'decisions':
      return <DecisionsTab detail={detail} />;
    case 'details':
      return (
        <WriteArea>
          <DetailsTab detail={detail} />
        </WriteArea>
      );
    case 'activity':
      return <ActivityTab detail={detail} />;
    default:
      return assertNever(tab);
  }
}

function BackLink({ unit = '' }: { readonly unit?: string }) {
  return (
    <>
      <a href="#/register" className={styles.back}>
        Register
      </a>
      {unit === '' ? null : ` / ${unit}`}
    </>
  );
}

function Failure({ error, onRetry }: { readonly error: ApiError; readonly onRetry: () => void }) {
  const day = useDay((state) => state.day);
  if (error.code === 'not_found' && day !== null) {
    return (
      <EmptyState
        title={`This initiative was not in the portfolio on ${formatDay(day)}`}
        actions={
          <Button variant="filled" onClick={() => navigate('/register')}>
            Go to the register
          </Button>
        }
      >
        It was added later, or had been deleted by then. The register shows what there was on that day.
      </EmptyState>
    );
  }
  if (error.code === 'not_found') {
    return (
      <EmptyState
        title="This initiative is not in the portfolio"
        actions={
          <Button variant="filled" onClick={() => navigate('/register')}>
            Go to the register
          </Button>
        }
      >
        It may have been deleted, or belong to another file. A deletion can be undone from the header.
      </EmptyState>
    );
  }
  return <ErrorNotice error={error} actions={<Button onClick={onRetry}>Try again</Button>} />;
}
