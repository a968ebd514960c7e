import type { DecisionResult } from '#shared/decision/result.ts';
import { formatScore } from '#shared/report/format.ts';
import { formatRatio } from '#shared/report/format-ratio.ts';
import { Figure, FigureRow } from '../../../components/figure.tsx';
import { formatAmount, formatMoney } from '../../../components/money-words.ts';
import { type ExplainableFigure, explainFigure } from './figure-explanations.ts';
import {
  coverNote,
  missingWord,
  monthsNote,
  probabilityNote,
  ratioValue,
  realisationNote,
  riseNote,
  shareNote,
  spreadNote,
  whyUnknown,
  windowNote,
} from './figure-words.ts';
import styles from './summary-tab.module.css';

interface ValueFiguresProps {
  readonly decision: DecisionResult;
  readonly currency: string;
  /** The label of E; null while the policy is being read. */
  readonly label: string | null;
}

/** The figures the verdict rests on, each with its label; a missing one says what it lacks. */
export function ValueFigures({ decision, currency, label }: ValueFiguresProps) {
  const { readiness, probability, value, bcr50, benefitRealisation, confidence, stage } = decision;
  if (stage === 'retired') {
    return (
      <div className={styles.measured}>
        <FigureRow label="Figures">
          <MeasuredFigures decision={decision} currency={currency} />
        </FigureRow>
      </div>
    );
  }
  const explain = (figure: ExplainableFigure) => explainFigure(figure, decision, currency, label);
  return (
    <div className={styles.figures}>
      <FigureRow label="Figures">
        <Figure
          label="Readiness (R)"
          explanation={explain('readiness')}
          value={readiness.status === 'known' ? formatScore(readiness.value) : null}
          missing={missingWord(readiness)}
          note="of 100, after evidence and age"
          why={whyUnknown(readiness)}
        />
        <Figure
          label="P(value > 0)"
          explanation={explain('probability')}
          value={ratioValue(probability)}
          missing={missingWord(probability)}
          note={probabilityNote(decision)}
          why={whyUnknown(probability)}
        />
        <Figure
          label={`Expected value (E), ${currency}`}
          explanation={explain('value')}
          value={
            value.status === 'known'
              ? formatAmount(value.value, currency, { isCompact: true, isSigned: true })
              : null
          }
          missing={missingWord(value)}
          note={
            <>
              {spreadNote(decision, currency)}
              {label === null ? null : <span className={styles.basis}>{label}</span>}
            </>
          }
          why={whyUnknown(value)}
        />
        <Figure
          label="Benefit to cost (BCR50)"
          explanation={explain('bcr50')}
          value={ratioValue(bcr50)}
          missing={missingWord(bcr50)}
          note={coverNote(decision)}
          why={whyUnknown(bcr50)}
        />
        <Figure
          label="Benefit realisation (BRI)"
          explanation={explain('realisation')}
          value={ratioValue(benefitRealisation)}
          missing={missingWord(benefitRealisation)}
          note={realisationNote(decision)}
          why={whyUnknown(benefitRealisation)}
        />
        <Figure
          label="Data confidence (C)"
          explanation={explain('confidence')}
          value={formatRatio(confidence)}
          note="0 to 1: half fresh evidence, half measured outcomes"
        />
      </FigureRow>
      <MoreFigures decision={decision} currency={currency} label={label} />
    </div>
  );
}

/** What stands behind the headline: two more shares of draws, and what has been measured. */
function MoreFigures({ decision, currency, label }: ValueFiguresProps) {
  const explain = (figure: ExplainableFigure) => explainFigure(figure, decision, currency, label);
  const { unitEconomics, paybackProbability, simulated } = decision;
  return (
    <FigureRow label="More figures">
      <Figure
        label="P(task pays), UE"
        explanation={explain('unitEconomics')}
        value={ratioValue(unitEconomics)}
        missing={missingWord(unitEconomics)}
        note={shareNote(simulated?.unitEconomics?.se, 'a task earns more than it costs')}
        why={whyUnknown(unitEconomics)}
      />
      <Figure
        label="P(pays back), PB"
        explanation={explain('payback')}
        value={ratioValue(paybackProbability)}
        missing={missingWord(paybackProbability)}
        note={shareNote(simulated?.payback?.se, 'the extra money of scaling is back in time, and stays')}
        why={whyUnknown(paybackProbability)}
      />
      <MeasuredFigures decision={decision} currency={currency} />
    </FigureRow>
  );
}

/** What has been measured; all there is for a retired initiative. */
function MeasuredFigures({ decision, currency }: Omit<ValueFiguresProps, 'label'>) {
  const { costPerSuccess, costPerSuccessRise, last3, last12 } = decision;
  const money = (amount: number) => formatAmount(amount, currency, { isCompact: true, isSigned: true });
  const noMonth = 'no closed month yet';
  const explain = (figure: ExplainableFigure) => explainFigure(figure, decision, currency, null);
  return (
    <>
      <Figure
        label="Cost per successful task"
        explanation={explain('costPerSuccess')}
        value={
          costPerSuccess.status === 'known'
            ? formatMoney(costPerSuccess.value, currency, { compact: true })
            : null
        }
        missing={missingWord(costPerSuccess)}
        note={riseNote(costPerSuccessRise)}
        why={whyUnknown(costPerSuccess)}
      />
      <Figure
        label={`Net, last 3 months, ${currency}`}
        explanation={explain('last3')}
        value={last3.months.length === 0 ? null : money(last3.net)}
        note={windowNote(last3)}
        why={noMonth}
      />
      <Figure
        label={`Net, last 12 months, ${currency}`}
        explanation={explain('last12')}
        value={last12.months.length === 0 ? null : money(last12.net)}
        note={windowNote(last12)}
        why={noMonth}
      />
      <Figure
        label="Complete months"
        explanation={explain('fullMonths')}
        value={String(decision.fullMonths)}
        note={monthsNote(decision)}
      />
    </>
  );
}
