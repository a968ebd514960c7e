import type { InitiativeDifference, RestorePreview } from '#shared/api/schemas/file.ts';
import { countOf, formatCount } from '../../components/counts.ts';
import { formatMoment } from '../../components/dates.ts';
import styles from './restore-dialog.module.css';
import {
  DIFFERENCE_WORDS,
  differenceCounts,
  entryWords,
  inReadingOrder,
  isWithoutDifference,
  portfolioRowWords,
} from './restore-words.ts';

/** Differences shown one by one; the rest is counted, since nobody reads a thousand lines in a dialog. */
export const SHOWN_DIFFERENCES = 200;

/** What a restore would do: both sides in figures, the steps that would be lost, then initiative by initiative. */
export function RestorePreviewView({ preview }: { readonly preview: RestorePreview }) {
  const wholeRows = portfolioRowWords(preview.portfolioRows);
  return (
    <div className={styles.preview}>
      <Sides preview={preview} />
      {isWithoutDifference(preview) ? (
        <p>Nothing differs: both hold the same initiatives, figures and history.</p>
      ) : null}
      {preview.present === null ? (
        <p>What would change cannot be said: the file that is there now is damaged.</p>
      ) : null}
      <StepsLost steps={preview.stepsLost} />
      {wholeRows === null ? null : <p>{wholeRows}</p>}
      <Differences differences={preview.initiatives} />
    </div>
  );
}

function Sides({ preview: { present, restored } }: { readonly preview: RestorePreview }) {
  return (
    <table className={styles.sides}>
      <thead>
        <tr>
          <td />
          <th scope="col">Now</th>
          <th scope="col">Restored</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">Initiatives</th>
          <td>{present ? formatCount(present.initiatives) : 'damaged'}</td>
          <td>{formatCount(restored.initiatives)}</td>
        </tr>
        <tr>
          <th scope="row">Last history entry</th>
          <td>{present ? entryWords(present.seq) : 'damaged'}</td>
          <td>{entryWords(restored.seq)}</td>
        </tr>
        {restored.madeAt === null ? null : (
          <tr>
            <th scope="row">As of</th>
            <td>now</td>
            <td>{formatMoment(restored.madeAt)}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

function StepsLost({ steps }: { readonly steps: RestorePreview['stepsLost'] }) {
  if (steps.count === 0) return null;
  const earlier = steps.count - steps.latest.length;
  return (
    <section aria-label="Steps that would be lost" className={styles.part}>
      <h3>{countOf(steps.count, 'step')} would be lost</h3>
      <ol className={styles.steps}>
        {steps.latest.map((label, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be called the same, and none ever moves
          <li key={index}>{label}</li>
        ))}
      </ol>
      {earlier > 0 ? <p className="muted">and {countOf(earlier, 'earlier one', 'earlier ones')}</p> : null}
    </section>
  );
}

function Differences({ differences }: { readonly differences: readonly InitiativeDifference[] }) {
  if (differences.length === 0) return null;
  const shown = inReadingOrder(differences).slice(0, SHOWN_DIFFERENCES);
  const more = differences.length - shown.length;
  return (
    <section aria-label="What would change, by initiative" className={styles.part}>
      <h3>Initiatives: {differenceCounts(differences)}</h3>
      <table className={styles.differences}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Initiative</th>
            <th scope="col">Would</th>
            <th scope="col">What differs</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <tr key={one.id} data-kind={one.kind}>
              <th scope="row">{one.name}</th>
              <td className={styles.kind}>{DIFFERENCE_WORDS[one.kind]}</td>
              <td className={styles.what}>{whatDiffers(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 ? <p className="muted">and {formatCount(more)} more</p> : null}
    </section>
  );
}

/** "4 amounts, level of the evaluation gap"; the number of rows where the file has no words for it. */
function whatDiffers({ what, rows }: InitiativeDifference): string {
  return what.length > 0 ? what.join(', ') : countOf(rows, 'row');
}
