import type { RegisterRow } from '#shared/api/schemas/views.ts';
import type { Instant } from '#shared/domain/units.ts';

/** A register row with nothing measured; a test states only what it is about. */
export function registerRow(change: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id: 'a',
    name: 'Claims triage',
    purpose: '',
    unit: '',
    stage: 'pilot',
    isPaused: false,
    stageEnteredOn: null,
    businessOwner: '',
    technicalOwner: '',
    financeValidator: '',
    verdict: 'hold',
    rule: 'H1',
    reason: '',
    isComputing: false,
    readiness: null,
    value: null,
    isValueComputing: false,
    cost3: null,
    net3: null,
    net12: null,
    closedMonths: 0,
    levels: { data: null, integration: null, evaluation: null, governance: null, change: null },
    gatesPassed: 0,
    gatesAsked: 8,
    attention: [],
    lastChangedAt: '2026-09-30T10:00:00.000Z' as Instant,
    ...change,
  };
}
