import { Link } from 'wouter';
import type { Policy } from '#shared/domain/policy.ts';
import { findField } from '#shared/policy/fields.ts';
import { useCall } from '../../app/use-call.ts';
import { countOf } from '../../components/counts.ts';
import { ErrorNotice } from '../../components/error-notice.tsx';
import { RuleTag } from '../../components/rule-tag.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { focusTarget } from './field-rows.ts';
import type { PolicyDraft } from './policy-draft.ts';
import styles from './preview.module.css';
import {
  becauseSentence,
  changeSentence,
  type Difference,
  type Preview,
  previewHeadline,
  problemSentence,
  waitingSentence,
} from './preview-sentences.ts';
import { useSettled } from './use-settled.ts';

/** A pause in typing this long and the verdicts are asked for. */
const PAUSE_MS = 300;

/** What the edits change: the fields, what is wrong with them, and the verdicts they would turn. */
export function PreviewPanel({ draft }: { readonly draft: PolicyDraft }) {
  const { changes, problems } = draft;
  if (changes.length === 0 && problems.size === 0) {
    return (
      <p className={styles.quiet}>
        Nothing is changed yet. Change a value and this is where you see which verdicts it would turn, and
        why.
      </p>
    );
  }
  return (
    <>
      <ul className={styles.changes} aria-label="Changed fields">
        {changes.map((change) => (
          <li key={change.path}>
            <JumpButton path={change.path} />
            <span className={styles.change}>{changeSentence(change)}</span>
          </li>
        ))}
      </ul>
      {problems.size === 0 ? <Verdicts policy={draft.policy} /> : <Problems problems={problems} />}
    </>
  );
}

function JumpButton({ path }: { readonly path: string }) {
  return (
    <button
      type="button"
      className={styles.jump}
      onClick={() => document.getElementById(focusTarget(path))?.focus()}
    >
      {findField(path)?.name ?? path}
    </button>
  );
}

function Problems({ problems }: { readonly problems: ReadonlyMap<string, string> }) {
  return (
    <section aria-label="Problems">
      <h3 className={styles.headline}>
        {countOf(problems.size, 'value')} cannot be used; no verdict is previewed until then
      </h3>
      <ul className={styles.problems}>
        {[...problems].map(([path, message]) => (
          <li key={path}>
            <button
              type="button"
              className={styles.jump}
              onClick={() => document.getElementById(focusTarget(path))?.focus()}
            >
              {problemSentence(path, message)}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Verdicts({ policy }: { readonly policy: Policy }) {
  const settled = useSettled(policy, PAUSE_MS);
  const preview = useCall('previewPolicy', { policy: settled }, { keepsPrevious: true });
  if (preview.isError) return <ErrorNotice error={preview.error} />;
  if (preview.data === undefined) {
    return (
      <p role="status" className={styles.quiet}>
        Comparing verdicts…
      </p>
    );
  }
  const isOld = settled !== policy || preview.isPlaceholderData;
  return (
    <section aria-label="Verdicts under these values" aria-busy={isOld} data-old={isOld || undefined}>
      <Comparison preview={preview.data} />
    </section>
  );
}

function Comparison({ preview }: { readonly preview: Preview }) {
  const changed = preview.differences.filter((one) => one.isVerdictChanged);
  const others = preview.differences.filter((one) => !one.isVerdictChanged);
  const waiting = waitingSentence(preview);
  return (
    <>
      <h3 className={styles.headline} aria-live="polite">
        {previewHeadline(preview)}
      </h3>
      {waiting === '' ? null : <p className={styles.quiet}>{waiting}</p>}
      <DifferenceList differences={changed} />
      {others.length === 0 ? null : (
        <>
          <h3 className={styles.headline}>
            {countOf(others.length, 'verdict')} {others.length === 1 ? 'stays' : 'stay'} for another reason
          </h3>
          <DifferenceList differences={others} />
        </>
      )}
    </>
  );
}

function DifferenceList({ differences }: { readonly differences: readonly Difference[] }) {
  return (
    <ul className={styles.differences}>
      {differences.map((one) => (
        <li key={one.id}>
          <Link href={`/initiative/${one.id}`} className={styles.initiative}>
            {one.name}
          </Link>
          <span className={styles.turn}>
            <VerdictChip verdict={one.from.verdict} />
            <RuleTag rule={one.from.rule} />
            <span aria-hidden="true">→</span>
            <span className="visually-hidden">becomes</span>
            <VerdictChip verdict={one.to.verdict} />
            <RuleTag rule={one.to.rule} />
          </span>
          <span className={styles.because}>{becauseSentence(one)}</span>
        </li>
      ))}
    </ul>
  );
}
