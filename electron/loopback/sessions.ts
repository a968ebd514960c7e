import { createHash, timingSafeEqual } from 'node:crypto';
import { newSecret } from '../platform/ids.ts';

/** How long a printed address may wait for its first use. */
export const CODE_LIFETIME_MS = 10 * 60 * 1000;

export type Exchange =
  | { readonly kind: 'accepted'; readonly bearer: string }
  /** Another tab is connected; the code is still good and may be sent again with `isTakingOver`. */
  | { readonly kind: 'occupied' }
  | { readonly kind: 'refused' };

/** Who may talk to browser mode: at most one unused code and at most one session at a time. */
export interface Sessions {
  /** A new code; the one before it, if unused, is worthless from now on. */
  readonly newCode: () => string;
  readonly exchange: (code: string, isTakingOver: boolean) => Exchange;
  readonly isBearer: (token: string) => boolean;
  readonly isControl: (token: string) => boolean;
  readonly controlSecret: string;
}

export interface SessionsOptions {
  /** Milliseconds from any fixed start; never goes backwards. */
  readonly clock: () => number;
  /** True while a tab of the present session listens. */
  readonly isOccupied: () => boolean;
  /** The present session has ended because another took over. */
  readonly onReplaced: () => void;
}

/** Keeps the secrets of one run. They live in memory and die with the process. */
export function createSessions({ clock, isOccupied, onReplaced }: SessionsOptions): Sessions {
  let code: { readonly digest: Buffer; readonly madeAt: number } | undefined;
  let bearer: Buffer | undefined;
  const controlSecret = newSecret();
  const control = digest(controlSecret);
  return {
    controlSecret,
    newCode() {
      const fresh = newSecret();
      code = { digest: digest(fresh), madeAt: clock() };
      return fresh;
    },
    exchange(given, isTakingOver) {
      if (!code || clock() - code.madeAt > CODE_LIFETIME_MS || !timingSafeEqual(digest(given), code.digest)) {
        return { kind: 'refused' };
      }
      if (bearer && isOccupied() && !isTakingOver) return { kind: 'occupied' };
      if (bearer) onReplaced();
      code = undefined;
      const fresh = newSecret();
      bearer = digest(fresh);
      return { kind: 'accepted', bearer: fresh };
    },
    isBearer: (token) => bearer !== undefined && timingSafeEqual(digest(token), bearer),
    isControl: (token) => timingSafeEqual(digest(token), control),
  };
}

/** Comparing digests of one length takes the same time whatever was given. */
function digest(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}
