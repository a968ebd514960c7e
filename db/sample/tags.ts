/**
 * Where to find what the sample was written to show: names of initiatives, and for the last two of shared assets.
 * The tests hold each of them to what the tag says.
 */
export const SAMPLE_TAGS = {
  'earned-scale': ['Claims triage'],
  'huge-activity-negative-margin': ['Customer chat assistant'],
  'kept-alive-by-override': ['Policy wording assistant'],
  'evaluation-below-floor': ['Document intake'],
  'half-the-planned-benefit': ['Contact-centre agent assist'],
  'waits-for-connector': ['Renewal letters'],
  'test-worth-buying': ['Reserve hints'],
  'good-but-unfunded': ['Complaint digest'],
  'killed-early': ['Voice claims intake'],
  'funded-by-the-kill': ['Medical invoice coding', 'Garage appointments'],
  'tripwire-missed': ['Fraud signal screening'],
  'hard-governance-failure': ['Call mood monitor'],
  'third-fix': ['Underwriting summaries'],
  'watched-then-killed': ['Damage photo estimates'],
  'on-kill-watch': ['Travel claims fast track'],
  'ideas-without-numbers': ['Subrogation finder', 'Regulation watch'],
  retired: ['Marketing copy drafts', 'Voice claims intake', 'Staff handbook assistant'],
  'duplicate-pair': ['Complaint digest', 'Complaints digest'],
  'raters-apart': ['Customer chat assistant'],
  'restated-month': ['Repair invoice check', 'Document intake'],
  'missing-months': ['Marketing copy drafts', 'Broker enquiry routing'],
  'stale-evidence': ['Complaints digest'],
  'conditions-met-and-overdue': ['Claims triage', 'Customer chat assistant'],
  'funded-from-returns': ['Complaint digest'],
  'orphan-asset': ['Redaction guardrail'],
  'pays-back-on-third-use': ['Claims system connector'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type SampleTag = keyof typeof SAMPLE_TAGS;
