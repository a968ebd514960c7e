import type { ReactNode } from 'react';
import type { DecisionResult, Figure as EngineFigure } from '#shared/decision/result.ts';
import { formatNumber, formatShare } from '#shared/report/format.ts';
import { Figure, FigureRow } from '../../../components/figure.tsx';
import { formatMoney } from '../../../components/money-words.ts';

interface ModelFiguresProps {
  readonly decision: DecisionResult;
  readonly currency: string;
}

/** What the model says so far: the five figures rules read. */
export function ModelFigures({ decision, currency }: ModelFiguresProps) {
  const { value, probability, bcr50, unitEconomics, paybackProbability } = decision;
  const compact = (minor: number) => formatMoney(Math.round(minor), currency, { compact: true });
  return (
    <FigureRow label="Forecast of going on">
      <ModelFigure
        label="Value of going on (E)"
        figure={value}
        format={compact}
        note="forecast, present value, against stopping today"
      />
      <ModelFigure
        label="Chance it is positive (P)"
        figure={probability}
        format={formatShare}
        note="share of draws"
      />
      <ModelFigure
        label="Benefit per cost (BCR50)"
        figure={bcr50}
        format={(ratio) => formatNumber(Math.round(ratio * 100) / 100)}
        note="present values, median of draws"
      />
      <ModelFigure
        label="A task earns its cost (UE)"
        figure={unitEconomics}
        format={formatShare}
        note="share of draws, in production"
      />
      <ModelFigure
        label="Scaling pays back in time (PB)"
        figure={paybackProbability}
        format={formatShare}
        note="share of draws"
      />
    </FigureRow>
  );
}

interface ModelFigureProps {
  readonly label: string;
  readonly figure: EngineFigure;
  readonly format: (value: number) => string;
  readonly note: string;
}

function ModelFigure({ label, figure, format, note }: ModelFigureProps) {
  const [value, remark] = shown(figure, format, note);
  return <Figure label={label} value={value} note={remark} why={remark} />;
}

/** The number, or the word why there is none, and what stands under it. */
function shown(
  figure: EngineFigure,
  format: (value: number) => string,
  note: string,
): readonly [ReactNode | null, string] {
  switch (figure.status) {
    case 'known':
      return [format(figure.value), note];
    case 'computing':
      return [<Word key="word">computing</Word>, 'the draws are being made'];
    case 'not_applicable':
      return [<Word key="word">not applicable</Word>, figure.reason];
    case 'unknown':
    case 'not_evaluated':
      return [<Word key="word">unknown</Word>, 'what is missing stands below'];
  }
}

function Word({ children }: { readonly children: string }) {
  return (
    <span className="dim" style={{ fontWeight: 400 }}>
      {children}
    </span>
  );
}
