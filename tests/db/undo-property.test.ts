import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { readAuditHead } from '#db/read/history.ts';
import { readUndo, redoLast, undoLast } from '#db/undo.ts';
import { verifyFile } from '#db/verify.ts';
import { newTestPortfolio, type TestPortfolio } from '#tests/support/portfolio.ts';
import {
  ACTIONS,
  endlessSteps,
  type RandomStep,
  randomSteps,
  runStep,
} from '#tests/support/random-commands.ts';

/** A closed review stays; what lies behind it is the other half of the tests. */
const REVERSIBLE = ACTIONS.filter((action) => action !== 'review');
const SEEDS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10];
const COMMANDS_PER_SEED = 1000;

/** Numbers of steps after which the file is closed and opened again. */
type Restarts = ReadonlySet<number>;

interface Done {
  readonly digest: string;
  readonly undone: number;
}

/** Takes back all that can be taken back. */
function undoAll(portfolio: TestPortfolio, restarts: Restarts): Done {
  let undone = 0;
  for (let next = readUndo(portfolio.db()); next?.refusal === null; next = readUndo(portfolio.db())) {
    expect(undoLast(portfolio.db(), portfolio.meta())?.step.seq).toBe(next.seq);
    undone += 1;
    if (restarts.has(undone)) portfolio.reopen();
  }
  return { digest: contentDigest(portfolio.db()), undone };
}

/** Does `count` steps again: not further, for a sequence that ended with an undo leaves more to redo. */
function redoMany(portfolio: TestPortfolio, count: number, restarts: Restarts): string {
  for (let redone = 1; redone <= count; redone += 1) {
    expect(redoLast(portfolio.db(), portfolio.meta())).not.toBeNull();
    if (restarts.has(redone)) portfolio.reopen();
  }
  return contentDigest(portfolio.db());
}

/** Undoes everything, redoes it and undoes it again: the digest must be that of `start`, of now, and of `start`. */
function expectReversible(portfolio: TestPortfolio, start: string, restarts: Restarts): void {
  const end = contentDigest(portfolio.db());
  const { digest, undone } = undoAll(portfolio, restarts);
  expect(digest).toBe(start);
  expect(verifyFile(portfolio.db())).toMatchObject({ isGood: true });
  expect(redoMany(portfolio, undone, restarts)).toBe(end);
  expect(undoAll(portfolio, restarts)).toEqual({ digest: start, undone });
  expect(verifyFile(portfolio.db())).toMatchObject({ isGood: true });
}

function withPortfolio(work: (portfolio: TestPortfolio) => void): void {
  const portfolio = newTestPortfolio({ isFast: true });
  try {
    work(portfolio);
  } finally {
    portfolio.file().close();
  }
}

describe('any sequence of commands', () => {
  it('undone to the end restores the content, redone gives it back, and the file verifies', () => {
    const steps = randomSteps({ maxLength: 40, actions: REVERSIBLE });
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 40 }), (sequence, restartAt) => {
        withPortfolio((portfolio) => {
          const start = contentDigest(portfolio.db());
          for (const step of sequence) runStep(portfolio, step);
          expectReversible(portfolio, start, new Set([restartAt]));
        });
      }),
      { numRuns: 10 },
    );
  });

  it.each(SEEDS)(
    `of ${COMMANDS_PER_SEED} from seed %i is undone, redone and undone again across restarts`,
    (seed) => {
      withPortfolio((portfolio) => {
        const restarts = new Set(Array.from({ length: 4 }, (_, k) => ((seed + k) * 211) % COMMANDS_PER_SEED));
        const start = contentDigest(portfolio.db());
        const first = readAuditHead(portfolio.db()).seq;
        for (const step of endlessSteps(seed, REVERSIBLE)) {
          runStep(portfolio, step);
          const commands = readAuditHead(portfolio.db()).seq - first;
          if (restarts.has(commands)) portfolio.reopen();
          if (commands === COMMANDS_PER_SEED) break;
        }
        expectReversible(portfolio, start, restarts);
      });
    },
  );

  it('with closed reviews is undone down to the latest of them, and not further', () => {
    const review: RandomStep = { action: 'review', pick: 0, n: 1, text: 'Q1' };
    fc.assert(
      fc.property(randomSteps({ maxLength: 30 }), randomSteps({ maxLength: 10 }), (before, after) => {
        withPortfolio((portfolio) => {
          let [barrier, seq] = ['', 0];
          for (const step of [...before, { ...review, action: 'create' as const }, review, ...after]) {
            const head = readAuditHead(portfolio.db()).seq;
            runStep(portfolio, step);
            if (step.action !== 'review' || readAuditHead(portfolio.db()).seq === head) continue;
            [barrier, seq] = [contentDigest(portfolio.db()), head + 1];
          }
          expect(undoAll(portfolio, new Set()).digest).toBe(barrier);
          expect(readUndo(portfolio.db())).toMatchObject({
            seq,
            refusal: expect.stringContaining('is closed for ever'),
          });
          expect(() => undoLast(portfolio.db(), portfolio.meta())).toThrow(
            expect.objectContaining({ code: 'conflict' }),
          );
          expect(verifyFile(portfolio.db())).toMatchObject({ isGood: true });
        });
      }),
      { numRuns: 10 },
    );
  });
});
