import { useState } from 'react';
import type { Explanation } from '#shared/decision/explanation.ts';
import type { DecisionResult } from '#shared/decision/result.ts';
import { formatCount } from '../../../components/counts.ts';
import styles from './provenance.module.css';

interface ProvenanceProps {
  readonly decision: DecisionResult;
  /** null while it is being worked out. */
  readonly explanation: Explanation | null;
}

const SHORT = 12;

/** Everything needed to get the same result again. */
export function Provenance({ decision, explanation }: ProvenanceProps) {
  const { simulated } = decision;
  return (
    <dl className={styles.line} aria-label="Provenance">
      <Item name="Engine" text={decision.engineVersion} />
      <Item name="Policy" text={String(decision.policyVersion)} />
      {simulated === null ? null : (
        <Item
          name="Draws"
          text={`${formatCount(simulated.draws)}${simulated.isExtended ? ', extended: a figure lay near a cut' : ''}`}
        />
      )}
      <Hash name="Seed" value={decision.seed} />
      {explanation === null ? null : <Hash name="Inputs" value={explanation.inputHash} />}
    </dl>
  );
}

function Item({ name, text }: { readonly name: string; readonly text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  );
}

/** A long code, short until it has the focus; a press copies the whole. */
function Hash({ name, value }: { readonly name: string; readonly value: string }) {
  const [state, setState] = useState<'' | 'copied' | 'select it to copy'>('');
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(value);
      setState('copied');
    } catch {
      // Without permission the whole code is on the screen and can be selected.
      setState('select it to copy');
    }
  };
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <button
          type="button"
          className={styles.hash}
          title={`${value}: press to copy`}
          onClick={() => void copy()}
          onBlur={() => setState('')}
        >
          <span className="visually-hidden">
            Copy {name} {value}
          </span>
          <span aria-hidden="true" className={styles.short} data-cut={value.length > SHORT || undefined}>
            {value.slice(0, SHORT)}
          </span>
          <span aria-hidden="true" className={styles.full}>
            {value}
          </span>
        </button>{' '}
        <span role="status">{state}</span>
      </dd>
    </div>
  );
}
