import type { DriverEffect, Explanation } from '#shared/decision/explanation.ts';
import { ChartOrTable } from '../../../charts/chart-or-table.tsx';
import { driverPoint } from '../../../charts/driver-point.ts';
import { TornadoChart } from '../../../charts/tornado-chart.tsx';
import { correlationText, tornadoRows } from '../../../charts/tornado-rows.ts';
import { countOf } from '../../../components/counts.ts';
import { ExplainedTable, explainedCell } from '../../../components/explained-table.tsx';
import { formatAmount } from '../../../components/money-words.ts';
import styles from './explain.module.css';
import { baseExplanation, type TornadoColumn, tornadoExplanation } from './tornado-explanation.ts';

interface TornadoPanelProps {
  readonly explanation: Explanation;
  /** Value with every driver at P50. */
  readonly base: number;
  readonly currency: string;
}

/** What moves the expected value: each driver from its P10 to its P90 around the all-P50 line. */
export function TornadoPanel({ explanation, base, currency }: TornadoPanelProps) {
  const { drivers } = explanation;
  const { rows } = tornadoRows(drivers, base);
  return (
    <ChartOrTable
      title="What moves it"
      note={`Value in ${currency}, forecast, PV, as one driver goes from P10 to P90 and the others stay at P50, no asset late`}
      chart={
        rows.length === 0 ? (
          <p className={styles.nothing}>
            No driver moves the value: all of them are known or without effect.
          </p>
        ) : (
          <TornadoChart drivers={drivers} base={base} currency={currency} />
        )
      }
      table={<TornadoTable {...{ explanation, base, currency }} />}
    >
      <p className={styles.key}>
        <Swatch kind="p90" /> driver at its P90 <Swatch kind="p10" /> at its P10
        {rows.some((row) => row.effect.crossesZero) ? (
          <>
            {' '}
            <Swatch kind="crossing" /> crosses 0: this driver alone can turn the sign
          </>
        ) : null}
      </p>
      <p className={styles.small}>{tornadoWords(explanation, base, currency)}</p>
    </ChartOrTable>
  );
}

/** The chart in words: its widest bar, how many cross 0, and what it leaves out. */
export function tornadoWords({ drivers }: Explanation, base: number, currency: string): string {
  const { rows, more, still } = tornadoRows(drivers, base);
  const [widest] = rows;
  if (widest === undefined) return '';
  const { name, unit, p10, p90, deltaAtP10, deltaAtP90 } = widest.effect;
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  const crossing = drivers.filter((one) => one.crossesZero).length;
  const parts = [
    `Widest: ${name}, from ${amount(deltaAtP10)} at ${driverPoint(p10, unit)} to ${amount(deltaAtP90)} at ${driverPoint(p90, unit)}.`,
  ];
  if (crossing > 0) parts.push(`${countOf(crossing, 'driver')} ${crossing === 1 ? 'crosses' : 'cross'} 0.`);
  if (more > 0) parts.push(`${countOf(more, 'more driver')} in the table.`);
  if (still > 0) parts.push(`${countOf(still, 'driver')} ${still === 1 ? 'moves' : 'move'} nothing.`);
  return parts.join(' ');
}

function Swatch({ kind }: { readonly kind: 'p10' | 'p90' | 'crossing' }) {
  return <span aria-hidden="true" className={styles.swatch} data-kind={kind} />;
}

function TornadoTable({ explanation, base, currency }: TornadoPanelProps) {
  const amount = (value: number) => formatAmount(value, currency, { isCompact: true, isSigned: true });
  return (
    <ExplainedTable
      rows={explanation.drivers.length}
      explain={(row, column: TornadoColumn | 'base') =>
        column === 'base'
          ? baseExplanation(explanation, { base, currency })
          : tornadoExplanation(explanation, explanation.drivers[row] as DriverEffect, column, {
              base,
              currency,
            })
      }
    >
      <thead>
        <tr>
          <th scope="col">Driver</th>
          <th scope="col">P10</th>
          <th scope="col">P50</th>
          <th scope="col">P90</th>
          <th scope="col">Value at P10, {currency}</th>
          <th scope="col">Value at P90</th>
          <th scope="col">Crosses 0</th>
          <th scope="col">Rank corr.</th>
          <th scope="col">Worth knowing (EVPPI)</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">All at P50</th>
          <td colSpan={3} />
          <td colSpan={2} {...explainedCell(0, 'base')}>
            {amount(base)}
          </td>
          <td colSpan={3} />
        </tr>
        {explanation.drivers.map((one, row) => (
          <tr key={one.driverId}>
            <th scope="row">
              {one.name} {one.unit === '' ? null : <span className="dim">{one.unit}</span>}
            </th>
            <td>{driverPoint(one.p10, one.unit)}</td>
            <td>{driverPoint(one.p50, one.unit)}</td>
            <td>{driverPoint(one.p90, one.unit)}</td>
            <td {...explainedCell(row, 'atP10')}>{amount(one.deltaAtP10)}</td>
            <td {...explainedCell(row, 'atP90')}>{amount(one.deltaAtP90)}</td>
            <td>{one.crossesZero ? 'yes' : 'no'}</td>
            <td {...explainedCell(row, 'correlation')}>
              {one.rankCorrelation === null ? 'known' : correlationText(one.rankCorrelation)}
            </td>
            <td {...explainedCell(row, 'evppi')}>
              {one.evppi === null ? 'known' : formatAmount(one.evppi, currency, { isCompact: true })}
            </td>
          </tr>
        ))}
      </tbody>
    </ExplainedTable>
  );
}
