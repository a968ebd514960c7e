import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditHead } from '#db/read/history.ts';
import { AppError } from '#shared/api/errors.ts';
import { assertNever } from '#shared/domain/assert-never.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { type Entry, entriesAsTheyLie, surviving } from './acknowledged.ts';
import { checkOnce } from './check-once.ts';
import { type Desk, deskAt, scriptStep } from './desk.ts';
import { whyUntold } from './told.ts';

/** Commands before the file is closed and opened again, and after it. */
const COMMANDS = 25;
const MORE_COMMANDS = 15;
/** Commands after a backup and after an upgrade. */
const COMMANDS_AFTERWARDS = 2;
const IMPORTED = 20;
const BACKUP_DAY = '2026-10-01' as IsoDate;

/**
 * The script in parts, each of a file of its own, so that a failure late in it does not cost all that comes before:
 * - `create` makes a portfolio, opens it and works in it;
 * - `work` opens what `create` left, imports and works on;
 * - `backup` opens what `create` left, makes a backup and works on;
 * - `upgrade` opens a portfolio of version 1 and works in it.
 */
export const PARTS = ['create', 'work', 'backup', 'upgrade'] as const;
export type Part = (typeof PARTS)[number];

export interface PartResult {
  /** Commands that returned. */
  readonly commands: number;
  /** Failures the person was told of. */
  readonly told: number;
  /** Those that were not told as they must be, and what was said not to be saved but is. */
  readonly untold: readonly string[];
  /** True when the part could not be brought to its end. */
  readonly isStuck: boolean;
  readonly lost: number;
  /** What is wrong with a file afterwards, on a sound disk. */
  readonly corrupt: readonly string[];
}

/** The disk no longer does what is asked, however often: the person gives up. */
class GaveUp extends Error {}

const check = checkOnce();

/**
 * Works a part through; takes each failure as a person does who follows its words. Then `mendDisk` is called, and what
 * was acknowledged is looked for.
 * @param path where `create` makes its portfolio; the other parts find theirs there
 */
export function runPart(part: Part, path: string, mendDisk: () => void): PartResult {
  const untold: string[] = [];
  let told = 0;
  const tell = (error: unknown) => {
    told += 1;
    const why = whyUntold(error);
    if (why !== undefined) untold.push(why);
  };
  const given = part === 'create' ? [] : entriesAsTheyLie(path);
  const person = new Person(part, path, given, tell);
  let isStuck = false;
  try {
    person.workThrough(part);
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    isStuck = true;
  }
  mendDisk();
  person.leave();
  const corrupt: string[] = [];
  let lost = 0;
  const entries = person.acknowledged;
  if (entries.length > 0 || existsSync(path)) {
    const survival = surviving(path, entries, check);
    if (!survival.isOpen) corrupt.push(survival.why);
    else {
      lost = survival.lost;
      if (survival.faults !== '') corrupt.push(survival.faults);
      const first = part === 'create' ? ENTRIES_OF_CREATING : given.length;
      const said = new Set(entries.map(({ seq }) => seq));
      const unsaid = survival.entries.filter(({ seq }) => seq > first && !said.has(seq));
      if (unsaid.length > 0) untold.push(`${unsaid.length} commands said not to be saved are in the file`);
    }
  }
  for (const backup of person.backups) {
    const survival = surviving(backup.path, backup.entries, check);
    if (!survival.isOpen || survival.faults !== '' || survival.lost > 0)
      corrupt.push(`backup: ${JSON.stringify(survival).slice(0, 500)}`);
  }
  return { commands: entries.length - given.length, told, untold, isStuck, lost, corrupt };
}

/** The entry that making a portfolio leaves: no command of the script was answered with it. */
const ENTRIES_OF_CREATING = 1;

/** Someone at the screen, who reads what went wrong and does what it says. */
class Person {
  readonly acknowledged: Entry[];
  /** Backups that were made, with the history they were made of. */
  readonly backups: { readonly path: string; readonly entries: readonly Entry[] }[] = [];
  readonly #backups: string;
  readonly #desk: Desk;
  readonly #tell: (error: unknown) => void;

  constructor(name: string, path: string, given: readonly Entry[], tell: (error: unknown) => void) {
    this.acknowledged = [...given];
    this.#desk = deskAt(path, name);
    this.#backups = join(dirname(path), 'backups');
    this.#tell = tell;
  }

  /** A whole part. @throws GaveUp when the disk stops it for good. */
  workThrough(part: Part): void {
    const desk = this.#desk;
    switch (part) {
      case 'create':
        this.#insist(() => desk.create());
        this.#open();
        this.#steps(0, COMMANDS);
        break;
      case 'work':
        this.#open();
        this.#act(() => desk.importRows(IMPORTED));
        this.#steps(COMMANDS, COMMANDS + MORE_COMMANDS);
        break;
      case 'backup':
        this.#open();
        this.#insist(() => this.#backUp());
        this.#steps(0, COMMANDS_AFTERWARDS);
        break;
      case 'upgrade':
        this.#open();
        this.#steps(0, COMMANDS_AFTERWARDS);
        break;
      default:
        assertNever(part);
    }
    this.#insist(() => desk.close());
  }

  leave(): void {
    this.#desk.close();
  }

  #steps(from: number, end: number): void {
    for (let at = from; at < end; at += 1) this.#act(() => this.#desk.act(scriptStep(at)));
  }

  #backUp(): void {
    const entries = [...this.acknowledged];
    const { path } = this.#desk.backUp(this.#backups, BACKUP_DAY);
    this.backups.push({ path, entries });
  }

  #open(): void {
    this.#act(() => this.#desk.open());
  }

  #act(work: () => AuditHead | null): void {
    this.#insist(() => this.#acknowledge(work()));
  }

  #acknowledge(head: AuditHead | null): void {
    if (head && this.acknowledged.at(-1)?.seq !== head.seq) this.acknowledged.push(head);
  }

  /** Does it again as long as the words allow: at once when the disk was full, else after opening the file anew. */
  #insist(work: () => void): void {
    const desk = this.#desk;
    const first = this.#failure(work);
    if (!first) return;
    if (first.code === 'disk_full') {
      const second = this.#failure(work);
      if (!second) return;
    }
    if (desk.isOpen()) {
      this.#failure(() => desk.close());
      if (this.#failure(() => this.#acknowledge(desk.open()))) throw new GaveUp();
    }
    if (this.#failure(work)) throw new GaveUp();
  }

  /** The failure of `work`, once it was told; a bug counts as told without words. */
  #failure(work: () => void): AppError | undefined {
    try {
      work();
      return undefined;
    } catch (error) {
      this.#tell(error);
      return error instanceof AppError ? error : new AppError('internal', String(error));
    }
  }
}
