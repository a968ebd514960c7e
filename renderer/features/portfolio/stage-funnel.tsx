import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { type ActiveStage, STAGE_NAMES } from '#shared/domain/stage.ts';
import { formatShare } from '#shared/report/format.ts';
import { formatCount } from '../../components/counts.ts';
import { Panel } from '../../components/panel.tsx';
import { PUBLIC_IN_PRODUCTION } from '../settings/benchmarks.ts';
import styles from './stage-funnel.module.css';

const ROAD: readonly ActiveStage[] = ['idea', 'pilot', 'limited', 'scaled'];

/** The bar of the funnel as shares of all that are not retired, in the order of the road. */
export function funnelShares(
  byStage: PortfolioSummary['byStage'],
): readonly { readonly stage: ActiveStage; readonly count: number; readonly share: number }[] {
  const active = ROAD.reduce((sum, stage) => sum + byStage[stage], 0);
  return ROAD.map((stage) => ({
    stage,
    count: byStage[stage],
    share: active === 0 ? 0 : byStage[stage] / active,
  }));
}

/** Where the initiatives stand between idea and scaled, with the public share in production drawn to the same scale. */
export function StageFunnel({ summary }: { readonly summary: PortfolioSummary }) {
  const parts = funnelShares(summary.byStage);
  const { inProduction } = summary;
  const publicShare = formatShare(PUBLIC_IN_PRODUCTION.share);
  return (
    <Panel
      title="Stages"
      aside={
        <Link href="/register?stage=retired" className={styles.retired}>
          Retired {formatCount(summary.byStage.retired)}, not counted here
        </Link>
      }
    >
      <ol className={styles.stages}>
        {parts.map(({ stage, count, share }) => (
          <li key={stage}>
            <Link href={`/register?stage=${stage}`} className={styles.stage} data-stage={stage}>
              <span className={styles.name}>{STAGE_NAMES[stage]}</span>
              <span className={styles.count}>{formatCount(count)}</span>
              <span className="dim">{inProduction.of === 0 ? '' : formatShare(share)}</span>
            </Link>
          </li>
        ))}
      </ol>
      <div className={styles.bar} aria-hidden="true">
        {parts.map(({ stage, share }) => (
          <div key={stage} className={styles.part} data-stage={stage} style={{ flexGrow: share }} />
        ))}
      </div>
      <div className={styles.context}>
        <span
          className={styles.public}
          style={{ width: `${PUBLIC_IN_PRODUCTION.share * 100}%` }}
          aria-hidden="true"
        />
        <p className={styles.source}>
          In production {inProduction.share === null ? 'unmeasured' : formatShare(inProduction.share)}; the
          line below the bar is the public {publicShare} ({PUBLIC_IN_PRODUCTION.source}): context, not
          comparable
        </p>
      </div>
    </Panel>
  );
}
