import { Link } from 'wouter';
import type { PortfolioFigureDetail } from '#shared/api/schemas/portfolio.ts';
import type { PortfolioFigureId } from '#shared/portfolio/figures.ts';
import { useCall } from '../../app/use-call.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMonthSpan } from '../../components/dates.ts';
import { formatAmount, veil } from '../../components/money-words.ts';
import { QueryView } from '../../components/query-view.tsx';
import styles from './figure-contributions.module.css';

/** So many initiatives are listed; the rest is summed up in the last line. */
const MOST_LISTED = 12;

type Contribution = PortfolioFigureDetail['contributions'][number];

/** The tab on which the inputs of a figure are entered. */
export function inputTab(figure: PortfolioFigureId): string {
  if (figure === 'inProduction') return 'details';
  return figure === 'killSpend' || figure === 'fixSpend' ? 'decisions' : 'value';
}

/** What an initiative adds, as it is written in the list: an amount, a part of a base, or yes and no. */
export function contributionText(
  { kind, id, currency }: Pick<PortfolioFigureDetail, 'kind' | 'id' | 'currency'>,
  one: Pick<Contribution, 'part' | 'base'>,
): string {
  if (id === 'inProduction') return one.part === 1 ? 'counts' : 'does not count';
  const amount = (minor: number, isSigned: boolean) =>
    formatAmount(minor, currency, { isCompact: true, isSigned });
  const isNet = id === 'net3' || id === 'net12' || id === 'roi12';
  const part = amount(one.part, isNet);
  return kind === 'percent' && one.base !== null ? `${part} of ${amount(one.base, false)}` : part;
}

/** The inputs of a header figure, asked for when its explanation is opened: sums, months, and what each initiative adds. */
export function FigureContributions({ figure }: { readonly figure: PortfolioFigureId }) {
  const query = useCall('getPortfolioFigure', { figure });
  return (
    <QueryView query={query} what="what went into it">
      {(detail) => <Details detail={detail} />}
    </QueryView>
  );
}

function Details({ detail }: { readonly detail: PortfolioFigureDetail }) {
  const { contributions, months, inputs, currency, id } = detail;
  const listed = contributions.slice(0, MOST_LISTED);
  const rest = contributions.slice(MOST_LISTED);
  const restSum = {
    part: rest.reduce((sum, one) => sum + one.part, 0),
    base: rest.some((one) => one.base !== null) ? rest.reduce((sum, one) => sum + (one.base ?? 0), 0) : null,
  };
  return (
    <div className={styles.details}>
      <dl className={styles.inputs}>
        {months.length === 0 ? null : (
          <div>
            <dt>Months</dt>
            <dd>{formatMonthSpan(months)}</dd>
          </div>
        )}
        {inputs.map((input) => (
          <div key={input.name}>
            <dt>{input.name}</dt>
            <dd>{veil(input.value)}</dd>
          </div>
        ))}
      </dl>
      {contributions.length === 0 ? null : (
        <table className={styles.table}>
          <caption className={styles.caption}>
            {countOf(contributions.length, 'initiative')}
            {id === 'inProduction' ? '' : `, ${currency}`}
          </caption>
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Initiative</th>
              <th scope="col">Adds</th>
            </tr>
          </thead>
          <tbody>
            {listed.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <Link href={`/initiative/${one.id}/${inputTab(id)}`} className={styles.name}>
                    {one.name}
                  </Link>
                  {one.note === null ? null : <span className={styles.note}>{one.note}</span>}
                </th>
                <td>{contributionText(detail, one)}</td>
              </tr>
            ))}
            {rest.length === 0 ? null : (
              <tr>
                <th scope="row" className="dim">
                  {formatCount(rest.length)} more
                </th>
                <td>
                  {id === 'inProduction'
                    ? `${formatCount(restSum.part)} count`
                    : contributionText(detail, restSum)}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      )}
    </div>
  );
}
