import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import type { PortfolioFigureId } from '#shared/portfolio/figures.ts';
import { formatShare } from '#shared/report/format.ts';
import { formatCount } from '../../components/counts.ts';
import { Figure, FigureRow } from '../../components/figure.tsx';
import { formatAmount } from '../../components/money-words.ts';
import { PUBLIC_IN_PRODUCTION } from '../settings/benchmarks.ts';
import { FigureContributions } from './figure-contributions.tsx';
import { figureExplanation } from './figure-explanation.ts';
import styles from './headline-figures.module.css';

type SummaryFigure = PortfolioSummary['net3'];

/** The small print under a figure: how to read it, then what to know about this one. */
export function figureNote(figure: SummaryFigure, unit?: string): string {
  return [unit, figure.label, figure.value === null ? null : figure.why].filter(Boolean).join('; ');
}

/** The reason a figure is missing, as a sentence fragment that can stand alone. */
export function figureReason(figure: SummaryFigure): string {
  return figure.why ?? 'its inputs are not recorded yet';
}

interface HeadlineProps {
  readonly id: PortfolioFigureId;
  readonly label: string;
  readonly figure: SummaryFigure;
  readonly value: string | null;
  /** Replaces the figure's own small print. */
  readonly note?: string;
  readonly unit?: string;
}

function Headline({ id, label, figure, value, note, unit }: HeadlineProps) {
  return (
    <Figure
      label={label}
      value={value}
      note={note ?? figureNote(figure, unit)}
      why={figureReason(figure)}
      explanation={figureExplanation(id, figure)}
      details={() => <FigureContributions figure={id} />}
    />
  );
}

/** The figures the program lead is asked for first, each with its label; each opens to how it came about. */
export function HeadlineFigures({ summary }: { readonly summary: PortfolioSummary }) {
  const { currency, inProduction } = summary;
  const money = (figure: SummaryFigure, isSigned: boolean) =>
    figure.value === null ? null : formatAmount(figure.value, currency, { isCompact: true, isSigned });
  const share = (figure: SummaryFigure) => (figure.value === null ? null : formatShare(figure.value));
  const publicShare = `public ${formatShare(PUBLIC_IN_PRODUCTION.share)} (${PUBLIC_IN_PRODUCTION.source}), not comparable`;
  return (
    <div className={styles.figures}>
      <FigureRow label="Headline figures">
        <Headline
          id="inProduction"
          label="In production"
          figure={{
            value: inProduction.share,
            label: 'limited production and scaled, of all not retired',
            why: inProduction.share === null ? 'no initiative is active' : `Beside it: ${publicShare}`,
          }}
          value={
            inProduction.share === null
              ? null
              : `${formatCount(inProduction.count)} of ${formatCount(inProduction.of)}`
          }
          note={`${formatShare(inProduction.share ?? 0)} of all not retired; ${publicShare}`}
        />
        <Headline
          id="net3"
          label="Net value, last 3 months"
          figure={summary.net3}
          value={money(summary.net3, true)}
          unit={currency}
        />
        <Headline
          id="net12"
          label="Net value, last 12 months"
          figure={summary.net12}
          value={money(summary.net12, true)}
          unit={currency}
        />
        <Headline
          id="runRate"
          label="Spend run-rate a year"
          figure={summary.runRate}
          value={money(summary.runRate, false)}
          unit={currency}
        />
        <Headline id="roi12" label="Return on cost" figure={summary.roi12} value={share(summary.roi12)} />
        <Headline
          id="measuredShare"
          label="Share of claimed value measured"
          figure={summary.measuredShare}
          value={share(summary.measuredShare)}
        />
        <Headline
          id="killSpend"
          label="Cost of not deciding, KILL"
          figure={summary.killSpend}
          value={money(summary.killSpend, false)}
          unit={currency}
        />
        <Headline
          id="fixSpend"
          label="Cost of not deciding, FIX"
          figure={summary.fixSpend}
          value={money(summary.fixSpend, false)}
          unit={currency}
        />
      </FigureRow>
    </div>
  );
}
