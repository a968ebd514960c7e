/**
 * Works on a portfolio until it is killed, and says on a pipe what has returned. Usage: node crash-child-fixture.ts
 * PATH TASK NAME. Lines: `ready` before the file is touched, `did SEQ HASH` for each command that returned (creating
 * and opening count, with the head they answer), `begin` before something long.
 */
import { writeSync } from 'node:fs';
import type { AuditHead } from '#db/read/history.ts';
import { loadSqlite } from '#db/sqlite.ts';
import { openStream } from '#shared/uncertainty/streams.ts';
import { deskAt, randomStep, scriptStep } from './desk.ts';

const [, , path = '', task, name = ''] = process.argv;
const desk = deskAt(path, name);
const stream = openStream(name, 'faults', 'steps');
const chance = () => stream.nextUniform();

/** Straight into the pipe: what was said before the kill is there after it. */
function say(line: string): void {
  writeSync(1, `${line}\n`);
}

function acknowledge(head: AuditHead | null): void {
  if (head) say(`did ${head.seq} ${head.hash}`);
}

/** Any commands; half of the children spill pages early. */
function work(): never {
  if (chance() < 0.5) desk.shrinkMemory();
  for (let at = 0; at < 6; at += 1) acknowledge(desk.act(scriptStep(at)));
  for (;;) acknowledge(desk.act(randomStep(chance)));
}

/** Imports, taken back and brought again: transactions that are long enough to be hit in the middle. */
function bringIn(): never {
  desk.shrinkMemory();
  for (;;) {
    say('begin');
    acknowledge(desk.importRows(200));
    for (const action of ['undo', 'redo'] as const) {
      say('begin');
      acknowledge(desk.act({ action, pick: 0, n: 0, text: '' }));
    }
  }
}

function openAgainAndAgain(): never {
  for (;;) {
    say('begin');
    acknowledge(desk.open());
    desk.close();
  }
}

loadSqlite();
say('ready');
if (task === 'create') desk.create();
if (task === 'open') openAgainAndAgain();
acknowledge(desk.open());
if (task === 'import') bringIn();
if (task !== 'look') work();
desk.close();
