import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectBridge } from '#renderer/app/bridge.ts';
import {
  forgetVerification,
  startVerify,
  useVerifyMemory,
} from '#renderer/features/settings/verify-memory.ts';
import { report } from './example-report.ts';

const verifyFile = vi.fn();
vi.stubGlobal('window', { pilotage: { client: { verifyFile } }, addEventListener: () => {} });
await connectBridge();

const latest = () => useVerifyMemory.getState().latest;

beforeEach(() => {
  verifyFile.mockReset();
  useVerifyMemory.setState({ latest: null });
});

describe('startVerify()', () => {
  it('is running until the host answers, whatever screen is shown, then holds the report', async () => {
    verifyFile.mockResolvedValue({ ok: true, value: report() });
    const held = [{ seq: 12, hash: '9f86d081884c7d65' }];
    const done = startVerify(held);
    expect(latest()).toEqual({ isRunning: true, report: null, error: null });
    await done;
    expect(verifyFile).toHaveBeenCalledWith({ held });
    expect(latest()).toEqual({ isRunning: false, report: report(), error: null });
  });

  it('holds why the check could not be made', async () => {
    const error = { code: 'cancelled', message: 'Another portfolio was opened.' } as const;
    verifyFile.mockResolvedValue({ ok: false, error });
    await startVerify([]);
    expect(latest()).toEqual({ isRunning: false, report: null, error });
  });

  it('drops the answer of a check that another one overtook', async () => {
    let answer: (value: unknown) => void = () => {};
    verifyFile.mockReturnValueOnce(
      new Promise((resolve) => {
        answer = resolve;
      }),
    );
    const first = startVerify([]);
    verifyFile.mockResolvedValueOnce({ ok: true, value: report({ entries: 7 }) });
    await startVerify([]);
    answer({ ok: true, value: report() });
    await first;
    expect(latest()).toMatchObject({ report: { entries: 7 } });
  });
});

describe('forgetVerification()', () => {
  it('drops what was found, and what a check under way will find', async () => {
    verifyFile.mockResolvedValue({ ok: true, value: report() });
    const running = startVerify([]);
    forgetVerification();
    await running;
    expect(latest()).toBeNull();
  });
});
