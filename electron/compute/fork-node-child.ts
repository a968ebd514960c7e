import { fork } from 'node:child_process';
import { INTAKE_CHILD_FLAGS, type IntakeChild } from './intake-job.ts';

/**
 * Starts the reading process under plain Node (browser mode and tests). It may read files but not write any, start
 * processes or load native code: Node's permission model refuses.
 * @param entry path of the built `intake-child.js`, or of its source under Node 24
 * @param work `inspect` may load native code besides: SQLite
 */
export function forkNodeChild(entry: string, work: 'intake' | 'inspect' = 'intake'): IntakeChild {
  const child = fork(entry, [], {
    execArgv: [
      ...INTAKE_CHILD_FLAGS,
      '--permission',
      '--allow-fs-read=*',
      ...(work === 'inspect' ? ['--allow-addons'] : []),
    ],
    env: { ...process.env, NODE_OPTIONS: '' },
    // Structured clone: a large table need not become one JSON text in both processes.
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return {
    send: (job) => {
      // A process that dies before it has read the job is reported by its exit, not by the failed write.
      child.send(job, () => undefined);
    },
    onMessage: (listener) => {
      child.on('message', listener);
    },
    onExit: (listener) => {
      child.once('error', (error) => listener(error.message));
      child.once('exit', (code, signal) => listener(signal ? `signal ${signal}` : `exit code ${code}`));
    },
    kill: () => {
      child.kill('SIGKILL');
    },
  };
}
