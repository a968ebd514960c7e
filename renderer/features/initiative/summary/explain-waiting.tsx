import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { call } from '../../../app/use-call.ts';
import { countOf } from '../../../components/counts.ts';
import { Panel } from '../../../components/panel.tsx';
import styles from './explain-waiting.module.css';

interface ExplainWaitingProps {
  /** The figures themselves are not in yet: the explanation comes after them. */
  readonly isSimulating: boolean;
  /** What stands here instead of the waiting line: why it stopped, and how to go on. */
  readonly children?: ReactNode;
}

/** The place of the explanation while it is worked out. */
export function ExplainWaiting({ isSimulating, children }: ExplainWaitingProps) {
  return (
    <Panel title="What would change it" className={styles.waiting}>
      {children ??
        (isSimulating ? (
          <p role="status" className="dim">
            Waits for the simulation, which is running.
          </p>
        ) : (
          <Working />
        ))}
    </Panel>
  );
}

/** Before this many seconds nobody wants to stop anything. */
const PATIENCE_SECONDS = 1;

/** How long it has taken so far, and the way to stop it. */
function Working() {
  const seconds = useSeconds();
  return (
    <div className={styles.working}>
      <p className="dim">
        <span role="status">Working out what moves the value and what would change the verdict…</span>
        {seconds < PATIENCE_SECONDS ? null : ` ${countOf(seconds, 'second')} so far`}
      </p>
      {seconds < PATIENCE_SECONDS ? null : (
        <Button onClick={() => void call('stopExplaining', {})}>Cancel</Button>
      )}
    </div>
  );
}

/** Whole seconds since the component was first shown. */
function useSeconds(): number {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((now) => now + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return seconds;
}
