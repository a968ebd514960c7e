import { describe, expect, it } from 'vitest';
import { contentDigest } from '#db/digest.ts';
import { readAuditHead } from '#db/read/history.ts';
import { runVerify } from '#electron/compute/file-jobs/verify.ts';
import { newTestPortfolio } from '#tests/support/portfolio.ts';

describe('runVerify()', () => {
  it('checks an image and says what it was compared with', () => {
    const portfolio = newTestPortfolio({ isFast: true });
    const head = readAuditHead(portfolio.db());
    expect(runVerify({ kind: 'verify', image: portfolio.db().serialize(), held: [head] })).toEqual({
      isGood: true,
      entries: 1,
      head,
      digest: contentDigest(portfolio.db()),
      faults: [],
      heldHeads: 1,
    });
  });

  it.each([
    ['no database at all', () => Buffer.alloc(8192, 7)],
    [
      'cut in half',
      () => {
        const image = newTestPortfolio({ isFast: true }).db().serialize();
        return image.subarray(0, 4096 * 7 + 100);
      },
    ],
  ])('answers faults for an image that is %s', (_what, image) => {
    const found = runVerify({ kind: 'verify', image: image(), held: [] });
    expect(found).toMatchObject({ isGood: false, head: { seq: 0 }, digest: '' });
    expect(found.faults[0]?.text).toContain('The file cannot be checked');
  });
});
