import { describe, expect, it } from 'vitest';
import { CODE_LIFETIME_MS, createSessions } from '#electron/loopback/sessions.ts';

function setUp() {
  const state = { time: 0, isOccupied: false, replaced: 0 };
  const sessions = createSessions({
    clock: () => state.time,
    isOccupied: () => state.isOccupied,
    onReplaced: () => {
      state.replaced += 1;
    },
  });
  const signIn = () => {
    const outcome = sessions.exchange(sessions.newCode(), true);
    if (outcome.kind !== 'accepted') throw new Error(outcome.kind);
    return outcome.bearer;
  };
  return { state, sessions, signIn };
}

describe('createSessions()', () => {
  it('exchanges a code once for a bearer of 256 bits', () => {
    const { sessions } = setUp();
    const code = sessions.newCode();
    const first = sessions.exchange(code, false);
    expect(first).toEqual({ kind: 'accepted', bearer: expect.stringMatching(/^[A-Za-z0-9_-]{43}$/) });
    expect(sessions.exchange(code, false)).toEqual({ kind: 'refused' });
    expect(sessions.exchange(code, true)).toEqual({ kind: 'refused' });
  });

  it('takes a code until it is ten minutes old and not later', () => {
    const { sessions, state } = setUp();
    const late = sessions.newCode();
    state.time = CODE_LIFETIME_MS + 1;
    expect(sessions.exchange(late, false).kind).toBe('refused');
    const timely = sessions.newCode();
    state.time += CODE_LIFETIME_MS;
    expect(sessions.exchange(timely, false).kind).toBe('accepted');
  });

  it('forgets an unused code when a fresh one is made', () => {
    const { sessions } = setUp();
    const old = sessions.newCode();
    sessions.newCode();
    expect(sessions.exchange(old, false).kind).toBe('refused');
  });

  it.each(['', 'x', 'x'.repeat(43), '\u0000'.repeat(43)])('refuses the code %j', (code) => {
    const { sessions } = setUp();
    sessions.newCode();
    expect(sessions.exchange(code, true)).toEqual({ kind: 'refused' });
  });

  it('asks before it takes over from a tab that listens, and keeps the code for the answer', () => {
    const { sessions, state, signIn } = setUp();
    const first = signIn();
    state.isOccupied = true;
    const code = sessions.newCode();
    expect(sessions.exchange(code, false)).toEqual({ kind: 'occupied' });
    expect(sessions.isBearer(first)).toBe(true);
    expect(sessions.exchange(code, true).kind).toBe('accepted');
    expect(sessions.isBearer(first)).toBe(false);
    expect(state.replaced).toBe(1);
  });

  it('needs no question when no tab listens any more', () => {
    const { sessions, signIn } = setUp();
    const first = signIn();
    expect(sessions.exchange(sessions.newCode(), false).kind).toBe('accepted');
    expect(sessions.isBearer(first)).toBe(false);
  });

  it('knows its bearer and its control secret apart', () => {
    const { sessions, signIn } = setUp();
    const bearer = signIn();
    expect([sessions.isBearer(bearer), sessions.isControl(bearer)]).toEqual([true, false]);
    const control = sessions.controlSecret;
    expect([sessions.isBearer(control), sessions.isControl(control)]).toEqual([false, true]);
  });

  it('knows no bearer before the first exchange', () => {
    expect(setUp().sessions.isBearer('')).toBe(false);
  });
});
