import { memo, useMemo } from 'react';
import { answerText, type ExampleOutcome, exampleOutcome } from '#shared/formulas/answers.ts';
import type { Formula, WorkedExample } from '#shared/formulas/formula.ts';
import styles from './formulas.module.css';

/** One formula with its parts; its example is computed by the code of the app when it is first shown. */
export const FormulaEntry = memo(function FormulaEntry({ formula }: { readonly formula: Formula }) {
  const { id, name, statement, convention, edgeCases, example, source, judgement, code } = formula;
  return (
    <article className={styles.entry} aria-labelledby={`formula-${id}`}>
      <div className={styles.names}>
        <h4 id={`formula-${id}`} tabIndex={-1}>
          {name}
        </h4>
        <p className={styles.statement}>{statement}</p>
      </div>
      <dl className={styles.parts}>
        <dt>Convention</dt>
        <dd>{convention}</dd>
        <dt>At the edges</dt>
        <dd>
          <ul>
            {edgeCases.map(({ when, answer }) => (
              <li key={when}>
                {when}: <span className={styles.answer}>{answer}</span>
              </li>
            ))}
          </ul>
        </dd>
        <dt>Example</dt>
        <dd>
          {example.inputs}
          <Outcome example={example} />
        </dd>
        <dt>Source</dt>
        <dd>
          {source}
          {judgement === null ? null : <p className={styles.judgement}>Our judgement: {judgement}</p>}
          <p className={styles.code}>{Object.keys(code).join(', ')}</p>
        </dd>
      </dl>
    </article>
  );
});

/** What the code answers beside what is expected, with the difference that is allowed. */
function Outcome({ example }: { readonly example: WorkedExample }) {
  const outcome = useMemo(() => computed(example), [example]);
  const { expected, tolerance, unit } = example;
  if (outcome === null) return <p className={styles.differs}>This example could not be computed here.</p>;
  const { actual, isAsExpected } = outcome;
  return (
    <>
      <p className={styles.outcome}>
        Computed <strong>{answerText(actual, expected)}</strong>, expected{' '}
        <strong>{answerText(expected, expected)}</strong>
        {unit === '' ? null : <span className={styles.unit}> {unit}</span>}
      </p>
      {isAsExpected ? null : (
        <p className={styles.differs}>
          The two differ by more than {tolerance}: the code and this page do not agree. Please report it.
        </p>
      )}
    </>
  );
}

/** null when the code refuses the example, so that one formula cannot take the page with it. */
function computed(example: WorkedExample): ExampleOutcome | null {
  try {
    return exampleOutcome(example);
  } catch {
    return null;
  }
}
