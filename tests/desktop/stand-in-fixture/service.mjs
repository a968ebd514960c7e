/** The fixture's utility process. */
import { setTimeout } from 'node:timers/promises';

process.stdout.write(`started with ${process.argv[2]}\n`);
// Late on purpose: what was sent before must wait.
await setTimeout(50);
process.parentPort.on('message', ({ data }) => {
  const { kind, value } = data;
  process.parentPort.postMessage({ kind, value, type: process.type, bytes: new Uint8Array([1, 2, 3]) });
});
