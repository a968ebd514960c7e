import { describe, expect, it } from 'vitest';
import { isWriting, onDay } from '#renderer/app/looking.ts';
import { type CallName, contract, dataContract, hostContract } from '#shared/api/contract.ts';
import type { IsoDate } from '#shared/domain/units.ts';

const DAY = '2026-06-30' as IsoDate;
const calls = Object.keys(contract) as CallName[];

describe('onDay()', () => {
  it('gives the day to every call whose input takes one, and to no other', () => {
    const given = calls.filter((name) => 'asOf' in onDay(name, {} as never, DAY));
    const taking = calls.filter(
      (name) => 'asOf' in ((contract[name].input as { shape?: object }).shape ?? {}),
    );
    expect(given.sort()).toEqual(taking.sort());
    expect(given).toContain('getInitiative');
  });

  it('keeps what else is asked, a day that is named, and today without a day', () => {
    expect(onDay('getInitiative', { id: 'a' }, DAY)).toEqual({ id: 'a', asOf: DAY });
    expect(onDay('getReport', { asOf: '2026-01-31' as IsoDate }, DAY)).toEqual({ asOf: '2026-01-31' });
    expect(onDay('getReport', {}, null)).toEqual({});
  });
});

describe('isWriting()', () => {
  it('is true for every call that changes the portfolio or begins to', () => {
    const writing = Object.keys(dataContract).filter((name) =>
      /^(create|update|delete|record|add|remove|set|restate|close|reopen|lock|save|undo|redo|openImport|reviseImport|commitImport)/.test(
        name,
      ),
    );
    expect(writing.length).toBeGreaterThan(50);
    expect(writing.filter((name) => !isWriting(name as CallName))).toEqual([]);
    expect(isWriting('stageFile')).toBe(true);
  });

  it('is false for looking, for the file as a whole and for windows and other files', () => {
    const harmless = [
      'getStatus',
      'getReport',
      'exportRegister',
      'verifyFile',
      'makeBackup',
      'saveFile',
    ] as const;
    expect(harmless.filter(isWriting)).toEqual([]);
    const opening = Object.keys(hostContract).filter((name) => /^(open|new|list|print)/.test(name));
    expect(opening.filter((name) => isWriting(name as CallName))).toEqual([]);
  });
});
