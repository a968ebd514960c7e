import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connectBridge } from '#renderer/app/bridge.ts';
import { performRedo, performUndo } from '#renderer/app/undo.ts';
import { useShell } from '#renderer/stores/shell.ts';

const undo = vi.fn();
const redo = vi.fn();
vi.stubGlobal('window', { pilotage: { client: { undo, redo } }, addEventListener: () => {} });
await connectBridge();

const refused = {
  ok: false,
  error: { code: 'conflict', message: 'A closed review stands on March 2026. Nothing was changed.' },
} as const;

beforeEach(() => useShell.setState({ problem: null }));

describe('performUndo()', () => {
  it('shows the reason of a refusal as an error, named for what was not done', async () => {
    undo.mockResolvedValueOnce(refused);
    await performUndo();
    expect(useShell.getState().problem).toEqual({ error: refused.error, title: 'Not undone' });
  });

  it('shows nothing when there was nothing to undo', async () => {
    undo.mockResolvedValueOnce({ ok: true, value: { undone: null } });
    await performUndo();
    expect(useShell.getState().problem).toBeNull();
  });
});

describe('performRedo()', () => {
  it('shows the reason of a refusal', async () => {
    redo.mockResolvedValueOnce(refused);
    await performRedo();
    expect(useShell.getState().problem).toEqual({ error: refused.error, title: 'Not redone' });
  });
});
