import { describe, expect, it } from 'vitest';
import { optionToWait, type WaitInput } from '#shared/finance/option-to-wait.ts';
import { date } from '../decision/example-facts.ts';
import { undefinedFor } from './computed.ts';

/*
 * Dixit & Pindyck 1994, p. 26-35: outlay 1600, price 200 now, next year 300 or 100 for ever at even odds, r = 10 %.
 *   now:  -1600 + 200 + 200/.1        = 600
 *   up:   -1600 + 300 + 300/.1        = 1700      down: -1600 + 100 + 100/.1 = -500, not entered
 *   wait: .5 x 1700/1.1               = 772.73, printed 773; option value 172.73, printed 173
 */
const DIXIT: WaitInput = {
  valueNow: -1600 + 200 + 200 / 0.1,
  outcomes: [
    { probability: 0.5, value: -1600 + 300 + 300 / 0.1 },
    { probability: 0.5, value: -1600 + 100 + 100 / 0.1 },
  ],
  rateOverWait: 0.1,
  costOfDelay: 0,
  informationOn: date('2027-01-01'),
};

describe('optionToWait()', () => {
  it('gives the published value of waiting, 773, and of the option, 173', () => {
    const result = optionToWait(DIXIT);
    expect(result).toEqual({
      status: 'known',
      valueOfWaiting: expect.closeTo(772.7272727272727, 9),
      optionValue: expect.closeTo(172.7272727272727, 9),
      isJustified: true,
      informationOn: '2027-01-01',
    });
    expect(DIXIT.valueNow).toBe(600);
  });

  it('is not justified once the delay costs more than the option is worth', () => {
    expect(optionToWait({ ...DIXIT, costOfDelay: 172 })).toMatchObject({ isJustified: true });
    expect(optionToWait({ ...DIXIT, costOfDelay: 173 })).toMatchObject({ isJustified: false });
  });

  it('is not justified by a wait that is only less bad than going ahead', () => {
    const hopeless = {
      ...DIXIT,
      valueNow: -900,
      outcomes: [{ probability: 1, value: -500 }],
      costOfDelay: 10,
    };
    expect(optionToWait(hopeless)).toMatchObject({ optionValue: 890, isJustified: false });
  });

  it('names what is missing: the cost of delay, the date of the information', () => {
    expect(optionToWait({ ...DIXIT, costOfDelay: null })).toEqual(
      undefinedFor({ code: 'missing', names: ['cost of delay'] }),
    );
    expect(optionToWait({ ...DIXIT, costOfDelay: null, informationOn: null })).toEqual(
      undefinedFor({ code: 'missing', names: ['cost of delay', 'date of the information'] }),
    );
  });

  it.each([
    [{ outcomes: [{ probability: 0.4, value: 1 }] }, 'sum of the probabilities', 0.4],
    [{ outcomes: [] }, 'sum of the probabilities', 0],
    [{ rateOverWait: -1 }, 'discount rate', -1],
  ])('refuses %o', (over, name, value) => {
    expect(optionToWait({ ...DIXIT, ...over })).toEqual(undefinedFor({ code: 'out_of_range', name, value }));
  });

  it('refuses a negative probability although the sum is 1', () => {
    const outcomes = [
      { probability: 1.5, value: 1 },
      { probability: -0.5, value: 1 },
    ];
    expect(optionToWait({ ...DIXIT, outcomes }).status).toBe('undefined');
  });
});
