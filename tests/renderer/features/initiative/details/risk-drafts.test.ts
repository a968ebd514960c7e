import { describe, expect, test } from 'vitest';
import {
  emptyIncident,
  incidentDraftOf,
  incidentFromDraft,
  incidentProblems,
  incidentState,
} from '#renderer/features/initiative/details/incident-draft.ts';
import {
  emptyTripwire,
  tripwireDraftOf,
  tripwireFromDraft,
  tripwireProblems,
  tripwireState,
} from '#renderer/features/initiative/details/tripwire-draft.ts';
import { newIncident, newTripwire } from '#shared/api/schemas/initiative.ts';
import type { Incident, Tripwire } from '#shared/domain/initiative.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;
const AS_OF = day('2026-09-30');
const TRIPWIRE: Tripwire = {
  id: 't',
  initiativeId: 'i',
  metric: 'Deflection',
  comparator: 'at_least',
  threshold: 0.3,
  dueOn: day('2026-12-31'),
  committedOn: day('2026-01-15'),
  measuredValue: null,
};
const INCIDENT: Incident = {
  id: 'n',
  initiativeId: 'i',
  severity: 1,
  openedOn: day('2026-09-01'),
  deadline: day('2026-09-20'),
  mitigatedOn: null,
  note: 'Wrong letter sent',
};

describe('tripwireFromDraft()', () => {
  test('gives back the tripwire its form was made of', () => {
    const { id: _, initiativeId: __, ...expected } = TRIPWIRE;
    const made = tripwireFromDraft(tripwireDraftOf(TRIPWIRE));
    expect(made).toEqual(expected);
    expect(newTripwire.safeParse(made).success).toBe(true);
  });

  test.each([
    [{ metric: ' ' }, 'metric'],
    [{ threshold: '' }, 'threshold'],
    [{ threshold: 'low' }, 'threshold'],
    [{ dueOn: '' }, 'dueOn'],
    [{ committedOn: '2027-01-01' }, 'committedOn'],
    [{ measuredValue: '?' }, 'measuredValue'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...tripwireDraftOf(TRIPWIRE), ...change };
    expect(tripwireFromDraft(draft)).toBeNull();
    expect(Object.keys(tripwireProblems(draft))).toEqual([field]);
  });

  test('starts committed on the as-of date', () => {
    expect(emptyTripwire(AS_OF).committedOn).toBe(AS_OF);
  });
});

describe('tripwireState()', () => {
  test.each([
    [{}, 'plain', 'due in 92 days'],
    [{ dueOn: day('2026-10-01') }, 'plain', 'due in 1 day'],
    [{ dueOn: AS_OF }, 'plain', 'due, not measured yet; 30 days left to measure'],
    [{ dueOn: day('2026-08-31') }, 'plain', 'due, not measured yet; 0 days left to measure'],
    [{ dueOn: day('2026-08-30') }, 'bad', 'missed: not measured in time'],
    [{ dueOn: AS_OF, measuredValue: 0.3 }, 'good', 'met with 0.3'],
    [{ dueOn: AS_OF, measuredValue: 0.29 }, 'bad', 'missed with 0.29'],
    [{ dueOn: AS_OF, measuredValue: 0.29, comparator: 'at_most' }, 'good', 'met with 0.29'],
  ] as const)('of %j', (change, tone, text) => {
    expect(tripwireState({ ...TRIPWIRE, ...change }, AS_OF)).toEqual({ tone, text });
  });
});

describe('incidentFromDraft()', () => {
  test.each([INCIDENT, { ...INCIDENT, mitigatedOn: day('2026-09-10') }])(
    'gives back the incident its form was made of: %j',
    (incident) => {
      const { id: _, initiativeId: __, ...expected } = incident;
      const made = incidentFromDraft(incidentDraftOf(incident));
      expect(made).toEqual(expected);
      expect(newIncident.safeParse(made).success).toBe(true);
    },
  );

  test.each([
    [{ openedOn: '' }, 'openedOn'],
    [{ deadline: '' }, 'deadline'],
    [{ deadline: '2026-08-01' }, 'deadline'],
    [{ mitigatedOn: '2026-08-01' }, 'mitigatedOn'],
  ] as const)('refuses %j at %s', (change, field) => {
    const draft = { ...incidentDraftOf(INCIDENT), ...change };
    expect(incidentFromDraft(draft)).toBeNull();
    expect(Object.keys(incidentProblems(draft))).toEqual([field]);
  });

  test('starts on the as-of date', () => {
    expect(emptyIncident(AS_OF).openedOn).toBe(AS_OF);
  });
});

describe('incidentState()', () => {
  test.each([
    [{}, true, 'open, 10 days past its deadline'],
    [{ deadline: AS_OF }, false, 'open, 0 days left'],
    [{ deadline: day('2026-10-01') }, false, 'open, 1 day left'],
    [{ mitigatedOn: day('2026-09-10') }, false, 'mitigated in time'],
    [{ mitigatedOn: day('2026-09-25') }, false, 'mitigated after its deadline'],
    [{ mitigatedOn: day('2026-10-05') }, true, 'open, 10 days past its deadline'],
  ] as const)('of %j', (change, isBad, text) => {
    expect(incidentState({ ...INCIDENT, ...change }, AS_OF)).toEqual({ isBad, text });
  });
});
