/**
 * The script of which every write is recorded: makes a portfolio, works in it, backs it up, imports, takes back and
 * brings again, closes and opens it, and upgrades a file of version 1 beside it. Usage: node power-child-fixture.ts
 * FOLDER, with the shim before the system. Each acknowledgement goes into the trace as `PATH SEQ HASH`, after the call
 * has returned, with the path below the folder.
 */
import { writeSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { AuditHead } from '#db/read/history.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { entriesAsTheyLie } from './acknowledged.ts';
import { type Desk, deskAt, scriptStep } from './desk.ts';
import { NEW_NAME, OLD_COPY_NAME, OLD_NAME } from './power-names.ts';
import { CONTROL_DESCRIPTOR } from './shim.ts';

const COMMANDS = 60;
const IMPORTED = 200;

const [, , folder = ''] = process.argv;

function acknowledge(path: string, head: AuditHead | null): void {
  if (head) writeSync(CONTROL_DESCRIPTOR, `${path} ${head.seq} ${head.hash}`);
}

function work(desk: Desk, name: string, from: number, to: number): void {
  for (let at = from; at < to; at += 1) acknowledge(name, desk.act(scriptStep(at)));
}

function takeBackAndBringAgain(desk: Desk): void {
  for (const action of ['undo', 'redo'] as const)
    acknowledge(NEW_NAME, desk.act({ action, pick: 0, n: 0, text: '' }));
}

function backUp(desk: Desk, day: string): void {
  const { path, head } = desk.backUp(join(folder, 'backups'), day as IsoDate);
  acknowledge(relative(folder, path), head);
}

const desk = deskAt(join(folder, NEW_NAME), 'new');
desk.create();
acknowledge(NEW_NAME, desk.open());
work(desk, NEW_NAME, 0, COMMANDS / 2);
backUp(desk, '2026-10-01');
work(desk, NEW_NAME, COMMANDS / 2, COMMANDS);
acknowledge(NEW_NAME, desk.importRows(IMPORTED));
takeBackAndBringAgain(desk);
desk.close();

acknowledge(NEW_NAME, desk.open());
desk.shrinkMemory();
acknowledge(NEW_NAME, desk.importRows(IMPORTED / 4));
takeBackAndBringAgain(desk);
work(desk, NEW_NAME, COMMANDS, COMMANDS + 5);
backUp(desk, '2026-10-02');
desk.close();

const before = entriesAsTheyLie(join(folder, OLD_NAME)).at(-1) ?? null;
const old = deskAt(join(folder, OLD_NAME), 'old');
acknowledge(OLD_NAME, old.open());
acknowledge(OLD_COPY_NAME, before);
work(old, OLD_NAME, 0, 5);
old.close();
