/** Asks a slow question for the newest input only. */
export interface LatestOnly<I> {
  /** Asks about `input` after `delay` ms of quiet; an input still waiting is forgotten. */
  readonly ask: (input: I, delay: number) => void;
  /** Forgets the input that is waiting and the answer that is on its way. */
  readonly forget: () => void;
}

/**
 * One question at a time, always the newest: while an answer is on its way, later inputs replace each other, and
 * only the last is asked when it is there. An answer that a later input overtook is not reported.
 */
export function latestOnly<I, O>(
  question: (input: I) => Promise<O>,
  onAnswer: (input: I, answer: O) => void,
): LatestOnly<I> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isAsking = false;
  let next: { readonly input: I } | undefined;
  let turn = 0;

  const start = async (input: I) => {
    isAsking = true;
    const mine = turn;
    try {
      const answer = await question(input);
      if (mine === turn) onAnswer(input, answer);
    } finally {
      isAsking = false;
      if (next) {
        const { input: newest } = next;
        next = undefined;
        void start(newest);
      }
    }
  };

  const forget = () => {
    clearTimeout(timer);
    next = undefined;
    turn += 1;
  };

  return {
    ask: (input, delay) => {
      forget();
      const go = () => {
        if (isAsking) next = { input };
        else void start(input);
      };
      if (delay > 0) timer = setTimeout(go, delay);
      else go();
    },
    forget,
  };
}
