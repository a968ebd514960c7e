import type { TableSpec } from './table-spec.ts';

/** Policies, adopted plans, and what a closed review leaves behind for the engine. */
export const REVIEW_TABLES = {
  policy_version: {
    columns: { version: 'integer', body: 'text', reason: 'text', saved_at: 'text', actor: 'text' },
    key: ['version'],
    initiative: null,
  },
  adopted_plan: {
    columns: { id: 'text', adopted_on: 'text', note: 'text', recorded_at: 'text' },
    key: ['id'],
    initiative: null,
  },
  plan_choice: {
    columns: { plan_id: 'text', initiative_id: 'text', is_funded: 'integer' },
    key: ['plan_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
  role_price: {
    columns: { plan_id: 'text', role: 'text', price: 'real' },
    key: ['plan_id', 'role'],
    initiative: null,
  },
  review_memory: {
    columns: {
      review_id: 'text',
      initiative_id: 'text',
      band: 'integer',
      pending: 'integer',
      kill_watches: 'integer',
      was_scale: 'integer',
    },
    key: ['review_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
  review_snapshot: {
    columns: {
      review_id: 'text',
      initiative_id: 'text',
      inputs: 'text',
      input_hash: 'text',
      engine_version: 'text',
      policy_version: 'integer',
      seed: 'text',
    },
    key: ['review_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
  decision_override: {
    columns: {
      review_id: 'text',
      initiative_id: 'text',
      decided_by: 'text',
      reason: 'text',
      expires_on: 'text',
      new_tripwire_id: 'text?',
    },
    key: ['review_id', 'initiative_id'],
    initiative: 'initiative_id',
  },
} as const satisfies Record<string, TableSpec>;
