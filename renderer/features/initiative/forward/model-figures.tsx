import type { ReactNode } from 'react';
import type { DecisionResult, Figure as EngineFigure } from '#shared/decision/result.ts';
import { formatRatio } from '#shared/report/format-ratio.ts';
import { Figure, FigureRow } from '../../../components/figure.tsx';
import { formatMoney } from '../../../components/money-words.ts';
import { type ExplainableFigure, explainFigure } from '../summary/figure-explanations.ts';

interface ModelFiguresProps {
  readonly decision: DecisionResult;
  readonly currency: string;
}

/** What the model says so far: the five figures rules read, as the summary prints them. */
export function ModelFigures({ decision, currency }: ModelFiguresProps) {
  const { value, probability, bcr50, unitEconomics, paybackProbability } = decision;
  const common = { decision, currency };
  return (
    <FigureRow label="Forecast of going on">
      <ModelFigure
        {...common}
        id="value"
        label="Value of going on (E)"
        figure={value}
        format={(minor) => formatMoney(Math.round(minor), currency, { compact: true })}
        note="forecast, present value, against stopping today"
      />
      <ModelFigure
        {...common}
        id="probability"
        label="Chance it is positive (P)"
        figure={probability}
        note="share of draws"
      />
      <ModelFigure
        {...common}
        id="bcr50"
        label="Benefit per cost (BCR50)"
        figure={bcr50}
        note="present values, median of draws"
      />
      <ModelFigure
        {...common}
        id="unitEconomics"
        label="A task earns its cost (UE)"
        figure={unitEconomics}
        note="share of draws, in production"
      />
      <ModelFigure
        {...common}
        id="payback"
        label="Scaling pays back in time (PB)"
        figure={paybackProbability}
        note="share of draws"
      />
    </FigureRow>
  );
}

interface ModelFigureProps extends ModelFiguresProps {
  readonly id: ExplainableFigure;
  readonly label: string;
  readonly figure: EngineFigure;
  /** A ratio without it, which never reads as having reached its mark when it has not. */
  readonly format?: (value: number) => string;
  readonly note: string;
}

function ModelFigure(props: ModelFigureProps) {
  const { decision, currency, id, label, figure, format = formatRatio, note } = props;
  const [value, remark] = shown(figure, format, note);
  if (figure.status !== 'known') return <Figure label={label} value={value} note={remark} why={remark} />;
  return (
    <Figure
      label={label}
      value={value}
      note={remark}
      explanation={explainFigure(id, decision, currency, null)}
    />
  );
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
