import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Entry } from './acknowledged.ts';

const CHILD = join(import.meta.dirname, 'crash-child-fixture.ts');

/** What the child does when it is killed; `look` opens, closes and ends by itself. */
export type Task = 'work' | 'import' | 'open' | 'create' | 'look';

export interface Kill {
  readonly path: string;
  readonly task: Task;
  /** Seed of what the child does, and first part of the ids it makes. */
  readonly name: string;
  /** The kill comes when the child has said so many lines … */
  readonly afterLines: number;
  /** … and so many milliseconds have passed. */
  readonly thenMs: number;
  /** Folder for compiled sources, so that a child is at work in a third of the time. */
  readonly cache: string;
}

export interface Killed {
  readonly acknowledged: readonly Entry[];
  /** What the child said when it ended by itself: it could not go on with what an earlier kill had left. */
  readonly failure: string | undefined;
}

/** Starts a child and kills it with SIGKILL at the moment given. */
export async function killAtWork(kill: Kill): Promise<Killed> {
  const { output, signal } = await run(kill, true);
  return { acknowledged: entriesOf(output), failure: signal === 'SIGKILL' ? undefined : output };
}

/** Lets a child open and close the file and end by itself. */
export async function letLook(path: string, cache: string): Promise<void> {
  const look = { path, task: 'look', name: 'look', afterLines: 0, thenMs: 0, cache } as const;
  const { output, signal } = await run(look, false);
  if (signal !== null || entriesOf(output).length === 0)
    throw new Error(`the child could not open the file: ${output}`);
}

function run(
  { path, task, name, afterLines, thenMs, cache }: Kill,
  isToBeKilled: boolean,
): Promise<{ readonly output: string; readonly signal: NodeJS.Signals | null }> {
  const child = spawn(process.execPath, [CHILD, path, task, name], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });
  let [output, isDue] = ['', false];
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString('utf8');
    if (!isToBeKilled || isDue || output.split('\n').length <= afterLines) return;
    isDue = true;
    if (thenMs === 0) child.kill('SIGKILL');
    else setTimeout(() => child.kill('SIGKILL'), thenMs);
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString('utf8');
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_code, signal) =>
      resolve({ output: said === '' ? output : `${output}${said}`, signal }),
    );
  });
}

function entriesOf(output: string): Entry[] {
  return [...output.matchAll(/^did (\d+) ([0-9a-f]{64})$/gm)].map(([, seq, hash]) => ({
    seq: Number(seq),
    hash: hash ?? '',
  }));
}
