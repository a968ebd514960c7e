import { describe, expect, it } from 'vitest';
import * as commands from '#db/commands/index.ts';
import { contentDigest } from '#db/digest.ts';
import { readTrace } from '#db/read/trace-facts.ts';
import { undoLast } from '#db/undo.ts';
import type { Tx } from '#db/write.ts';
import type { Launch } from '#shared/domain/launch.ts';
import type { Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { type Desk, desk, refusal } from '#tests/support/desk.ts';

const day = (text: string) => text as IsoDate;
const FULL: Launch = {
  launchedOn: day('2026-03-02'),
  effortPoints: 7.5,
  workingDays: 190,
  isFundedFromReturns: true,
};
const BLANK: Launch = {
  launchedOn: day('2026-03-02'),
  effortPoints: null,
  workingDays: null,
  isFundedFromReturns: false,
};

const move = ({ run, id }: Desk, stage: Stage) =>
  run('updateInitiative', (tx) => commands.updateInitiative(tx, { id, patch: { stage } }));
const set = ({ run, id }: Desk, launch: Launch | null) =>
  run('setLaunch', (tx) => commands.setLaunch(tx, { initiativeId: id, launch }));
const read = ({ db, id }: Desk) => readTrace(db(), id).launch;

/** A desk whose initiative is in limited production. */
function launched(): Desk {
  const portfolio = desk();
  move(portfolio, 'limited');
  return portfolio;
}

describe('setLaunch()', () => {
  it.each([
    ['all of it', FULL],
    ['the day alone', BLANK],
    ['no day of work at all', { ...FULL, workingDays: 0 }],
  ])('keeps %s', (_what, launch) => {
    const portfolio = launched();
    expect(read(portfolio)).toBeNull();
    expect(set(portfolio, launch).tables).toEqual(['launch', 'history']);
    expect(read(portfolio)).toEqual(launch);
    expect(set(portfolio, launch).tables).toEqual([]);
  });

  it('changes a launch, takes it back, and undo gives it back', () => {
    const portfolio = launched();
    const before = contentDigest(portfolio.db());
    expect(set(portfolio, null).tables).toEqual([]);
    set(portfolio, FULL);
    set(portfolio, { ...FULL, effortPoints: 5 });
    set(portfolio, null);
    expect([read(portfolio), contentDigest(portfolio.db())]).toEqual([null, before]);
    undoLast(portfolio.db(), portfolio.meta());
    expect(read(portfolio)).toEqual({ ...FULL, effortPoints: 5 });
  });

  it.each<[Stage, string]>([
    ['idea', 'Idea'],
    ['pilot', 'Pilot'],
  ])('refuses one in the stage %s, but takes back what is on record', (stage, words) => {
    const portfolio = launched();
    set(portfolio, FULL);
    move(portfolio, stage);
    const refused = refusal(portfolio, () => set(portfolio, { ...FULL, workingDays: 1 }));
    expect(refused).toMatchObject({ code: 'conflict', message: expect.stringContaining(`stage ${words};`) });
    set(portfolio, null);
    expect(read(portfolio)).toBeNull();
  });

  it.each<Stage>(['scaled', 'retired'])('keeps one in the stage %s', (stage) => {
    const portfolio = desk();
    move(portfolio, stage);
    set(portfolio, FULL);
    expect(read(portfolio)).toEqual(FULL);
  });

  // Every entry of a test portfolio is of the morning of 2026-10-01 in UTC; further east it is the same day.
  it('takes the day of the entry and refuses the one after it', () => {
    const portfolio = launched();
    set(portfolio, { ...FULL, launchedOn: day('2026-10-01') });
    const refused = refusal(portfolio, () => set(portfolio, { ...FULL, launchedOn: day('2026-10-02') }));
    expect(refused).toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining('2026-10-02 is still to come'),
      details: { field: 'launchedOn' },
    });
    expect(read(portfolio)?.launchedOn).toBe('2026-10-01');
  });

  it.each([
    ['2026-10-01T09:59:59.999Z', '2026-10-01', '2026-10-02'],
    ['2026-10-01T10:00:00.000Z', '2026-10-02', '2026-10-03'],
  ])('counts the day where it begins first: at %s it is %s', (at, last, next) => {
    const portfolio = launched();
    const on = (launchedOn: string) =>
      portfolio.run('setLaunch', (tx: Tx) =>
        commands.setLaunch(
          { ...tx, at },
          { initiativeId: portfolio.id, launch: { ...FULL, launchedOn: day(launchedOn) } },
        ),
      );
    expect(refusal(portfolio, () => on(next)).code).toBe('invalid_input');
    on(last);
    expect(read(portfolio)?.launchedOn).toBe(last);
  });

  it('lets other figures change while the clock stands before the day on record', () => {
    const portfolio = launched();
    set(portfolio, { ...FULL, launchedOn: day('2026-10-01') });
    const changed = { ...FULL, launchedOn: day('2026-10-01'), effortPoints: 3 };
    portfolio.run('setLaunch', (tx: Tx) =>
      commands.setLaunch(
        { ...tx, at: '2026-09-01T00:00:00.000Z' },
        { initiativeId: portfolio.id, launch: changed },
      ),
    );
    expect(read(portfolio)).toEqual(changed);
  });

  it('goes by the last day of a sample when that is later', () => {
    const portfolio = launched();
    const asOf = day('2027-01-31');
    portfolio.run('sample', (tx: Tx) => tx.update('portfolio', { id: 1 }, { sample_as_of: asOf }));
    set(portfolio, { ...FULL, launchedOn: asOf });
    expect(read(portfolio)?.launchedOn).toBe(asOf);
    const refused = refusal(portfolio, () => set(portfolio, { ...FULL, launchedOn: day('2027-02-01') }));
    expect(refused.code).toBe('invalid_input');
  });

  it('says that the initiative is gone', () => {
    const portfolio = desk();
    expect(refusal(portfolio, () => set({ ...portfolio, id: 'gone' }, FULL)).code).toBe('not_found');
  });
});
