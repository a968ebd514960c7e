import { notifications, notificationsStore } from '@mantine/notifications';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { connectBridge } from '#renderer/app/bridge.ts';
import { announceDone, performRedo, performUndo } from '#renderer/app/undo.ts';
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
afterEach(() => notifications.clean());

describe('announceDone()', () => {
  it('waits its turn with a screen reader and replaces what was announced before', () => {
    announceDone('Closed March 2026 for Claims triage');
    announceDone('Closed April 2026 for Claims triage');
    const shown = notificationsStore.getState().notifications;
    expect(shown).toHaveLength(1);
    expect(shown[0]).toMatchObject({
      role: 'status',
      message: { props: { message: 'Closed April 2026 for Claims triage', actionLabel: 'Undo' } },
    });
  });
});

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
