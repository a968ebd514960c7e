import { roundedNumber } from '../decision/canonical-text.ts';
import { type BandMemory, stepBand } from '../decision/hysteresis.ts';
import { decidingRule, readinessMark, ruleTruths, valueClassOf } from '../decision/rules/conditions.ts';
import type { RuleState } from '../decision/rules/rule-state.ts';
import { DEFAULT_POLICY } from '../domain/policy.ts';
import { RULE_VERDICTS } from '../domain/verdict.ts';
import { refusal } from './answers.ts';
import { EXAMPLE_STATE, SCALE_STATE } from './example-state.ts';
import type { FormulaEntry } from './formula.ts';

const RULE_TABLE = [
  'K1 KILL: a hard gate failure',
  'K2 KILL: a pre-committed tripwire missed',
  'K3 KILL: stage ≥ pilot, data_ok, UE < 0.10',
  'K4 KILL: data_ok and value class negative; also E ≤ 0, P < 0.30 and the last two closed reviews were H0',
  'K5 KILL: strikes ≥ 2 and a cause of the last FIX still open',
  'K6 KILL: pilot past its time-box and value class not positive',
  'H0 HOLD: kill watch: data_ok, E ≤ 0, P < 0.30, band not 0',
  'H1 HOLD: measure: a gate unknown, or not data_ok',
  'F1 FIX: a fixable gate failure',
  'F2 FIX: stage ≥ limited and BRI < 0.70, or cost per success up more than 20 %',
  'H2 HOLD: dependency: a shared asset needed now is not live',
  'H3 HOLD: learn: value class unclear',
  'H4 HOLD: capacity: value class positive, outside the funded set',
  'S1 SCALE: stage ≥ limited, next floors met, R ≥ 75, band 3, BCR50 ≥ 1.5, BRI ≥ 0.90, PB ≥ 0.70',
  'C1 CONTINUE: otherwise',
].join('\n');

