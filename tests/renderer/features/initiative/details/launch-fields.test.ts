import { describe, expect, test } from 'vitest';
import {
  asksForLaunch,
  LAUNCH_FIELDS,
  nextLaunch,
} from '#renderer/features/initiative/details/launch-fields.ts';
import { launch as launchSchema } from '#shared/api/schemas/trace.ts';
import type { Launch } from '#shared/domain/launch.ts';
import { STAGES, type Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const day = (text: string) => text as IsoDate;
const FULL: Launch = {
  launchedOn: day('2026-03-02'),
  effortPoints: 7,
  workingDays: 190,
  isFundedFromReturns: true,
};
const of = (stage: Stage, launch: Launch | null, stageEnteredOn: string | null = null) => ({
  launch,
  initiative: { stage, stageEnteredOn: stageEnteredOn as IsoDate | null },
});

describe('LAUNCH_FIELDS', () => {
  test('and the tick cover every fact on record', () => {
    const named = [...LAUNCH_FIELDS.map(({ name }) => name), 'isFundedFromReturns'];
    expect(named.toSorted()).toEqual(Object.keys(FULL).toSorted());
  });
});

describe('asksForLaunch()', () => {
  test('in production, elsewhere only about one that is on record', () => {
    expect(STAGES.filter((stage) => asksForLaunch(of(stage, null)))).toEqual(['limited', 'scaled']);
    expect(STAGES.filter((stage) => asksForLaunch(of(stage, FULL)))).toEqual([...STAGES]);
  });
});

describe('nextLaunch()', () => {
  test.each<[keyof Launch, string | number | boolean | null]>([
    ['launchedOn', '2026-03-09'],
    ['effortPoints', 0.5],
    ['effortPoints', null],
    ['workingDays', 0],
    ['workingDays', null],
    ['isFundedFromReturns', false],
  ])('changes %s to %j and nothing else', (name, value) => {
    const next = nextLaunch(of('limited', FULL), name, value);
    expect(next).toEqual({ ok: true, launch: { ...FULL, [name]: value } });
    expect(next.ok && launchSchema.safeParse(next.launch).success).toBe(true);
  });

  test('takes the day of limited production while none was given', () => {
    expect(nextLaunch(of('limited', null, '2026-02-02'), 'effortPoints', 8)).toEqual({
      ok: true,
      launch: { launchedOn: '2026-02-02', effortPoints: 8, workingDays: null, isFundedFromReturns: false },
    });
  });

  test.each([
    ['the day of limited production is not known', of('limited', null), 'workingDays', 90, 'on which day'],
    ['the present stage is a later one', of('scaled', null, '2026-02-02'), 'workingDays', 90, 'on which day'],
    ['the day is cleared', of('limited', FULL), 'launchedOn', null, 'take the launch back'],
    ['points are none', of('limited', FULL), 'effortPoints', 0, 'above 0'],
  ] as const)('says what is wrong when %s', (_what, known, name, value, words) => {
    expect(nextLaunch(known, name, value)).toEqual({ ok: false, text: expect.stringContaining(words) });
  });
});
