import { describe, expect, it } from 'vitest';
import { inSlices } from '#electron/data/in-slices.ts';

/** Steps of 10 ms each, really spent. */
function* slow(steps: number): Generator<number, string, void> {
  for (let step = 0; step < steps; step += 1) {
    const end = performance.now() + 10;
    while (performance.now() < end);
    yield step / steps;
  }
  return 'done';
}

describe('inSlices()', () => {
  it('gives way to others between slices and answers what the work answers', async () => {
    const order: string[] = [];
    const work = inSlices(slow(20), () => order.push('pause')).then((answer) => order.push(answer));
    setImmediate(() => order.push('another call'));
    await work;
    expect(order.at(-1)).toBe('done');
    expect(order.indexOf('another call')).toBeLessThan(order.lastIndexOf('pause'));
  });

  it('passes on what the work throws', async () => {
    function* broken(): Generator<number, never, void> {
      yield 0;
      throw new Error('row 7');
    }
    await expect(inSlices(broken(), () => undefined)).rejects.toThrow('row 7');
  });
});
