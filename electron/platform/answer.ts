import { type HostCall, hostContract } from '#shared/api/contract.ts';
import { AppError, type Result, toApiError } from '#shared/api/errors.ts';

type Log = (message: string, error?: unknown) => void;

/**
 * Turns what `work` does into an answer: an expected failure keeps its code, anything else thrown is a bug, logged
 * here and answered as `internal` without its text.
 */
export async function answer<T>(name: string, log: Log, work: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    const known = toApiError(error);
    if (known) return { ok: false, error: known };
    log(`call ${name} failed`, error);
    return {
      ok: false,
      error: {
        code: 'internal',
        message: 'Something went wrong inside Pilotage. Nothing was changed; try again.',
      },
    };
  }
}

/** Validates the input of a host call and runs its handler. `Context` is the host's own. */
export function answerHostCall<Context>(
  handlers: Readonly<Record<HostCall, (context: Context, input: never) => unknown>>,
  context: Context,
  log: Log,
  name: HostCall,
  input: unknown,
): Promise<Result<unknown>> {
  return answer(name, log, () => {
    const parsed = hostContract[name].input.safeParse(input);
    if (!parsed.success) throw invalidInput(parsed.error.issues[0]);
    return handlers[name](context, parsed.data as never);
  });
}

/** True when the host answers `name` itself; every other call goes to the data service. */
export function isHostCall(name: string): name is HostCall {
  return Object.hasOwn(hostContract, name);
}

function invalidInput(issue: { path: PropertyKey[]; message: string } | undefined): AppError {
  const field = issue?.path.map(String).join('.') ?? '';
  const what = issue?.message ?? 'not what is expected';
  return new AppError('invalid_input', field === '' ? `Not accepted: ${what}.` : `${field}: ${what}.`, {
    field,
  });
}
