import { useMemo, useState } from 'react';
import type { ImportDraft, ImportOptions } from '#shared/api/schemas/intake.ts';
import { ChangesList } from './changes-list.tsx';
import styles from './check.module.css';
import type { ImportChange } from './import-options.ts';
import { count, counted } from './import-sentences.ts';
import {
  changesCount,
  countProblems,
  filterProblems,
  type ProblemFilter,
  SEVERITY_MEANINGS,
  SEVERITY_NAMES,
} from './problem-list.ts';
import { ProblemTable } from './problem-table.tsx';

interface ProblemPanelProps {
  readonly draft: ImportDraft;
  readonly options: ImportOptions;
  readonly change: (change: ImportChange) => void;
}

type Shown = ProblemFilter | 'changes';

const SEVERITIES = ['blocked', 'duplicate', 'warning'] as const;

/** Everything that is wrong, one severity at a time or all, and what was put right by hand. */
export function ProblemPanel({ draft, options, change }: ProblemPanelProps) {
  const [chosen, setChosen] = useState<Shown>('all');
  const { problems } = draft;
  const counts = useMemo(() => countProblems(problems), [problems]);
  const changes = changesCount(options);
  // A filter whose last problem was put right would show an empty list: all is the better place to be.
  const shown = isEmpty(chosen, counts, changes) ? 'all' : chosen;
  const listed = useMemo(
    () => (shown === 'changes' ? [] : filterProblems(problems, shown)),
    [problems, shown],
  );

  if (problems.length === 0 && changes === 0) {
    return <p className={styles.none}>No problems: every row and every mapped cell comes in.</p>;
  }
  const unsent = draft.counts.blocked + draft.counts.duplicates + draft.counts.warnings - problems.length;
  return (
    <>
      <fieldset className={styles.filters} aria-label="Problems shown">
        <FilterButton name="All" n={counts.all} isOn={shown === 'all'} onPress={() => setChosen('all')} />
        {SEVERITIES.map((severity) => (
          <FilterButton
            key={severity}
            name={SEVERITY_NAMES[severity]}
            title={SEVERITY_MEANINGS[severity]}
            n={counts[severity]}
            isOn={shown === severity}
            onPress={() => setChosen(severity)}
          />
        ))}
        {changes > 0 ? (
          <FilterButton
            name="Your changes"
            n={changes}
            isOn={shown === 'changes'}
            onPress={() => setChosen('changes')}
          />
        ) : null}
      </fieldset>
      {shown === 'changes' ? (
        <ChangesList draft={draft} options={options} change={change} />
      ) : (
        <ProblemTable key={shown} problems={listed} options={options} change={change} />
      )}
      {unsent > 0 && problems.length >= 2000 ? (
        <p className={styles.note}>
          The first {count(problems.length)} problems are listed; {counted(unsent, 'more problem')} will
          follow as these are put right.
        </p>
      ) : null}
    </>
  );
}

function isEmpty(chosen: Shown, counts: Readonly<Record<ProblemFilter, number>>, changes: number): boolean {
  return chosen === 'changes' ? changes === 0 : counts[chosen] === 0;
}

interface FilterButtonProps {
  readonly name: string;
  readonly title?: string;
  readonly n: number;
  readonly isOn: boolean;
  readonly onPress: () => void;
}

function FilterButton({ name, title, n, isOn, onPress }: FilterButtonProps) {
  return (
    <button
      type="button"
      className={styles.filter}
      aria-pressed={isOn}
      title={title}
      disabled={n === 0 && !isOn}
      onClick={onPress}
    >
      {name} <span className={styles.filterCount}>{count(n)}</span>
    </button>
  );
}
