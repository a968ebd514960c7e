/** What the engine recommends, worst first. HOLD and FIX share a rank: neither is better than the other. */
export const VERDICTS = ['kill', 'fix', 'hold', 'continue', 'scale'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The ordered rules of the engine: the first that fires decides. Order matters. */
export const RULE_IDS = [
  'K1',
  'K2',
  'K3',
  'K4',
  'K5',
  'K6',
  'H0',
  'H1',
  'F1',
  'F2',
  'H2',
  'H3',
  'H4',
  'S1',
  'C1',
] as const;
export type RuleId = (typeof RULE_IDS)[number];

export const RULE_VERDICTS: Readonly<Record<RuleId, Verdict>> = {
  K1: 'kill',
  K2: 'kill',
  K3: 'kill',
  K4: 'kill',
  K5: 'kill',
  K6: 'kill',
  H0: 'hold',
  H1: 'hold',
  F1: 'fix',
  F2: 'fix',
  H2: 'hold',
  H3: 'hold',
  H4: 'hold',
  S1: 'scale',
  C1: 'continue',
};

/** One line each: what the rule is about, for tables and filters. The sentence with numbers is made from the result. */
export const RULE_NAMES: Readonly<Record<RuleId, string>> = {
  K1: 'Hard gate failure',
  K2: 'Tripwire missed',
  K3: 'Loses money per task',
  K4: 'Value gone',
  K5: 'Third FIX, gap still open',
  K6: 'Pilot past its time-box',
  H0: 'Kill watch',
  H1: 'Measure first',
  F1: 'Gate or floor to fix',
  F2: 'Benefit or unit cost to fix',
  H2: 'Waits for a shared asset',
  H3: 'Value unclear',
  H4: 'Outside the funded set',
  S1: 'Ready to scale',
  C1: 'Nothing stands against it',
};

export const GATE_IDS = ['G1', 'G2', 'G3', 'G4', 'G5', 'G6', 'G7', 'G8'] as const;
export type GateId = (typeof GATE_IDS)[number];

export const GATE_NAMES: Readonly<Record<GateId, string>> = {
  G1: 'Owner',
  G2: 'Success metric',
  G3: 'Data',
  G4: 'Integration',
  G5: 'Evaluation',
  G6: 'Governance',
  G7: 'Organizational change',
  G8: 'Tripwire',
};
