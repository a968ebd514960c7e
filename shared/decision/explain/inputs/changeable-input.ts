import type { Flip } from '../../explanation.ts';
import type { EngineInputs } from '../engine-inputs.ts';

interface Described {
  /** A stable code: 'driver:<id>', 'level:data', 'scope:<id>:decisionMonth'. */
  readonly input: string;
  readonly kind: Flip['kind'];
  readonly name: string;
  readonly unit: string;
  /** One standard deviation in the unit of the input; null where it has none. */
  readonly deviation: number | null;
}

/** One value the input could have instead. */
export interface Step {
  readonly direction: Flip['direction'];
  readonly to: number | string;
  /** The engine's inputs with that value; made only when it is tried. */
  readonly make: () => EngineInputs;
}

/** An input whose other values are tried one by one: per direction the nearest first. */
export interface SteppedInput extends Described {
  readonly now: number | string;
  readonly steps: readonly Step[];
}

/** An input that is multiplied by a factor between 1/4 and 4; at factor 1 it is `now`. */
export interface ScaledInput extends Described {
  readonly now: number;
  readonly at: (factor: number) => { readonly to: number; readonly inputs: EngineInputs };
}

/** The whole numbers below and above `now` inside [lowest, highest], at most `reach` away, nearest first. */
export function wholeSteps(
  now: number,
  bounds: { readonly lowest: number; readonly highest: number; readonly reach: number },
  make: (value: number) => EngineInputs,
): readonly Step[] {
  const steps: Step[] = [];
  for (let by = 1; by <= bounds.reach; by += 1) {
    for (const [direction, to] of [
      ['down', now - by],
      ['up', now + by],
    ] as const) {
      if (to >= bounds.lowest && to <= bounds.highest) steps.push({ direction, to, make: () => make(to) });
    }
  }
  return steps;
}
