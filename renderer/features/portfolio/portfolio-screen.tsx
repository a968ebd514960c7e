import { useCall, useStatus } from '../../app/use-call.ts';
import { formatDay } from '../../components/dates.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Screen } from '../../components/screen.tsx';
import { useDay } from '../../stores/day.ts';
import { StartGuide } from '../start/start-guide.tsx';
import { AttentionList } from './attention-list.tsx';
import { ChangesPanel } from './changes-panel.tsx';
import { HeadlineFigures } from './headline-figures.tsx';
import { MapPanel } from './map-panel.tsx';
import styles from './portfolio-screen.module.css';
import { StageFunnel } from './stage-funnel.tsx';
import { VerdictCounts } from './verdict-counts.tsx';

function NothingYet() {
  const day = useDay((state) => state.day);
  if (day === null) return <StartGuide />;
  return (
    <EmptyState title={`Nothing was in the portfolio on ${formatDay(day)}`}>
      Choose a later day in the header, or go back to today.
    </EmptyState>
  );
}

/** The home: what the portfolio is worth, where it stands, what to look at first. */
export function PortfolioScreen() {
  const status = useStatus();
  const portfolio = useCall('getPortfolio', {});
  return (
    <Screen title="Portfolio" subtitle={status.data?.portfolio.name}>
      <QueryView query={portfolio} what="the portfolio">
        {(summary) =>
          summary.total === 0 ? (
            <NothingYet />
          ) : (
            <div className={styles.home}>
              <HeadlineFigures summary={summary} />
              <div className={styles.middle}>
                <div className={styles.map}>
                  <MapPanel summary={summary} />
                </div>
                <div className={styles.attention}>
                  <AttentionList items={summary.attention} agreement={summary.raterAgreement} />
                </div>
                <div className={styles.verdicts}>
                  <VerdictCounts summary={summary} />
                </div>
                <div className={styles.stages}>
                  <StageFunnel summary={summary} />
                </div>
                <div className={styles.changes}>
                  <ChangesPanel />
                </div>
              </div>
            </div>
          )
        }
      </QueryView>
    </Screen>
  );
}