export const RULE_FORMULAS: readonly FormulaEntry[] = [
  {
    id: 'band-step',
    name: 'Hysteresis on the band of P',
    statement:
      'up, dn, cl = number of cuts c with P ≥ c + 0.05, P ≥ c − 0.05, P ≥ c − 0.10\nup > band: if pending +1 then band = up, pending 0; else pending +1\ndn < band: candidate = dn if pending −1, else cl; candidate < band: band = candidate, pending −1 while dn is lower, else 0; otherwise pending −1\nelse pending 0',
    convention:
      'Bands of P: 0 below 0.30, 1 below 0.60, 2 below 0.80, 3. One step a closed review, from the memory of the last one; the live view never writes it. Compared after rounding to 1e−9.',
    edgeCases: [
      {
        when: 'First look, P 0.22: never a kill but on a clear breach',
        answer: 'band 1, pending −1',
        run: () => band(null, 0.22),
      },
      {
        when: 'First look, P 0.19: a clear breach',
        answer: 'band 0, pending 0',
        run: () => band(null, 0.19),
      },
      {
        when: 'Band 1, P 0.66 for the first time',
        answer: 'band 1, pending +1',
        run: () => band({ band: 1, pending: 0 }, 0.66),
      },
      {
        when: 'Band 2, P 0.52: below 0.55, not below 0.50',
        answer: 'band 2, pending −1',
        run: () => band({ band: 2, pending: 0 }, 0.52),
      },
      {
        when: 'Band 2, P 0.45: a clear breach falls at once',
        answer: 'band 1, pending 0',
        run: () => band({ band: 2, pending: 0 }, 0.45),
      },
    ],
    example: {
      inputs: 'band 1, a rise pending, P = 0.66 again',
      compute: () => band({ band: 1, pending: 1 }, 0.66),
      expected: 'band 2, pending 0',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours; a Schmitt trigger with confirmation.',
    judgement: 'Cuts, dead-band of 0.05, clear breach of 0.10, confirmation by a second review.',
    code: { 'shared/decision/hysteresis.ts': 'stepBand, rawBand' },
  },
  {
    id: 'value-class',
    name: 'Value class',
    statement: 'positive: E > 0 and band ≥ 2\nnegative: E ≤ 0 and band = 0\nunclear: else',
    convention: 'E above 0 decides the sign; P guards against noise.',
    edgeCases: [
      {
        when: 'E above 0 with P 0.25: a skewed upside',
        answer: 'unclear',
        run: () => classOf({ value: 1, probability: 0.25, band: 0 }),
      },
      { when: 'E unknown', answer: 'unknown', run: () => classOf({ value: null }) },
    ],
    example: {
      inputs: 'E ≤ 0, P = 0.18, band 0',
      compute: () => classOf({ value: -1, probability: 0.18, band: 0 }),
      expected: 'negative',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours.',
    judgement:
      'Killing needs both: a false kill can be undone in part, false persistence costs every quarter.',
    code: { 'shared/decision/rules/conditions.ts': 'valueClassOf' },
  },
  {
    id: 'rule-table',
    name: 'The ordered rules',
    statement: RULE_TABLE,
    convention:
      'Each condition is true, false or unknown; only true fires. The first that fires decides, all that fire are listed. Marks are those of the shipped policy.',
    edgeCases: [
      {
        when: 'Prohibited use, whatever the value',
        answer: 'K1 kill',
        run: () => decided({ hardFailure: true, probability: 0.95, band: 3 }),
      },
      {
        when: 'E ≤ 0, P 0.18',
        answer: 'K4 kill',
        run: () => decided({ value: -1, probability: 0.18, band: 0 }),
      },
      {
        when: 'A pilot with one month of data, E ≤ 0, P 0.20',
        answer: 'H1 hold',
        run: () => decided({ stage: 'pilot', isDataOk: false, value: -1, probability: 0.2, band: 1 }),
      },
      { when: 'BRI 0.55', answer: 'F2 fix', run: () => decided({ benefitRealisation: 0.55 }) },
      {
        when: 'Value positive, outside the funded set',
        answer: 'H4 hold',
        run: () => decided({ isFunded: false }),
      },
      { when: 'All that S1 asks for', answer: 'S1 scale', run: () => decided(SCALE_STATE) },
      {
        when: 'UE unknown: K3 cannot be told',
        answer: 'unknown',
        run: () =>
          String(ruleTruths({ ...EXAMPLE_STATE, unitEconomics: null }, DEFAULT_POLICY).K3 ?? 'unknown'),
      },
    ],
    example: {
      inputs:
        'limited production, no gate failure, UE 0.95, data ok, E > 0, P 0.70, BRI 0.95, R 72, BCR50 1.3, PB 0.6, funded',
      compute: () => decided({}),
      expected: 'C1 continue',
      tolerance: 0,
      unit: '',
    },
    source: 'Ours; stage gates after Cooper, kill criteria after Staw & Ross.',
    judgement: 'Order and marks. The marks are data in the policy.',
    code: {
      'shared/decision/rules/conditions.ts': 'decidingRule, ruleTruths',
      'shared/decision/rules/rules.ts': 'describeRules',
    },
  },
  {
    id: 'readiness-mark',
    name: 'Mark of readiness for S1',
    statement: 'R ≥ 75, or R ≥ 70 if the last closed review recommended SCALE',
    convention: 'Points of 100; two marks, so that SCALE does not come and go.',
    edgeCases: [
      {
        when: 'After a SCALE',
        answer: '70',
        run: () => readinessMark({ ...EXAMPLE_STATE, wasScale: true }, DEFAULT_POLICY),
      },
    ],
    example: {
      inputs: 'after any other verdict',
      compute: () => readinessMark(EXAMPLE_STATE, DEFAULT_POLICY),
      expected: 75,
      tolerance: 0,
      unit: 'points of 100',
    },
    source: 'Ours.',
    judgement: '75 = an average level of 3, "in place and tested".',
    code: { 'shared/decision/rules/conditions.ts': 'readinessMark, isReady' },
  },
  {
    id: 'hashed-number',
    name: 'Number in the input hash',
    statement:
      'hash = SHA-256 of the canonical text of all inputs; numbers with 15 significant digits, −0 as 0',
    convention:
      'Members in order of their names, so that the same content gives the same 64 digits wherever it was made.',
    edgeCases: [
      {
        when: 'NaN or infinity',
        answer: 'refused (RangeError)',
        run: () => refusal(() => roundedNumber(Number.NaN)),
      },
    ],
    example: {
      inputs: '0.1 + 0.2, which is 0.30000000000000004',
      compute: () => roundedNumber(0.1 + 0.2),
      expected: '0.3',
      tolerance: 0,
      unit: '',
    },
    source: 'FIPS 180-4; canonical JSON.',
    judgement: '15 digits: a last bit moved by another order of summing is the same input.',
    code: {
      'shared/decision/canonical-text.ts': 'canonicalText, roundedNumber',
      'shared/decision/input-hash.ts': 'inputHash',
    },
  },
];

function band(memory: BandMemory | null, p: number): string {
  const { band: reached, pending } = stepBand(memory, p, DEFAULT_POLICY);
  return `band ${reached}, pending ${pending === 0 ? '0' : pending === 1 ? '+1' : '−1'}`;
}

function classOf(over: Partial<RuleState>): string {
  return valueClassOf({ ...EXAMPLE_STATE, ...over }) ?? 'unknown';
}

function decided(over: Partial<RuleState>): string {
  const rule = decidingRule({ ...EXAMPLE_STATE, ...over }, DEFAULT_POLICY);
  return `${rule} ${RULE_VERDICTS[rule]}`;
}
