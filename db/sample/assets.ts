import type { ScopeStage } from '#shared/domain/forward-model.ts';
import type { ScriptAsset, ScriptAssetUser } from './model-script.ts';
import { day, month } from './script.ts';

/** `since` is the day it was built on; without it the use is planned only. */
function user(key: string, neededFrom: ScopeStage, enteredOn: string, since?: string): ScriptAssetUser {
  return { key, neededFrom, enteredOn: day(enteredOn), usedSince: since === undefined ? null : day(since) };
}

/**
 * Shared assets of the sample. At the end of June the reuse of the live ones has not paid for them; in the third
 * quarter it has: the claims connector gets its third user, the policy knowledge base three more. Nobody uses the
 * redaction guardrail: an orphan.
 */
export const ASSETS: readonly ScriptAsset[] = [
  {
    key: 'claims-connector',
    name: 'Claims system connector',
    kind: 'connector',
    addedOn: day('2025-06-16'),
    liveOn: day('2025-11-17'),
    plannedLiveMonth: month('2025-10'),
    lateProbability: null,
    monthsLate: null,
    builtBy: 'claims-triage',
    owner: 'Lead engineer, claims platform',
    // 2.0 / (1 - 0.3) = 2.86 uses to break even: it pays back on the third.
    costAlone: 18_000,
    upkeep: 120,
    reuseCostShare: 0.3,
    writeForReuse: 2,
    users: [
      user('claims-triage', 'limited', '2025-06-16', '2025-11-17'),
      user('fraud-signals', 'limited', '2025-10-13', '2025-12-01'),
      user('travel-claims', 'limited', '2026-07-06', '2026-07-06'),
    ],
  },
  {
    key: 'archive-connector',
    name: 'Archive connector',
    kind: 'connector',
    addedOn: day('2026-03-16'),
    liveOn: null,
    plannedLiveMonth: month('2026-12'),
    lateProbability: 0.25,
    monthsLate: 3,
    builtBy: 'document-intake',
    owner: 'Lead engineer, document services',
    costAlone: 14_000,
    upkeep: 200,
    reuseCostShare: 0.25,
    writeForReuse: 1.5,
    users: [user('document-intake', 'scaled', '2026-03-16'), user('broker-routing', 'limited', '2026-09-14')],
  },
  {
    key: 'evaluation-suite',
    name: 'Text evaluation suite',
    kind: 'eval_suite',
    addedOn: day('2025-11-10'),
    liveOn: day('2026-01-12'),
    plannedLiveMonth: month('2026-01'),
    lateProbability: null,
    monthsLate: null,
    builtBy: null,
    owner: 'AI program office',
    costAlone: 12_000,
    upkeep: 200,
    reuseCostShare: 0.2,
    writeForReuse: 1.5,
    users: [
      user('claims-triage', 'limited', '2025-11-10', '2026-01-12'),
      user('underwriting-summaries', 'limited', '2025-12-15', '2026-01-12'),
      user('customer-chat', 'limited', '2025-11-10', '2026-02-02'),
    ],
  },
  {
    key: 'letter-platform',
    name: 'Letter platform connector',
    kind: 'connector',
    addedOn: day('2026-02-09'),
    liveOn: null,
    plannedLiveMonth: month('2026-11'),
    lateProbability: 0.4,
    monthsLate: 4,
    builtBy: 'renewal-letters',
    owner: 'Lead engineer, output management',
    costAlone: 10_000,
    upkeep: 150,
    reuseCostShare: 0.25,
    writeForReuse: 1.5,
    users: [
      user('renewal-letters', 'limited', '2026-02-09'),
      user('complaint-digest', 'scaled', '2026-07-06'),
    ],
  },
  {
    key: 'policy-knowledge',
    name: 'Policy knowledge base',
    kind: 'data_product',
    addedOn: day('2025-12-08'),
    liveOn: day('2026-03-02'),
    plannedLiveMonth: month('2026-02'),
    lateProbability: null,
    monthsLate: null,
    builtBy: 'customer-chat',
    owner: 'Lead engineer, digital channels',
    costAlone: 20_000,
    upkeep: 250,
    reuseCostShare: 0.25,
    writeForReuse: 1.5,
    users: [
      user('customer-chat', 'limited', '2025-12-08', '2026-03-02'),
      user('agent-assist', 'limited', '2026-03-16', '2026-03-16'),
      user('complaint-digest', 'limited', '2026-07-06', '2026-07-06'),
      user('broker-routing', 'pilot', '2026-08-03', '2026-08-03'),
      user('medical-coding', 'pilot', '2026-08-10', '2026-08-10'),
    ],
  },
  {
    key: 'redaction-guardrail',
    name: 'Redaction guardrail',
    kind: 'guardrail',
    addedOn: day('2025-12-15'),
    liveOn: day('2026-03-02'),
    plannedLiveMonth: month('2026-03'),
    lateProbability: null,
    monthsLate: null,
    builtBy: null,
    owner: 'Lead engineer, platform security',
    costAlone: 6_000,
    upkeep: 100,
    reuseCostShare: 0.2,
    writeForReuse: 1.5,
    users: [],
  },
];
