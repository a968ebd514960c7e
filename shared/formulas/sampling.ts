import { DEFAULT_POLICY } from '../domain/policy.ts';
import { areLoadingsAllowed, correlate } from '../uncertainty/copula.ts';
import { isNearCut, probabilityEdges, samplingStep } from '../uncertainty/edges.ts';
import { fnv1a64, seedWords } from '../uncertainty/stream-seed.ts';
import { openStream } from '../uncertainty/streams.ts';
import { Xoshiro128 } from '../uncertainty/xoshiro.ts';
import { answerText, refusal } from './answers.ts';
import type { FormulaEntry } from './formula.ts';

const { probabilityCuts, deadBand, clearBreach } = DEFAULT_POLICY;
const MARGINS = { dead: deadBand, clear: clearBreach };

/** How draws are made. Second part of "Uncertainty". */
export const SAMPLING_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'stream-seed',
    name: 'Seed of a stream',
    statement:
      "h = FNV-1a-64 of 'seed|owner|variable'\nstate = two splitmix64 outputs of h, each cut into lower and upper 32 bits",
    convention:
      "Owner = initiative id, 'factor' or 'asset'. Every variable has a stream of its own: an added initiative changes nobody else's draws, scenarios share the same numbers, and a review replays.",
    edgeCases: [
      {
        when: "A '|' in the owner or the variable",
        answer: 'refused (RangeError)',
        run: () => refusal(() => openStream('2026', 'a|b', 'tasks').nextUniform()),
      },
      { when: 'FNV-1a of "foobar"', answer: '85944171f73967e8', run: () => fnv1a64('foobar').toString(16) },
    ],
    example: {
      inputs: "'2026|initiative-a|tasks'",
      compute: () => seedWords('2026|initiative-a|tasks').map(hex).join(' '),
      expected: '9ff67c91 32cf7e76 62a5aaf0 0b15325c',
      tolerance: 0,
      unit: '',
    },
    source:
      'Fowler, Noll & Vo (isthe.com/chongo/tech/comp/fnv); Steele, Lea & Flood 2014; words of an independent program.',
    judgement: null,
    code: {
      'shared/uncertainty/stream-seed.ts': 'fnv1a64, splitmix64, seedWords',
      'shared/uncertainty/streams.ts': 'openStream',
    },
  },
  {
    id: 'xoshiro',
    name: 'Random generator',
    statement:
      'xoshiro128**: result = rotl(s1 × 5, 7) × 9; the four words by shifts, exclusive or and rotl(s3, 11)',
    convention:
      '32-bit words; period 2^128 − 1; the same bits everywhere. Nothing in the engine uses any other source of chance.',
    edgeCases: [
      {
        when: 'A state of four zeros',
        answer: 'refused (RangeError)',
        run: () => refusal(() => new Xoshiro128([0, 0, 0, 0]).nextUint32()),
      },
    ],
    example: {
      inputs: 'state 1, 2, 3, 4: the first four outputs',
      compute: () => {
        const generator = new Xoshiro128([1, 2, 3, 4]);
        return [1, 2, 3, 4].map(() => generator.nextUint32()).join(', ');
      },
      expected: '11520, 0, 5927040, 70819200',
      tolerance: 0,
      unit: '',
    },
    source: 'Blackman & Vigna, xoshiro128** 1.1 (prng.di.unimi.it); reference outputs of rand_xoshiro.',
    judgement: null,
    code: { 'shared/uncertainty/xoshiro.ts': 'Xoshiro128' },
  },
  {
    id: 'uniform',
    name: '53-bit uniform number',
    statement: 'u = (hi27 × 2^26 + lo26 + 1/2) / 2^53',
    convention: 'Upper 27 bits of one output, upper 26 of the next. Never 0.',
    edgeCases: [{ when: 'Both outputs 0', answer: 'half of 2^−53, never 0' }],
    example: {
      inputs: 'state 1, 2, 3, 4: outputs 11,520 and 0, so hi27 = 360, lo26 = 0',
      compute: () => new Xoshiro128([1, 2, 3, 4]).nextUniform(),
      expected: 0.000002682209014948,
      tolerance: 1e-18,
      unit: '',
    },
    source: 'Definition: (360 × 2^26 + 1/2) / 2^53.',
    judgement: null,
    code: { 'shared/uncertainty/xoshiro.ts': 'Xoshiro128' },
  },
  {
    id: 'copula',
    name: 'Correlation through common factors',
    statement: "u' = Φ(sum of a_j F_j + sqrt(1 − sum of a_j²) × Φ⁻¹(u))",
    convention:
      'F_j standard normal, one draw for all inputs that load on the factor (a shared asset, the token price, wages, the climate of adoption). Correlation of two inputs = sum of the products of their loadings: 0.5 each gives 0.25. Spearman = (6/π) asin(ρ/2).',
    edgeCases: [
      {
        when: 'Loadings whose squares sum to more than 0.95',
        answer: 'refused',
        run: () => (areLoadingsAllowed([0.9, 0.5]) ? 'allowed' : 'refused'),
      },
      { when: 'No loadings: u itself', answer: '0.3', run: () => correlate(0.3, [], []) },
      {
        when: 'A volume that waits for m assets, nothing stated',
        answer: 'loads 0.5 / sqrt(m) on each',
      },
    ],
    example: {
      inputs: 'u = 0.9, loading 0.5, factor at F = 1',
      compute: () => correlate(0.9, [0.5], [1]),
      expected: 0.9462854,
      tolerance: 5e-7,
      unit: 'uniform',
    },
    source: 'Gaussian factor copula (Vasicek 1987 in credit risk).',
    judgement: 'The default loading of 0.5 on an asset not yet live.',
    code: {
      'shared/uncertainty/copula.ts': 'correlate, correlateAll, areLoadingsAllowed',
      'shared/forward-model/sampler.ts': 'openSampler',
    },
  },
  {
    id: 'draw-extension',
    name: 'When more draws are made',
    statement:
      '|estimate − cut| ≤ 2 SE: read the same streams on, from 10,000 to 100,000 draws\nstill so: "on the line", the verdict goes by the value',
    convention:
      'Cuts that count: for P the edges its memory makes relevant, 0.10 for UE, 0.70 for PB, 0 for E, 1.5 inside the interval of BCR50.',
    edgeCases: [
      {
        when: 'The edges of P at a first look',
        answer: '0.2, 0.25, 0.3, 0.6, 0.8',
        run: () => edgesText(null),
      },
      {
        when: 'The edges of P in band 2, nothing pending',
        answer: '0.2, 0.25, 0.5, 0.55, 0.85',
        run: () => edgesText({ band: 2, pending: 0 }),
      },
      {
        when: 'Already 100,000 draws',
        answer: 'on_the_line',
        run: () => samplingStep(true, 100_000, 100_000),
      },
    ],
    example: {
      inputs: 'P = 0.598, SE 0.005, cut 0.60, 10,000 draws so far',
      compute: () =>
        samplingStep(
          isNearCut({ estimate: 0.598, se: 0.005 }, [0.6]),
          DEFAULT_POLICY.draws,
          DEFAULT_POLICY.mostDraws,
        ),
      expected: 'extend',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours.',
    judgement: 'Two standard errors, and once ten times the draws.',
    code: {
      'shared/uncertainty/edges.ts': 'isNearCut, isCutInInterval, probabilityEdges, samplingStep',
      'shared/decision/simulation-cuts.ts': 'simulationCuts',
    },
  },
];

function hex(word: number): string {
  return word.toString(16).padStart(8, '0');
}

function edgesText(memory: Parameters<typeof probabilityEdges>[1]): string {
  return probabilityEdges(probabilityCuts, memory, MARGINS)
    .map((edge) => answerText(edge))
    .join(', ');
}
