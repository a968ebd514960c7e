/** A figure other people published, and how far it can be trusted. Context, never a threshold. */
export interface Benchmark {
  readonly figure: string;
  readonly asQuoted: string;
  readonly source: string;
  readonly useFor: string;
  readonly doNot: string;
}

/** The one benchmark the home screen draws: share of enterprises with agents in production. */
export const PUBLIC_IN_PRODUCTION = {
  share: 0.11,
  source: 'Deloitte, Tech Trends 2026',
} as const;

/** Shipped context figures, with what could be traced of their origin. */
export const BENCHMARKS: readonly Benchmark[] = [
  {
    figure: '79 % adopted, 11 % in production',
    asQuoted: 'as one pair',
    source: 'Two different surveys: PwC, May 2025, 308 US executives; Deloitte, Tech Trends 2026',
    useFor: 'a sense of the funnel',
    doNot: 'read it as a conversion rate',
  },
  {
    figure: 'About 95 % of pilots without measurable effect on profit',
    asQuoted: 'MIT, 2025',
    source: 'Mostly missing baselines and missing measurement',
    useFor: 'arguing for gate G2, the success metric',
    doNot: 'take it as a prior for failure',
  },
  {
    figure: '80.3 % of AI projects fail',
    asQuoted: 'RAND, 2024, which says "more than 80 %"',
    source: '65 interviews',
    useFor: 'a reason for kill criteria',
    doNot: 'take it as a probability',
  },
  {
    figure: 'About 85 % of failures trace to data',
    asQuoted: 'without a source',
    source: 'Original not found',
    useFor: 'nothing yet',
    doNot: 'derive weights of gaps from it',
  },
  {
    figure: '70 % people and process',
    asQuoted: 'said to be DORA',
    source: 'Not found there; close to the 10-20-70 of BCG',
    useFor: 'nothing yet',
    doNot: 'derive weights of gaps from it',
  },
  {
    figure: '37 % name change management first',
    asQuoted: 'said to be Deloitte',
    source: 'Not found',
    useFor: 'nothing yet',
    doNot: 'cite it',
  },
  {
    figure: 'Median ROI 171 % (192 % US), payback 7 to 9 months, top quartile 540 % in 18 months',
    asQuoted: 'together',
    source: 'Pages disagree on mean or median, expected or achieved',
    useFor: 'a line beside your own ROI, labelled unverified',
    doNot: 'set targets by it',
  },
  {
    figure: '12 times more AI projects in production with governance tools',
    asQuoted: 'Databricks, 2026',
    source: 'Telemetry; a correlation',
    useFor: 'arguing for governance early',
    doNot: 'read it as cause and effect',
  },
];
