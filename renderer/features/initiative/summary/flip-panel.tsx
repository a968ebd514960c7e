import { useState } from 'react';
import type { Explanation, Flip } from '#shared/decision/explanation.ts';
import { GAP_NAMES } from '#shared/domain/gap.ts';
import { VERDICTS } from '#shared/domain/verdict.ts';
import {
  flipCondition,
  flipDistance,
  flipNow,
  readinessMoveText,
  stabilitySentence,
} from '#shared/report/explanation-words.ts';
import { formatScore, formatShare } from '#shared/report/format.ts';
import { HIDDEN, isMoneyUnit, useDiscreet, veil } from '../../../components/money-words.ts';
import { Panel } from '../../../components/panel.tsx';
import { VerdictChip } from '../../../components/verdict-chip.tsx';
import styles from './explain.module.css';

interface FlipPanelProps {
  readonly explanation: Explanation;
  readonly currency: string;
}

const FIRST = 7;

/** The nearest change of each input that changes the verdict, nearest first, and how firm the verdict is. */
export function FlipPanel({ explanation, currency }: FlipPanelProps) {
  const [isAll, setIsAll] = useState(false);
  const { flips, stability, verdictShares } = explanation;
  const shown = isAll ? flips : flips.slice(0, FIRST);
  return (
    <Panel title="What would flip it" aside={stability.label ?? ''} isPadded={false}>
      <p className={styles.lead}>{veil(stabilitySentence(stability, flips))}</p>
      {flips.length === 0 ? (
        <p className={styles.nothing}>No single input changes the verdict within the range that was tried.</p>
      ) : (
        <table className={styles.list} aria-label="What would flip it">
          <thead className="visually-hidden">
            <tr>
              <th scope="col">Becomes</th>
              <th scope="col">If</th>
              <th scope="col">How far</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((flip) => (
              <tr key={`${flip.input} ${flip.direction} ${flip.to}`}>
                <td className={styles.chip}>
                  <VerdictChip verdict={flip.verdict} /> <span className={styles.rule}>{flip.rule}</span>
                </td>
                <th scope="row">
                  <FlipWords flip={flip} currency={currency} />
                </th>
                <td className={styles.number}>{flipDistance(flip)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {flips.length > FIRST ? (
        <button type="button" className={styles.more} onClick={() => setIsAll(!isAll)}>
          {isAll ? 'Show the nearest only' : `Show all ${flips.length}`}
        </button>
      ) : null}
      <ReadinessMoves moves={explanation.readinessMoves} />
      {verdictShares.length === 0 ? null : <VerdictShares shares={verdictShares} />}
    </Panel>
  );
}

/** The condition and where the input stands now; of an input that is money only which one it is. */
function FlipWords({ flip, currency }: { readonly flip: Flip; readonly currency: string }) {
  const isHidden = useDiscreet();
  if (isHidden && (isMoneyUnit(flip.unit, currency) || flip.unit === 'money'))
    return (
      <>
        {flip.name} {HIDDEN}
      </>
    );
  return (
    <>
      {veil(flipCondition(flip, currency))} <span className="dim">{veil(flipNow(flip, currency))}</span>
    </>
  );
}

/** What each gap alone would take to bring readiness across the mark of SCALE; closed until asked for. */
function ReadinessMoves({ moves }: { readonly moves: Explanation['readinessMoves'] }) {
  const [first] = moves;
  if (first === undefined) return null;
  return (
    <details className={styles.moves}>
      <summary>Readiness across {formatScore(first.mark)} by one gap alone</summary>
      <dl>
        {moves.map((move) => (
          <div key={move.gap}>
            <dt>{GAP_NAMES[move.gap]}</dt>
            <dd>{readinessMoveText(move)}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

/** Share of draws per verdict, each draw taken as certain, as one bar and in words. */
function VerdictShares({ shares }: { readonly shares: Explanation['verdictShares'] }) {
  const present = VERDICTS.flatMap((verdict) =>
    shares.filter((one) => one.verdict === verdict && one.share > 0),
  );
  return (
    <div className={styles.shares}>
      <p className={styles.small}>If each draw were certain, the verdict would be</p>
      <div aria-hidden="true" className={styles.bar}>
        {present.map(({ verdict, share }) => (
          <span key={verdict} data-verdict={verdict} style={{ flexGrow: share }} />
        ))}
      </div>
      <ul className={styles.shareList}>
        {present.map(({ verdict, share }) => (
          <li key={verdict}>
            <VerdictChip verdict={verdict} /> <span>{formatShare(share)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
