import { Fragment } from 'react';
import { Link } from 'wouter';
import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { formatCount } from '../../components/counts.ts';
import styles from './map-panel.module.css';
import { offMapReasons, offMapTab } from './off-map.ts';

/** The initiatives that cannot stand on the map, by what they lack; the dearest by name, all of them in the register. */
export function OffMapList({ offMap }: { readonly offMap: PortfolioSummary['offMap'] }) {
  return (
    <ul className={styles.offList} aria-label="Not on the map">
      {offMapReasons(offMap).map(({ reason, phrase, route, first, count }) => (
        <li key={reason} className={styles.off}>
          <Link href={route}>{phrase}</Link>:{' '}
          {first.map((one, index) => (
            <Fragment key={one.id}>
              {index === 0 ? '' : ', '}
              <Link href={`/initiative/${one.id}/${offMapTab(reason)}`} className={styles.offName}>
                {one.name}
              </Link>
            </Fragment>
          ))}
          {count > first.length ? ` and ${formatCount(count - first.length)} more` : ''}
        </li>
      ))}
    </ul>
  );
}
