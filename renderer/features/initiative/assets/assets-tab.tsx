import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import { SCOPE_STAGE_NAMES } from '#shared/domain/forward-model.ts';
import { formatShare } from '#shared/report/format.ts';
import { useCall } from '../../../app/use-call.ts';
import { formatDay } from '../../../components/dates.ts';
import { Money, Unmeasured } from '../../../components/money.tsx';
import { Panel } from '../../../components/panel.tsx';
import { AssetPanel } from '../forward/asset-panel.tsx';
import { type AssetLine, assetLines } from './asset-lines.ts';
import styles from './assets-tab.module.css';

/** The shared assets it uses and those it built, with what a reuse costs beside doing without. */
export function AssetsTab({ detail }: { readonly detail: InitiativeDetail }) {
  const known = useCall('listAssets', {}).data?.assets ?? [];
  const lines = assetLines(detail, known);
  return (
    <div className={styles.tab}>
      <AssetPanel detail={detail} />
      {lines.length === 0 ? null : (
        <Panel title="Cost and reuse" aside={`amounts in ${detail.currency}`} isPadded={false}>
          <div className={styles.scroller}>
            <AssetTable lines={lines} currency={detail.currency} />
          </div>
        </Panel>
      )}
    </div>
  );
}

interface AssetTableProps {
  readonly lines: readonly AssetLine[];
  readonly currency: string;
}

function AssetTable({ lines, currency }: AssetTableProps) {
  return (
    <table className={styles.table} aria-label="Cost and reuse of the assets">
      <thead>
        <tr>
          <th scope="col">Asset</th>
          <th scope="col">Here it is</th>
          <th scope="col">Used since</th>
          <th scope="col" title="Effort with the asset as a share of the effort without it">
            Reuse factor
          </th>
          <th scope="col">Cost without it</th>
          <th scope="col">Upkeep a month</th>
          <th scope="col" title="Initiatives that need it">
            Users
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.id}>
            <th scope="row">
              <bdi>{line.name}</bdi>
            </th>
            <td>{hereText(line)}</td>
            <td>
              {line.usedSince === null ? <span className="dim">not yet</span> : formatDay(line.usedSince)}
            </td>
            <td>{line.reuseFactor === null ? <Unmeasured /> : formatShare(line.reuseFactor)}</td>
            <td>
              <Money minor={line.costAlone} currency={currency} isCompact isBare />
            </td>
            <td>
              <Money minor={line.upkeep} currency={currency} isCompact isBare />
            </td>
            <td>{line.users ?? <Unmeasured />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function hereText({ isBuiltHere, neededFrom }: AssetLine): string {
  const needed = neededFrom === null ? '' : `needed from ${SCOPE_STAGE_NAMES[neededFrom].toLowerCase()}`;
  return [isBuiltHere ? 'built here' : '', needed].filter((part) => part !== '').join(', ') || 'reused';
}
