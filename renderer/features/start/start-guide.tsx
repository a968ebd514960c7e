import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { VERDICTS, type Verdict } from '#shared/domain/verdict.ts';
import { performCommand } from '../../app/commands.ts';
import { VerdictChip } from '../../components/verdict-chip.tsx';
import { AddInitiativeForm } from './add-initiative-form.tsx';
import styles from './start.module.css';

const MEANINGS: Readonly<Record<Verdict, string>> = {
  kill: 'Stop and release the money: a hard failure, a missed tripwire, value gone, or time run out.',
  fix: 'Worth keeping, with a named gate or gap to repair first.',
  hold: 'Wait: measure first, or a value that is not clear yet.',
  continue: 'Go on as planned: nothing stands against it.',
  scale: 'Earned the next stage, on measured months.',
};

interface WayProps {
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}

function Way({ title, text, children }: WayProps) {
  return (
    <li className={styles.way}>
      <h3 className={styles.wayTitle}>{title}</h3>
      <p className={styles.wayText}>{text}</p>
      <div className={styles.wayAction}>{children}</div>
    </li>
  );
}

/** The home of an empty portfolio: three ways to begin, and what comes back. */
export function StartGuide() {
  return (
    <div className={styles.guide}>
      <section aria-labelledby="start-ways">
        <h2 id="start-ways" className={styles.lead}>
          This portfolio is empty. Three ways to begin.
        </h2>
        <ol className={styles.ways}>
          <Way
            title="Import a spreadsheet"
            text="CSV or XLSX, thousands of rows. Columns are recognised or mapped by hand, every problem is shown with its row, and nothing is written before you have seen it. One undo takes the whole import back."
          >
            <Button component="a" href="#/import" variant="filled">
              Import a spreadsheet
            </Button>
          </Way>
          <Way
            title="Look at the sample"
            text="A fictional insurer, with months, evidence and verdicts. It opens as a copy: change anything, your own file stays as it is."
          >
            <Button onClick={() => performCommand('file.sample')}>Open the sample</Button>
          </Way>
          <Way
            title="Add an initiative"
            text="A name and a stage are enough. What you leave blank stays unmeasured."
          >
            <AddInitiativeForm />
          </Way>
        </ol>
      </section>
      <section aria-labelledby="start-verdicts">
        <h2 id="start-verdicts" className={styles.lead}>
          What comes back: one of five verdicts for each initiative, with its reasons
        </h2>
        <dl className={styles.verdicts}>
          {VERDICTS.map((verdict) => (
            <div key={verdict} className={styles.verdict}>
              <dt>
                <VerdictChip verdict={verdict} />
              </dt>
              <dd>{MEANINGS[verdict]}</dd>
            </div>
          ))}
        </dl>
      </section>
    </div>
  );
}
