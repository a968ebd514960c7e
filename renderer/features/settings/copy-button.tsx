import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';

type Outcome = 'none' | 'copied' | 'refused';

const WORDS: Readonly<Record<Outcome, string>> = { none: 'Copy', copied: 'Copied', refused: 'Not copied' };
const SHOWN_FOR_MS = 3000;

interface CopyButtonProps {
  readonly text: string;
  /** What is copied, for those who hear the button: "the audit head". */
  readonly what: string;
}

/** Puts a text on the clipboard and says so in its own place. */
export function CopyButton({ text, what }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>('none');
  useEffect(() => {
    if (outcome === 'none') return;
    const timer = setTimeout(() => setOutcome('none'), SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [outcome]);
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setOutcome('copied'),
      () => setOutcome('refused'),
    );
  return (
    <Button size="compact-xs" onClick={() => void copy()}>
      <span aria-live="polite">{WORDS[outcome]}</span>
      <span className="visually-hidden"> {what}</span>
    </Button>
  );
}
