import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AuditHead } from '#db/read/history.ts';
import { AppError } from '#shared/api/errors.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { type Entry, surviving } from './acknowledged.ts';
import { type Desk, deskAt, scriptStep } from './desk.ts';
import { whyUntold } from './told.ts';

const COMMANDS = 40;
/** After so many commands the file is closed and opened again. */
const BREAK_AFTER = 25;
const COMMANDS_AFTER_UPGRADE = 2;
const IMPORTED = 20;
const BACKUP_DAY = '2026-10-01' as IsoDate;

/** Entries that no command of the script made: that of making a portfolio, those the old one came with. */
const FIRST_ENTRIES = { new: 1, old: 3 } as const;

export interface ScriptResult {
  /** Commands that returned. */
  readonly commands: number;
  /** Failures the person was told of. */
  readonly told: number;
  /** Those that were not told as they must be, and what was said not to be saved but is. */
  readonly untold: readonly string[];
  /** True when the script could not be brought to its end. */
  readonly isStuck: boolean;
  readonly lost: number;
  /** What is wrong with a file afterwards, on a sound disk. */
  readonly corrupt: readonly string[];
}

interface Paths {
  /** Where the script makes a portfolio. */
  readonly new: string;
  /** A portfolio of version 1, which it upgrades. */
  readonly old: string;
}

/** The disk no longer does what is asked, however often: the person gives up. */
class GaveUp extends Error {}

/**
 * Makes a portfolio, works in it, closes and opens it, backs it up, upgrades an old one; takes each failure as a person does who
 * follows its words. Then `mendDisk` is called, and what was acknowledged is looked for.
 */
export function runScript(paths: Paths, mendDisk: () => void): ScriptResult {
  const untold: string[] = [];
  let told = 0;
  const tell = (error: unknown) => {
    told += 1;
    const why = whyUntold(error);
    if (why !== undefined) untold.push(why);
  };
  const person = new Person(paths, tell);
  let isStuck = false;
  try {
    person.workThrough();
  } catch (error) {
    if (!(error instanceof GaveUp)) throw error;
    isStuck = true;
  }
  mendDisk();
  person.leave();
  const corrupt: string[] = [];
  let lost = 0;
  for (const [file, entries] of [
    ['new', person.acknowledged.new],
    ['old', person.acknowledged.old],
  ] as const) {
    if (entries.length === 0 && isNothing(paths[file])) continue;
    const survival = surviving(paths[file], entries);
    if (!survival.isOpen) corrupt.push(`${file}: ${survival.why}`);
    else {
      lost += survival.lost;
      if (survival.faults !== '') corrupt.push(`${file}: ${survival.faults}`);
      const said = new Set(entries.map(({ seq }) => seq));
      const unsaid = survival.entries.filter(({ seq }) => seq > FIRST_ENTRIES[file] && !said.has(seq));
      if (unsaid.length > 0) untold.push(`${file}: ${unsaid.length} commands said not to be saved are in it`);
    }
  }
  for (const { path, entries } of person.backups) {
    const survival = surviving(path, entries);
    if (!survival.isOpen || survival.faults !== '' || survival.lost > 0)
      corrupt.push(`backup: ${JSON.stringify(survival).slice(0, 500)}`);
  }
  const commands = person.acknowledged.new.length + person.acknowledged.old.length;
  return { commands, told, untold, isStuck, lost, corrupt };
}

function isNothing(path: string): boolean {
  return !existsSync(path) || statSync(path).size === 0;
}

/** Someone at the screen, who reads what went wrong and does what it says. */
class Person {
  readonly acknowledged: { readonly new: Entry[]; readonly old: Entry[] } = { new: [], old: [] };
  /** Backups that were made, with the history they were made of. */
  readonly backups: { readonly path: string; readonly entries: readonly Entry[] }[] = [];
  readonly #backups: string;
  readonly #desks: { readonly new: Desk; readonly old: Desk };
  readonly #tell: (error: unknown) => void;

  constructor(paths: Paths, tell: (error: unknown) => void) {
    this.#desks = { new: deskAt(paths.new, 'new'), old: deskAt(paths.old, 'old') };
    this.#backups = join(dirname(paths.new), 'backups');
    this.#tell = tell;
  }

  /** The whole script. @throws GaveUp when the disk stops it for good. */
  workThrough(): void {
    this.#insist('new', () => this.#desks.new.create());
    this.#open('new');
    for (let at = 0; at < COMMANDS; at += 1) {
      if (at === BREAK_AFTER) {
        this.#insist('new', () => this.#desks.new.close());
        this.#open('new');
        this.#act('new', () => this.#desks.new.importRows(IMPORTED));
        this.#insist('new', () => this.#backUp());
      }
      this.#act('new', () => this.#desks.new.act(scriptStep(at)));
    }
    this.#insist('new', () => this.#desks.new.close());
    this.#open('old');
    for (let at = 0; at < COMMANDS_AFTER_UPGRADE; at += 1)
      this.#act('old', () => this.#desks.old.act(scriptStep(at)));
    this.#insist('old', () => this.#desks.old.close());
  }

  #backUp(): void {
    const entries = [...this.acknowledged.new];
    const { path } = this.#desks.new.backUp(this.#backups, BACKUP_DAY);
    this.backups.push({ path, entries });
  }

  leave(): void {
    this.#desks.new.close();
    this.#desks.old.close();
  }

  #open(file: 'new' | 'old'): void {
    this.#insist(file, () => this.#acknowledge(file, this.#desks[file].open()));
  }

  #act(file: 'new' | 'old', work: () => AuditHead | null): void {
    this.#insist(file, () => this.#acknowledge(file, work()));
  }

  #acknowledge(file: 'new' | 'old', head: AuditHead | null): void {
    const entries = this.acknowledged[file];
    if (head && entries.at(-1)?.seq !== head.seq) entries.push(head);
  }

  /** Does it again as long as the words allow: at once when the disk was full, else after opening the file anew. */
  #insist(file: 'new' | 'old', work: () => void): void {
    const desk = this.#desks[file];
    const first = this.#failure(work);
    if (!first) return;
    if (first.code === 'disk_full') {
      const second = this.#failure(work);
      if (!second) return;
    }
    if (desk.isOpen()) {
      this.#failure(() => desk.close());
      if (this.#failure(() => this.#acknowledge(file, desk.open()))) throw new GaveUp();
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
