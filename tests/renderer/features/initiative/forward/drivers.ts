import type { Driver, Scope, ScopeLine } from '#shared/domain/forward-model.ts';

export function driver(id: string, change: Partial<Driver> = {}): Driver {
  return {
    id,
    initiativeId: 'i',
    name: `Driver ${id}`,
    unit: '',
    bound: 'positive',
    p10: null,
    p50: null,
    p90: null,
    datedOn: null,
    grade: null,
    isVolume: false,
    loadings: [],
    measureCost: null,
    measureDays: null,
    sortOrder: 0,
    ...change,
  };
}

/** A driver known to be this number. */
export const known = (id: string, value: number, change: Partial<Driver> = {}): Driver =>
  driver(id, { p10: value, p50: value, p90: value, ...change });

export function scopeLine(id: string, change: Partial<ScopeLine> = {}): ScopeLine {
  return {
    id,
    scopeId: 's',
    name: `Line ${id}`,
    kind: 'benefit',
    constant: 1,
    driverIds: ['a'],
    role: null,
    sortOrder: 0,
    ...change,
  };
}

export function scope(stage: Scope['stage'], change: Partial<Scope> = {}): Scope {
  return {
    id: `scope-${stage}`,
    initiativeId: 'i',
    stage,
    basis: 'plan',
    decisionMonth: null,
    buildMonths: null,
    rampMonths: null,
    lines: [],
    ...change,
  };
}

export const byId = (drivers: readonly Driver[]) => new Map(drivers.map((one) => [one.id, one]));
