import type { BoardReport } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES, STAGES } from '#shared/domain/stage.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';
import { classNames } from '../../components/class-names.ts';
import { formatCount } from '../../components/counts.ts';
import { formatDay, formatMoment } from '../../components/dates.ts';
import { Explained } from '../../components/explained.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import type { Paper } from '../../stores/preferences.ts';
import { FigureContributions } from '../portfolio/figure-contributions.tsx';
import { figureExplanation } from '../portfolio/figure-explanation.ts';
import { CellPopover } from '../register/explain/cell-popover.tsx';
import { fingerprint, pageStyle } from './page-style.ts';
import styles from './report.module.css';
import { ReportDecisions } from './report-decisions.tsx';
import { ReportRegister } from './report-register.tsx';
import { usePageStyle } from './use-page-style.ts';

function Cover({ report }: { readonly report: BoardReport }) {
  return (
    <header className={styles.cover}>
      <p className={styles.kicker}>{report.title}</p>
      <h2 className={styles.name}>{report.portfolioName}</h2>
      <p className={styles.asOf}>
        As of {formatDay(report.asOf)}. All amounts in {report.currency}.
      </p>
      <p className={styles.made}>
        Made {formatMoment(report.madeAt)} by engine {report.engineVersion} under policy{' '}
        {report.policyVersion}. Data fingerprint {fingerprint(report.auditHead)} at entry{' '}
        {formatCount(report.auditHead.seq)} of the history; it stands on every page.
      </p>
      <ul className={styles.headline}>
        {report.headline.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </header>
  );
}

function Figures({ report }: { readonly report: BoardReport }) {
  return (
    <section>
      <h3>Figures</h3>
      <table className={styles.table}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value</th>
            <th scope="col">How to read it</th>
          </tr>
        </thead>
        <tbody>
          {report.figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row" className={styles.label}>
                {figure.label}
              </th>
              <td className={classNames(styles.figure, figure.value === 'unmeasured' && styles.unmeasured)}>
                <Explained
                  look="cell"
                  figure={{
                    name: figure.label,
                    ...figureExplanation(figure.id, { label: figure.note, why: null }),
                  }}
                  details={() => <FigureContributions figure={figure.id} />}
                >
                  {figure.value}
                </Explained>
              </td>
              <td className={styles.note}>{figure.note}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Funnel({ summary }: { readonly summary: BoardReport['summary'] }) {
  const most = Math.max(1, ...STAGES.map((stage) => summary.byStage[stage]));
  return (
    <section>
      <h3>Stages</h3>
      <table className={styles.table}>
        <tbody>
          {STAGES.map((stage) => (
            <tr key={stage}>
              <th scope="row" className={styles.narrow}>
                {STAGE_NAMES[stage]}
              </th>
              <td className={styles.count}>{formatCount(summary.byStage[stage])}</td>
              <td>
                <span
                  className={styles.bar}
                  data-retired={stage === 'retired' || undefined}
                  style={{ width: `${(summary.byStage[stage] / most) * 100}%` }}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Verdicts({ report }: { readonly report: BoardReport }) {
  const { byVerdict } = report.summary;
  return (
    <section>
      <h3>Verdicts and the rules behind them</h3>
      <ul className={styles.verdicts}>
        {VERDICTS.map((verdict) => (
          <li key={verdict}>
            <VerdictChip verdict={verdict} /> <b>{formatCount(byVerdict[verdict])}</b>
          </li>
        ))}
      </ul>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Rule</th>
            <th scope="col">About</th>
            <th scope="col">Verdict</th>
            <th scope="col" className={styles.number}>
              Decided
            </th>
            <th scope="col">Evaluation</th>
          </tr>
        </thead>
        <tbody>
          {report.rules.map((one) => (
            <tr key={one.rule}>
              <th scope="row">{one.rule}</th>
              <td>{one.name}</td>
              <td>
                <VerdictChip verdict={one.verdict} />
              </td>
              <td className={styles.number}>{formatCount(one.count)}</td>
              <td className={styles.note}>{one.status}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface ReportDocumentProps {
  readonly report: BoardReport;
  readonly paper: Paper;
}

/** The whole report, every row of it in the page: what is not rendered is not printed. */
export function ReportDocument({ report, paper }: ReportDocumentProps) {
  usePageStyle(pageStyle(report, paper));
  return (
    <article className={classNames('paper', styles.paper)} data-paper={paper} aria-label={report.title}>
      <Cover report={report} />
      <Figures report={report} />
      <Funnel summary={report.summary} />
      <ReportDecisions decisions={report.decisions} />
      <Verdicts report={report} />
      <section>
        <h3>Method</h3>
        <ul className={styles.notes}>
          {report.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </section>
      <ReportRegister rows={report.register} currency={report.currency} />
      <CellPopover />
    </article>
  );
}
