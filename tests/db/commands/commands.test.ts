import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import type { IsoDate, MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { COST, desk, MARCH, OUTCOME, refusal } from '#tests/support/desk.ts';

const day = (text: string) => text as IsoDate;
const cents = (amount: number) => amount as MinorUnits;

describe('createInitiative()', () => {
  it('leaves what is not given blank or unknown', () => {
    const { facts, id } = desk();
    expect(facts().initiative).toMatchObject({
      id,
      name: 'Claims triage',
      stage: 'pilot',
      stageEnteredOn: '2026-01-05',
      purpose: '',
      isPaused: false,
      baselineValue: null,
      riskClass: null,
      importBatchId: null,
      sourceRow: null,
      createdAt: '2026-10-01T09:00:01.000Z',
    });
  });
});

describe('updateInitiative()', () => {
  it('changes the fields given and no others', () => {
    const { run, id, facts } = desk();
    const before = facts().initiative;
    const patch = { isPaused: true, baselineValue: 0.25, businessOwner: 'Head of claims', unit: undefined };
    run('updateInitiative', (tx) => commands.updateInitiative(tx, { id, patch }));
    expect(facts().initiative).toEqual({
      ...before,
      isPaused: true,
      baselineValue: 0.25,
      businessOwner: 'Head of claims',
    });
  });

  it('forgets entry date and paused months of a stage that was left, unless they are given', () => {
    const { run, id, facts } = desk();
    run('u', (tx) => commands.updateInitiative(tx, { id, patch: { pausedMonths: 2 } }));
    run('u', (tx) => commands.updateInitiative(tx, { id, patch: { stage: 'pilot' } }));
    expect(facts().initiative).toMatchObject({ stageEnteredOn: '2026-01-05', pausedMonths: 2 });
    run('u', (tx) => commands.updateInitiative(tx, { id, patch: { stage: 'limited' } }));
    expect(facts().initiative).toMatchObject({ stage: 'limited', stageEnteredOn: null, pausedMonths: 0 });
    const patch = { stage: 'scaled', stageEnteredOn: day('2026-09-01') } as const;
    run('u', (tx) => commands.updateInitiative(tx, { id, patch }));
    expect(facts().initiative).toMatchObject({ stage: 'scaled', stageEnteredOn: '2026-09-01' });
  });

  it('says that the initiative is gone', () => {
    const portfolio = desk();
    const { code } = refusal(portfolio, () =>
      portfolio.run('u', (tx) => commands.updateInitiative(tx, { id: 'gone', patch: { unit: 'x' } })),
    );
    expect(code).toBe('not_found');
  });
});

const EVIDENCE = {
  kind: 'audit',
  datedOn: day('2026-02-01'),
  link: 'https://example.org',
  note: 'n',
} as const;
const RATING = {
  gap: 'governance',
  level: 3,
  rater: 'Head of risk',
  ratedOn: day('2026-02-03'),
  note: 'first',
  evidence: [EVIDENCE],
} as const;
const TRIPWIRE = {
  metric: 'Cost per claim',
  comparator: 'at_most',
  threshold: 4.5,
  dueOn: day('2026-06-30'),
  committedOn: day('2026-01-05'),
  measuredValue: null,
} as const;
const INCIDENT = {
  severity: 2,
  openedOn: day('2026-02-01'),
  deadline: day('2026-02-10'),
  mitigatedOn: null,
  note: '',
} as const;

describe('recordAssessment() and addEvidence()', () => {
  it('add to what is there, oldest first, and change nothing recorded before', () => {
    const { run, id, newId, facts } = desk();
    const rate = (level: 2 | 3, ratedOn: string) =>
      run('r', (tx) =>
        commands.recordAssessment(
          tx,
          { initiativeId: id, ...RATING, evidence: [EVIDENCE], level, ratedOn: day(ratedOn) },
          newId,
        ),
      ).value.id;
    const second = rate(3, '2026-02-03');
    const first = rate(2, '2026-02-01');
    const third = rate(2, '2026-02-03');
    run('e', (tx) => commands.addEvidence(tx, { assessmentId: second, evidence: EVIDENCE }, newId));
    const { assessments } = facts();
    expect(assessments.map((one) => [one.id, one.level, one.evidence.length])).toEqual([
      [first, 2, 1],
      [second, 3, 2],
      [third, 2, 1],
    ]);
    expect(assessments[1]?.evidence[0]).toMatchObject({
      ...EVIDENCE,
      assessmentId: second,
      sourceQuestion: '',
    });
  });

  it.each(['recordAssessment', 'addEvidence'] as const)('%s refuses what is gone', (name) => {
    const portfolio = desk();
    const { code } = refusal(portfolio, () =>
      portfolio.run(name, (tx) =>
        name === 'addEvidence'
          ? commands.addEvidence(tx, { assessmentId: 'gone', evidence: EVIDENCE }, portfolio.newId)
          : commands.recordAssessment(tx, { initiativeId: 'gone', ...RATING, evidence: [] }, portfolio.newId),
      ),
    );
    expect(code).toBe('not_found');
  });
});

describe('addLine(), updateLine() and removeLine()', () => {
  it('keep lines in the order they were added', () => {
    const { addLine, facts } = desk();
    const ids = [addLine(), addLine(OUTCOME), addLine()];
    expect(facts().lines.map((line) => [line.id, line.sortOrder])).toEqual(ids.map((id, i) => [id, i + 1]));
    expect(facts().lines[1]).toMatchObject({ ...OUTCOME });
  });

  it('turn a cost into an outcome only while no amount is entered', () => {
    const portfolio = desk();
    const { run, addLine, facts, setAmount } = portfolio;
    const id = addLine();
    run('u', (tx) => commands.updateLine(tx, { id, line: OUTCOME }));
    expect(facts().lines[0]).toMatchObject({ ...OUTCOME, id });
    setAmount(id, 100);
    const { code, message } = refusal(portfolio, () =>
      run('u', (tx) => commands.updateLine(tx, { id, line: COST })),
    );
    expect([code, message.includes('Hours saved')]).toEqual(['conflict', true]);
  });

  it('refuse a last month before the first', () => {
    const portfolio = desk();
    const line = { ...COST, startsOn: MARCH, endsOn: (MARCH - 1) as MonthIndex };
    const { code } = refusal(portfolio, () =>
      portfolio.run('a', (tx) => commands.addLine(tx, { initiativeId: portfolio.id, line }, portfolio.newId)),
    );
    expect(code).toBe('invalid_input');
  });

  it('take the amounts of open months along, but not those of closed ones', () => {
    const portfolio = desk();
    const { run, addLine, setAmount, close, facts } = portfolio;
    const [open, closed] = [addLine(), addLine()];
    setAmount(open, 1);
    setAmount(closed, 2, (MARCH + 1) as MonthIndex);
    close((MARCH + 1) as MonthIndex);
    run('r', (tx) => commands.removeLine(tx, { id: open }));
    expect(facts()).toMatchObject({ lines: [{ id: closed }], values: [{ lineId: closed, amount: 2 }] });
    const { code, message } = refusal(portfolio, () =>
      run('r', (tx) => commands.removeLine(tx, { id: closed })),
    );
    expect(code).toBe('conflict');
    expect(message).toContain('April 2026');
  });
});

describe('setMonthValues()', () => {
  it('sets, changes and takes away; a blank month has no row', () => {
    const { addLine, setAmount, facts } = desk();
    const lineId = addLine();
    setAmount(lineId, 100);
    setAmount(lineId, -250);
    setAmount(lineId, 0, (MARCH + 1) as MonthIndex);
    expect(facts().values).toEqual([
      { lineId, month: MARCH, amount: -250 },
      { lineId, month: MARCH + 1, amount: 0 },
    ]);
    setAmount(lineId, null);
    setAmount(lineId, null);
    expect(facts().values).toEqual([{ lineId, month: MARCH + 1, amount: 0 }]);
  });

  it('refuses a closed month by name, and then none of the cells is entered', () => {
    const portfolio = desk();
    const lineId = portfolio.addLine();
    portfolio.close(MARCH);
    const cells = [
      { lineId, month: (MARCH - 1) as MonthIndex, amount: cents(1) },
      { lineId, month: MARCH, amount: cents(2) },
    ];
    const { code, message } = refusal(portfolio, () =>
      portfolio.run('s', (tx) => commands.setMonthValues(tx, { initiativeId: portfolio.id, cells })),
    );
    expect(code).toBe('conflict');
    expect(message).toMatch(
      /^March 2026 is closed for “Claims triage”.*Reopen March 2026 and enter the amounts, or restate it/,
    );
  });

  it('refuses the line of another initiative', () => {
    const portfolio = desk();
    const { run, newId } = portfolio;
    const lineId = portfolio.addLine();
    const other = run('c', (tx) => commands.createInitiative(tx, { name: 'B', stage: 'idea' }, newId)).value
      .id;
    const cells = [{ lineId, month: MARCH, amount: cents(1) }];
    const { code } = refusal(portfolio, () =>
      run('s', (tx) => commands.setMonthValues(tx, { initiativeId: other, cells })),
    );
    expect(code).toBe('invalid_input');
  });
});

describe('setReadings(), closeMonths() and reopenMonths()', () => {
  it('refuse readings of a closed month until it is open again', () => {
    const portfolio = desk();
    const { run, id, close, facts } = portfolio;
    const set = (value: number | null) =>
      run('s', (tx) => commands.setReadings(tx, { initiativeId: id, readings: [{ month: MARCH, value }] }));
    set(0.5);
    close(MARCH, (MARCH + 1) as MonthIndex, MARCH);
    expect(facts().closedMonths).toEqual([MARCH, MARCH + 1]);
    expect(refusal(portfolio, () => set(null)).code).toBe('conflict');
    const months = [MARCH, MARCH + 1, MARCH + 5] as MonthIndex[];
    run('o', (tx) => commands.reopenMonths(tx, { initiativeId: id, months }));
    expect(facts()).toMatchObject({ closedMonths: [], readings: [{ month: MARCH, value: 0.5 }] });
    set(null);
    expect(facts().readings).toEqual([]);
  });

  it('closing a closed month again changes nothing', () => {
    const { run, id, close } = desk();
    close(MARCH);
    const again = run('c', (tx) => commands.closeMonths(tx, { initiativeId: id, months: [MARCH] }));
    expect(again.tables).toEqual([]);
  });
});

describe('tripwires and incidents', () => {
  it('are added, changed and removed', () => {
    const { run, id, newId, facts } = desk();
    const tripwire = run('a', (tx) =>
      commands.addTripwire(tx, { initiativeId: id, tripwire: TRIPWIRE }, newId),
    ).value;
    const incident = run('a', (tx) =>
      commands.addIncident(tx, { initiativeId: id, incident: INCIDENT }, newId),
    ).value;
    run('u', (tx) =>
      commands.updateTripwire(tx, { id: tripwire.id, tripwire: { ...TRIPWIRE, measuredValue: 5 } }),
    );
    const mitigated = { ...INCIDENT, mitigatedOn: day('2026-02-09') };
    run('u', (tx) => commands.updateIncident(tx, { id: incident.id, incident: mitigated }));
    expect(facts().tripwires).toEqual([{ ...TRIPWIRE, ...tripwire, initiativeId: id, measuredValue: 5 }]);
    expect(facts().incidents).toEqual([{ ...mitigated, ...incident, initiativeId: id }]);
    run('d', (tx) => commands.removeTripwire(tx, tripwire));
    run('d', (tx) => commands.removeIncident(tx, incident));
    expect(facts()).toMatchObject({ tripwires: [], incidents: [] });
  });
});

describe('updateSettings()', () => {
  it('changes what is given', () => {
    const { run, db } = desk();
    run('s', (tx) => commands.updateSettings(tx, { reviewer: 'A. Lead', currency: 'USD' }));
    expect(readPortfolio(db())).toMatchObject({
      name: 'Test portfolio',
      reviewer: 'A. Lead',
      currency: 'USD',
    });
  });

  it('refuses a currency of other decimals once amounts are entered', () => {
    const portfolio = desk();
    portfolio.setAmount(portfolio.addLine(), 100);
    const set = (currency: string) => () =>
      portfolio.run('s', (tx) => commands.updateSettings(tx, { currency }));
    expect(refusal(portfolio, set('JPY'))).toMatchObject({ code: 'conflict' });
    set('USD')();
    expect(readPortfolio(portfolio.db()).currency).toBe('USD');
  });
});
