import { describe, expect, it } from 'vitest';
import { veilAnswer } from '#renderer/app/veil-answer.ts';

describe('veilAnswer()', () => {
  it('hides amounts in every sentence of an answer that is only read', () => {
    const bytes = new Uint8Array([1]);
    expect(
      veilAnswer('getReport', { headline: ['net 412 k EUR'], rows: [{ net3: '9 EUR', n: 9 }], bytes }),
    ).toEqual({
      headline: ['net •••\u00a0EUR'],
      rows: [{ net3: '•••\u00a0EUR', n: 9 }],
      bytes,
    });
  });

  it('leaves what people wrote and may edit as they wrote it', () => {
    const answer = { sentence: 'E 5 EUR', initiative: { purpose: 'saves 5 EUR' } };
    expect(veilAnswer('getInitiative', answer)).toEqual({
      sentence: 'E •••\u00a0EUR',
      initiative: { purpose: 'saves 5 EUR' },
    });
    const rows = [{ name: 'Save 5 EUR', reason: 'E 5 EUR' }];
    expect(veilAnswer('listRegister', { currency: 'EUR', rows })).toEqual({
      currency: 'EUR',
      rows: [{ name: 'Save 5 EUR', reason: 'E •••\u00a0EUR' }],
    });
  });

  it('does not touch an answer without sentences', () => {
    const answer = { assets: [] };
    expect(veilAnswer('listAssets', answer)).toBe(answer);
  });
});
