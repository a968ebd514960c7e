import type { PortfolioSummary } from '#shared/api/schemas/views.ts';
import { formatShare } from '#shared/report/format.ts';
import { formatCount } from '../../components/counts.ts';
import { Figure, FigureRow } from '../../components/figure.tsx';
import { formatAmount } from '../../components/money.tsx';
import { PUBLIC_IN_PRODUCTION } from '../settings/benchmarks.ts';

type SummaryFigure = PortfolioSummary['net3'];

/** The small print under a figure: how to read it, then what to know about this one. */
export function figureNote(figure: SummaryFigure, unit?: string): string {
  return [unit, figure.label, figure.value === null ? null : figure.why].filter(Boolean).join('; ');
}

/** The reason a figure is missing, as a sentence fragment that can stand alone. */
export function figureReason(figure: SummaryFigure): string {
  return figure.why ?? 'its inputs are not recorded yet';
}

/** The five figures the program lead is asked for first, each with its label. */
export function HeadlineFigures({ summary }: { readonly summary: PortfolioSummary }) {
  const { currency, inProduction } = summary;
  const money = (figure: SummaryFigure, isSigned: boolean) =>
    figure.value === null ? null : formatAmount(figure.value, currency, { isCompact: true, isSigned });
  return (
    <FigureRow label="Headline figures">
      <Figure
        label="In production"
        value={
          inProduction.share === null
            ? null
            : `${formatCount(inProduction.count)} of ${formatCount(inProduction.of)}`
        }
        note={
          inProduction.share === null
            ? undefined
            : `${formatShare(inProduction.share)} of all not retired; public ${formatShare(PUBLIC_IN_PRODUCTION.share)}, not comparable`
        }
        why="no initiative is active"
      />
      <Figure
        label="Net value, last 3 months"
        value={money(summary.net3, true)}
        note={figureNote(summary.net3, currency)}
        why={figureReason(summary.net3)}
      />
      <Figure
        label="Net value, last 12 months"
        value={money(summary.net12, true)}
        note={figureNote(summary.net12, currency)}
        why={figureReason(summary.net12)}
      />
      <Figure
        label="Spend run-rate a year"
        value={money(summary.runRate, false)}
        note={figureNote(summary.runRate, currency)}
        why={figureReason(summary.runRate)}
      />
      <Figure
        label="Return on cost"
        value={summary.roi12.value === null ? null : formatShare(summary.roi12.value)}
        note={figureNote(summary.roi12)}
        why={figureReason(summary.roi12)}
      />
    </FigureRow>
  );
}
