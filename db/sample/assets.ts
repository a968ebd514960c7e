import type { ScriptAsset } from './model-script.ts';
import { day, month } from './script.ts';

/** Shared assets of the sample. One of them nobody uses yet: an orphan. */
export const ASSETS: readonly ScriptAsset[] = [
  {
    key: 'claims-connector',
    name: 'Claims system connector',
    kind: 'connector',
    liveOn: day('2025-11-17'),
    plannedLiveMonth: null,
    lateProbability: null,
    monthsLate: null,
    users: [
      ['claims-triage', 'limited'],
      ['fraud-signals', 'limited'],
    ],
  },
  {
    key: 'archive-connector',
    name: 'Archive connector',
    kind: 'connector',
    liveOn: null,
    plannedLiveMonth: month('2026-12'),
    lateProbability: 0.25,
    monthsLate: 3,
    users: [
      ['document-intake', 'scaled'],
      ['broker-routing', 'limited'],
    ],
  },
  {
    key: 'evaluation-suite',
    name: 'Text evaluation suite',
    kind: 'eval_suite',
    liveOn: day('2026-01-12'),
    plannedLiveMonth: null,
    lateProbability: null,
    monthsLate: null,
    users: [
      ['claims-triage', 'limited'],
      ['customer-chat', 'limited'],
      ['underwriting-summaries', 'limited'],
    ],
  },
  {
    key: 'letter-platform',
    name: 'Letter platform connector',
    kind: 'connector',
    liveOn: null,
    plannedLiveMonth: month('2026-11'),
    lateProbability: 0.4,
    monthsLate: 4,
    users: [['renewal-letters', 'limited']],
  },
  {
    key: 'redaction-guardrail',
    name: 'Redaction guardrail',
    kind: 'guardrail',
    liveOn: day('2026-03-02'),
    plannedLiveMonth: null,
    lateProbability: null,
    monthsLate: null,
    users: [],
  },
];
