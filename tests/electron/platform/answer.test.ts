import { describe, expect, it, vi } from 'vitest';
import { answer, answerHostCall, isHostCall } from '#electron/platform/answer.ts';
import { dataContract, type HostCall, hostContract } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';

const handlers = Object.fromEntries(
  Object.keys(hostContract).map((name) => [
    name,
    (context: string, input: unknown) => ({ name, context, input }),
  ]),
) as unknown as Record<HostCall, (context: string, input: never) => unknown>;

describe('answer()', () => {
  it('keeps the code and the details of an expected failure', async () => {
    const log = vi.fn();
    const fail = () => {
      throw new AppError('disk_full', 'The disk is full.', { file: 'a.csv' });
    };
    expect(await answer('saveFile', log, fail)).toEqual({
      ok: false,
      error: { code: 'disk_full', message: 'The disk is full.', details: { file: 'a.csv' } },
    });
    expect(log).not.toHaveBeenCalled();
  });

  it('logs a bug and keeps its text from the page', async () => {
    const log = vi.fn();
    const bug = new TypeError('/home/ada/secret');
    const result = await answer('saveFile', log, () => Promise.reject(bug));
    expect(result).toMatchObject({ ok: false, error: { code: 'internal' } });
    expect(JSON.stringify(result)).not.toContain('secret');
    expect(log).toHaveBeenCalledWith('call saveFile failed', bug);
  });
});

describe('answerHostCall()', () => {
  it('hands on what the schema lets through', async () => {
    const input = { paper: 'A4' };
    expect(await answerHostCall(handlers, 'context', vi.fn(), 'printReport', input)).toEqual({
      ok: true,
      value: { name: 'printReport', context: 'context', input },
    });
  });

  it.each<[HostCall, unknown]>([
    ['listPortfolios', null],
    ['listPortfolios', { path: '/etc' }],
    ['newPortfolio', {}],
    ['newPortfolio', { name: ' ', currency: 'EUR' }],
    ['newPortfolio', { name: 'a\u0000b', currency: 'EUR' }],
    ['newPortfolio', { name: 'a', currency: 'EUR', path: '/etc/passwd' }],
    ['openPortfolio', { handle: 7 }],
    ['openPortfolio', { handle: 'x'.repeat(65) }],
    ['stageFile', { name: 'a.csv', bytes: 'text' }],
    ['stageFile', { name: 'a.csv', bytes: [1, 2] }],
    ['saveFile', { name: 'x'.repeat(201), bytes: new Uint8Array() }],
    ['printReport', { paper: 'A0' }],
    ['printReport', 'A4'],
  ])('refuses %s with the input %j', async (name, input) => {
    const log = vi.fn();
    expect(await answerHostCall(handlers, 'context', log, name, input)).toMatchObject({
      ok: false,
      error: { code: 'invalid_input' },
    });
    expect(log).not.toHaveBeenCalled();
  });
});

describe('isHostCall()', () => {
  it('tells host calls from data calls and from everything else', () => {
    expect(Object.keys(hostContract).every(isHostCall)).toBe(true);
    expect([...Object.keys(dataContract), 'constructor', ''].some(isHostCall)).toBe(false);
  });
});
