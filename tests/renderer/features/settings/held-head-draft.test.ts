import { describe, expect, it } from 'vitest';
import { readHeldHead } from '#renderer/features/settings/held-head-draft.ts';

const HASH = '9f86d081884c7d65';

describe('readHeldHead()', () => {
  it('is nothing while nothing is typed', () => {
    expect(readHeldHead({ seq: ' ', hash: '' })).toEqual({ kind: 'none' });
  });

  it.each([
    ['as printed', '1,204', HASH],
    ['in groups and capitals', ' 1 204 ', '9F86 D081 884C 7D65'],
    ['with separators of another country', "1'204", HASH],
  ])('reads a head %s', (_, seq, hash) => {
    expect(readHeldHead({ seq, hash })).toEqual({ kind: 'head', head: { seq: 1204, hash: HASH } });
  });

  it('takes the whole fingerprint as well as its start', () => {
    const whole = HASH.repeat(4);
    expect(readHeldHead({ seq: '1', hash: whole })).toEqual({ kind: 'head', head: { seq: 1, hash: whole } });
  });

  it.each([
    ['no number', '', HASH, ['seq']],
    ['entry 0', '0', HASH, ['seq']],
    ['a negative number', '-4', HASH, ['seq']],
    ['no fingerprint', '12', '', ['hash']],
    ['a fingerprint too short', '12', HASH.slice(1), ['hash']],
    ['a fingerprint too long', '12', `${HASH.repeat(4)}0`, ['hash']],
    ['a letter that is no digit', '12', `${HASH.slice(1)}g`, ['hash']],
    ['both wrong', 'x', 'y', ['seq', 'hash']],
  ])('says what is wrong with %s', (_, seq, hash, wrong) => {
    const read = readHeldHead({ seq, hash });
    const problems = read.kind === 'problem' ? read.problems : {};
    expect(Object.entries(problems).flatMap(([field, text]) => (text ? [field] : []))).toEqual(wrong);
  });
});
