import { describe, expect, it } from 'vitest';
import {
  type BandMemory,
  isCutInInterval,
  isNearCut,
  probabilityEdges,
  samplingStep,
} from '#shared/uncertainty/edges.ts';

describe('isNearCut()', () => {
  it.each([
    [0.6, 0.005, true],
    [0.609, 0.005, true],
    [0.591, 0.005, true],
    [0.611, 0.005, false],
    [0.589, 0.005, false],
    [0.805, 0.004, true],
    [0.7, 0.005, false],
  ])('for %d with error %d at the cuts .6 and .8 is %s', (estimate, se, expected) => {
    expect(isNearCut({ estimate, se }, [0.6, 0.8])).toBe(expected);
  });

  it('counts exactly 2 standard errors as near', () => {
    expect(isNearCut({ estimate: 10, se: 5 }, [0])).toBe(true);
    expect(isNearCut({ estimate: 10.001, se: 5 }, [0])).toBe(false);
  });

  it('is never near without an error: more draws of known inputs move nothing', () => {
    expect(isNearCut({ estimate: 0, se: 0 }, [0])).toBe(false);
  });

  it('is not near where there is no cut', () => {
    expect(isNearCut({ estimate: 0, se: 1 }, [])).toBe(false);
  });
});

describe('isCutInInterval()', () => {
  it.each([
    [1.48, 1.52, true],
    [1.5, 1.6, true],
    [1.4, 1.5, true],
    [1.51, 1.6, false],
    [1.4, 1.49, false],
    [1.5, 1.5, false],
  ])('for %d to %d around 1.5 is %s', (low, high, expected) => {
    expect(isCutInInterval({ low, high }, [1.5])).toBe(expected);
  });
});

const CUTS = [0.3, 0.6, 0.8];
const MARGINS = { dead: 0.05, clear: 0.1 };

/** The methodology's step 3.5, word for word, to compare with: what a look at P makes of a memory. */
function look(p: number, memory: BandMemory | null): string {
  const at = (shift: number) => CUTS.filter((cut) => p >= cut + shift).length;
  if (memory === null) {
    const band = at(0);
    // The bare first cut counts too: below it a first look may say "kill watch" (rule H0).
    const watch = p < 0.3 ? 'watch' : '';
    return band === 0 && p >= 0.2 ? `1 ${p < 0.25 ? -1 : 0} ${watch}` : `${band} 0 ${watch}`;
  }
  const { band, pending } = memory;
  const [up, dn, cl] = [at(0.05), at(-0.05), at(-0.1)];
  if (up > band) return pending === 1 ? `${up} 0` : `${band} 1`;
  if (dn < band) {
    const candidate = pending === -1 ? dn : cl;
    return candidate < band ? `${candidate} ${dn < candidate ? -1 : 0}` : `${band} -1`;
  }
  return `${band} 0`;
}

describe('probabilityEdges()', () => {
  it.each<[string, BandMemory | null, number[]]>([
    ['without memory', null, [0.2, 0.25, 0.3, 0.6, 0.8]],
    ['in the lowest band', { band: 0, pending: 0 }, [0.35]],
    ['in the lowest band, a rise waiting', { band: 0, pending: 1 }, [0.35, 0.65, 0.85]],
    ['in band 1', { band: 1, pending: 0 }, [0.2, 0.25, 0.65]],
    ['in band 2, a fall waiting', { band: 2, pending: -1 }, [0.25, 0.55, 0.85]],
    ['in the top band', { band: 3, pending: 0 }, [0.2, 0.25, 0.5, 0.55, 0.7, 0.75]],
  ])('%s', (_, memory, expected) => {
    expect(probabilityEdges(CUTS, memory, MARGINS).map((edge) => Math.round(edge * 1e9) / 1e9)).toEqual(
      expected,
    );
  });

  const memories = [0, 1, 2, 3].flatMap((band) =>
    ([-1, 0, 1] as const).map((pending): BandMemory | null => ({ band, pending })),
  );

  it.each([...memories, null])(
    'are exactly the places where the outcome changes, with memory %o',
    (memory) => {
      const changes: number[] = [];
      for (let step = 1; step <= 200; step += 1) {
        // Off the grid of the edges, so that rounding cannot decide.
        const [below, above] = [step / 200 - 0.0025, step / 200 + 0.0025];
        if (look(below, memory) !== look(above, memory)) changes.push(step / 200);
      }
      const edges = probabilityEdges(CUTS, memory, MARGINS).map((edge) => Math.round(edge * 1e9) / 1e9);
      expect(edges).toEqual(changes);
    },
  );
});

describe('samplingStep()', () => {
  it.each([
    [false, 10_000, 'enough'],
    [true, 10_000, 'extend'],
    [false, 100_000, 'enough'],
    [true, 100_000, 'on_the_line'],
  ])('with a figure near a cut: %s, after %d draws: %s', (isNear, draws, expected) => {
    expect(samplingStep(isNear, draws, 100_000)).toBe(expected);
  });
});
