/** A figure other people published, and how far it can be trusted. Context, never a threshold. */
export interface Benchmark {
  /** Of the address `/help/benchmarks?figure=…`. */
  readonly id: string;
  readonly figure: string;
  /** As people quote it, and whom they name. */
  readonly asQuoted: string;
  /** Where it comes from, as far as it could be traced. */
  readonly source: string;
  /** When it was published; null where no original was found. */
  readonly date: string | null;
  /** How far the trace went. */
  readonly trace: 'traced' | 'partly traced' | 'not found';
  /** null: nothing yet. */
  readonly useFor: string | null;
  readonly doNot: string;
  /** The figure of this portfolio that may stand beside it, where there is one. */
  readonly own: 'in_production' | 'roi' | null;
}

/** The one benchmark the home screen draws: share of enterprises with agents in production. */
export const PUBLIC_IN_PRODUCTION = {
  share: 0.11,
  source: 'Deloitte, Tech Trends 2026',
} as const;

/** Shipped context figures, with what could be traced of their origin. */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    id: 'adopted-in-production',
    figure: '79 % adopted, 11 % in production',
    asQuoted: 'as one pair, without a source',
    source: 'Two different surveys: PwC (308 US executives) and Deloitte, Tech Trends 2026',
    date: 'May 2025 and 2026',
    trace: 'traced',
    useFor: 'A sense of the funnel',
    doNot: 'Read it as a conversion rate: two populations, two questions',
    own: 'in_production',
  },
  {
    id: 'no-profit-effect',
    figure: 'About 95 % of pilots without measurable effect on profit',
    asQuoted: 'MIT, 2025',
    source: 'Mostly missing baselines and missing measurement, not measured failure',
    date: '2025',
    trace: 'traced',
    useFor: 'Arguing for gate G2, the success metric',
    doNot: 'Take it as a prior for failure',
    own: null,
  },
  {
    id: 'projects-fail',
    figure: '80.3 % of AI projects fail',
    asQuoted: 'RAND, 2024',
    source: 'RAND says “more than 80 %”; its own evidence is 65 interviews',
    date: '2024',
    trace: 'traced',
    useFor: 'A reason for kill criteria',
    doNot: 'Take it as a probability',
    own: null,
  },
  {
    id: 'failures-from-data',
    figure: 'About 85 % of failures trace to data',
    asQuoted: 'without a source',
    source: 'Original not found',
    date: null,
    trace: 'not found',
    useFor: null,
    doNot: 'Derive weights of gaps from it',
    own: null,
  },
  {
    id: 'people-and-process',
    figure: '70 % people and process',
    asQuoted: 'said to be DORA',
    source: 'Not found there; close to the 10-20-70 of BCG',
    date: null,
    trace: 'partly traced',
    useFor: null,
    doNot: 'Derive weights of gaps from it',
    own: null,
  },
  {
    id: 'change-management',
    figure: '37 % name change management first',
    asQuoted: 'said to be Deloitte',
    source: 'Not found',
    date: null,
    trace: 'not found',
    useFor: null,
    doNot: 'Cite it',
    own: null,
  },
  {
    id: 'median-roi',
    figure: 'Median ROI 171 % (192 % US), payback 7 to 9 months, top quartile 540 % in 18 months',
    asQuoted: 'together, without a source',
    source: 'Pages disagree on mean or median, expected or achieved',
    date: null,
    trace: 'partly traced',
    useFor: 'A line beside your own ROI, labelled unverified',
    doNot: 'Set targets by it',
    own: 'roi',
  },
  {
    id: 'governance-tools',
    figure: '12 times more AI projects in production with governance tools',
    asQuoted: 'Databricks, 2026',
    source: 'Telemetry of one vendor; a correlation',
    date: '2026',
    trace: 'traced',
    useFor: 'Arguing for governance early',
    doNot: 'Read it as cause and effect',
    own: null,
  },
];
