import { lazy, Suspense } from 'react';
import { Link } from 'wouter';
import { RULE_IDS, RULE_NAMES, RULE_VERDICTS } from '#shared/domain/verdict.ts';
import { ShortcutList } from '../../app/shortcut-list.tsx';
import { countOf } from '../../components/counts.ts';
import { Loading } from '../../components/loading.tsx';
import { Screen } from '../../components/screen.tsx';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { BENCHMARKS } from './benchmarks.ts';
import styles from './settings.module.css';

// A chunk of its own: it carries the whole engine, which nobody needs who came for a shortcut.
const FormulaReference = lazy(async () => ({
  default: (await import('./formulas/formula-reference.tsx')).FormulaReference,
}));

/** Shortcuts, the rules in their order, every formula, and published figures with how far to trust them. */
export function HelpScreen() {
  return (
    <Screen title="Help">
      <div className={styles.help}>
        <section aria-labelledby="help-shortcuts">
          <h2 id="help-shortcuts" className={styles.helpTitle}>
            Shortcuts
          </h2>
          <ShortcutList />
        </section>
        <section aria-labelledby="help-rules">
          <h2 id="help-rules" className={styles.helpTitle}>
            How a verdict is reached
          </h2>
          <p className={styles.helpText}>
            The rules are asked in this order and the first whose condition is true decides. The engine
            recommends, people decide. A rule whose inputs are missing is not evaluated, and says what it
            misses.
          </p>
          <table className={styles.table}>
            <thead>
              <tr>
                <th scope="col">Rule</th>
                <th scope="col">About</th>
                <th scope="col">Verdict</th>
              </tr>
            </thead>
            <tbody>
              {RULE_IDS.map((rule) => (
                <tr key={rule}>
                  <th scope="row">{rule}</th>
                  <td>{RULE_NAMES[rule]}</td>
                  <td>
                    <VerdictChip verdict={RULE_VERDICTS[rule]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
        <section aria-labelledby="help-formulas">
          <h2 id="help-formulas" className={styles.helpTitle}>
            Formulas
          </h2>
          <p className={styles.helpText}>
            What every figure rests on: the formula, its convention, what happens at its edges, its source. An
            undefined figure is a reason, never 0. The examples are computed here and now by the code that
            computes your figures.
          </p>
          <Suspense fallback={<Loading what="the formulas" />}>
            <FormulaReference />
          </Suspense>
        </section>
        <section aria-labelledby="help-benchmarks">
          <h2 id="help-benchmarks" className={styles.helpTitle}>
            Published figures, and how far to trust them
          </h2>
          <p className={styles.helpText}>
            Context only. No threshold, weight or forecast in Pilotage is derived from any of them.
          </p>
          <p className={styles.helpText}>
            <Link href="/help/benchmarks">
              {countOf(BENCHMARKS.length, 'published figure')} with source, date, and what each can and cannot
              be used for
            </Link>
          </p>
        </section>
      </div>
    </Screen>
  );
}
