/** Monthly amounts of one initiative, whole minor units, both positive; month 0 is first spend. */
export interface RandomInitiative {
  readonly shape: Shape;
  readonly benefits: readonly number[];
  readonly costs: readonly number[];
  readonly nets: readonly number[];
}

/** How the net flows were made; what an internal rate does with them is for the two engines to say. */
export const SHAPES = ['investment', 'uneven', 'built_from_rates', 'bulge', 'only_cost'] as const;
export type Shape = (typeof SHAPES)[number];

/** Numbers in [0, 1) from a seed: the 32-bit mix of Steele, Lea and Flood (splitmix), the same on every machine. */
function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  };
}

/** `count` initiatives of 6 to 60 months, the shapes in turn. The same seed gives the same ones. */
export function randomInitiatives(count: number, seed: number): readonly RandomInitiative[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, i) => {
    const shape = SHAPES[i % SHAPES.length] as Shape;
    const months = 6 + Math.floor(random() * 55);
    const nets = netFlows(shape, months, random).map((net) => Math.round(net));
    // A cost under every net, so that both rows of the stack are filled; month 0 always has one.
    const costs = nets.map(
      (net, t) => Math.max(0, -net) + Math.round(random() * 400_000) + (t === 0 ? 1 : 0),
    );
    return { shape, nets, costs, benefits: nets.map((net, t) => net + (costs[t] as number)) };
  });
}

function netFlows(shape: Shape, months: number, random: () => number): number[] {
  const between = (low: number, high: number) => low + random() * (high - low);
  const later = Array.from({ length: months - 1 });
  switch (shape) {
    case 'investment': {
      const outlay = between(5e6, 5e7);
      const monthly = (outlay / months) * between(0.6, 3);
      return [-outlay, ...later.map(() => monthly * between(0.5, 1.5))];
    }
    case 'uneven':
      return [-between(1e6, 2e7), ...later.map(() => between(-2e6, 4e6))];
    case 'only_cost':
      return [-between(1e6, 2e7), ...later.map(() => -between(0, 1e6))];
    case 'built_from_rates':
      return fromRates([between(-0.04, 0.01), between(0.02, 0.06), between(0.1, 0.3)], months, 1e7);
    case 'bulge': {
      // -a, +b, -c with b^2 < 4ac has no real root; spread over the months by the powers of that quadratic
      const a = between(1e6, 1e7);
      const c = a * between(0.9, 1.6);
      const b = Math.sqrt(4 * a * c) * between(0.4, 0.98);
      const middle = 1 + Math.floor(random() * (months - 2));
      const flows = Array<number>(months).fill(0);
      flows[0] = -a;
      flows[middle] = (flows[middle] ?? 0) + b;
      flows[Math.min(months - 1, 2 * middle)] = (flows[Math.min(months - 1, 2 * middle)] ?? 0) - c;
      return flows;
    }
  }
}

/** -scale x product of (1 - (1 + rate) x), which vanishes at these rates, then zeros up to the length. */
function fromRates(rates: readonly number[], months: number, scale: number): number[] {
  let flows = [-scale];
  for (const rate of rates) {
    flows = [...flows, 0].map((flow, t) => flow - (1 + rate) * (t > 0 ? (flows[t - 1] as number) : 0));
  }
  return [...flows, ...Array<number>(Math.max(0, months - flows.length)).fill(0)];
}
