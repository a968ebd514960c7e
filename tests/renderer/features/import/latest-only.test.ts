import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { latestOnly } from '#renderer/features/import/latest-only.ts';

/** A question whose answers are given by hand. */
function harness() {
  const asked: { input: string; answer: (value: string) => void }[] = [];
  const answers: string[] = [];
  const latest = latestOnly(
    (input: string) => new Promise<string>((answer) => asked.push({ input, answer })),
    (input, answer) => answers.push(`${input}=${answer}`),
  );
  return { latest, asked, answers, inputs: () => asked.map((a) => a.input) };
}

/** Lets every promise that is due settle. */
const settle = () => vi.advanceTimersByTimeAsync(0);

describe('latestOnly()', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('asks at once without a delay, and reports the answer', async () => {
    const h = harness();
    h.latest.ask('a', 0);
    expect(h.inputs()).toEqual(['a']);
    h.asked[0]?.answer('1');
    await settle();
    expect(h.answers).toEqual(['a=1']);
  });

  it('waits for a pause in typing and asks only the last', async () => {
    const h = harness();
    h.latest.ask('a', 300);
    await vi.advanceTimersByTimeAsync(299);
    h.latest.ask('ab', 300);
    await vi.advanceTimersByTimeAsync(299);
    expect(h.inputs()).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(h.inputs()).toEqual(['ab']);
  });

  it('asks one question at a time, then only the newest of those that waited', async () => {
    const h = harness();
    for (const input of ['a', 'b', 'c']) h.latest.ask(input, 0);
    expect(h.inputs()).toEqual(['a']);
    h.asked[0]?.answer('old');
    await settle();
    expect(h.inputs()).toEqual(['a', 'c']);
    h.asked[1]?.answer('new');
    await settle();
    expect(h.answers).toEqual(['c=new']);
  });

  it('reports nothing after forget, and can be asked again', async () => {
    const h = harness();
    h.latest.ask('a', 0);
    h.latest.ask('b', 0);
    h.latest.forget();
    h.asked[0]?.answer('late');
    await settle();
    expect(h.answers).toEqual([]);
    expect(h.inputs()).toEqual(['a']);
    h.latest.ask('c', 0);
    h.asked[1]?.answer('1');
    await settle();
    expect(h.answers).toEqual(['c=1']);
  });
});
