import { closeSync, existsSync, mkdtempSync, openSync, readSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStream, type Stream } from '#shared/uncertainty/streams.ts';
import { oldPortfolio } from '#tests/support/old-portfolio.ts';
import { type Entry, entriesAsTheyLie, surviving } from './acknowledged.ts';
import { deskAt } from './desk.ts';
import { killAtWork, letLook, type Task } from './kill.ts';

/** What a number of kills cost. */
export interface Toll {
  kills: number;
  acknowledged: number;
  lost: number;
  halfApplied: number;
  unopenable: number;
  /** Kills that left a change in the journal to be taken back: those that hit the middle of a write. */
  hotJournals: number;
  readonly reopenMs: number[];
  /** What went wrong, in words. */
  readonly wrongs: string[];
}

/** What a portfolio goes through, in turn; `upgrade` is opening a file of version 1 and working on. */
const TURNS = ['work', 'import', 'upgrade', 'work', 'open', 'work', 'create'] as const;
type Turn = (typeof TURNS)[number];

/** Turns a portfolio goes through before a new one takes its place. */
const TURNS_EACH = 20;

interface Patient {
  readonly path: string;
  /** Hash of every entry that was acknowledged or seen. */
  readonly known: Map<number, string>;
}

/** Kills children at random moments and looks after each turn whether all they acknowledged is in the file. */
export async function takeToll(kills: number): Promise<Toll> {
  const toll: Toll = {
    kills: 0,
    acknowledged: 0,
    lost: 0,
    halfApplied: 0,
    unopenable: 0,
    hotJournals: 0,
    reopenMs: [],
    wrongs: [],
  };
  const home = mkdtempSync(join(tmpdir(), 'pilotage-kill-'));
  const [cache, stream] = [join(home, 'cache'), openStream('kill', 'faults', 'moments')];
  try {
    let common = newPatient(home, 'new');
    await letLook(common.path, cache);
    for (let at = 1; toll.kills < kills; at += 1) {
      const turn = TURNS[at % TURNS.length] ?? 'work';
      if (at % TURNS_EACH === 0) common = newPatient(home, 'new');
      const patient = turn === 'upgrade' || turn === 'create' ? newPatient(home, turn) : common;
      const failures: string[] = [];
      for (const [place, task] of tasksOf(turn).entries()) {
        const when = momentIn(turn === 'upgrade' ? turn : task, stream);
        const killed = await killAtWork({ ...patient, task, ...when, name: `k${at}-${place}`, cache });
        remember(patient, killed.acknowledged);
        toll.kills += 1;
        toll.acknowledged += killed.acknowledged.length;
        if (isHot(patient.path)) toll.hotJournals += 1;
        if (killed.failure !== undefined) failures.push(killed.failure);
      }
      // What is broken is counted once: the next kills are to tell something new.
      const isSound = isSoundAfter(patient, toll, `after kill ${toll.kills} (${turn})`);
      if (!isSound) common = newPatient(home, 'new');
      else if (failures.length > 0) throw new Error(`a child failed at a sound file: ${failures.join('\n')}`);
    }
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
  return toll;
}

/** Opening has the most to do after a kill in the middle of a write, and is killed in turn. */
function tasksOf(turn: Turn): readonly Task[] {
  if (turn === 'open') return ['import', 'open'];
  return [turn === 'upgrade' ? 'work' : turn];
}

/** The line after which the kill comes, and milliseconds from there. */
function momentIn(
  task: Task | 'upgrade',
  stream: Stream,
): { readonly afterLines: number; readonly thenMs: number } {
  const below = (end: number) => Math.floor(stream.nextUniform() * end);
  switch (task) {
    case 'work':
      return { afterLines: 2 + below(40), thenMs: below(4) };
    case 'import':
      return { afterLines: 3 + below(6), thenMs: below(30) };
    case 'open':
      return { afterLines: 2 + below(6), thenMs: below(10) };
    default:
      return { afterLines: 1, thenMs: below(100) };
  }
}

function newPatient(home: string, kind: 'new' | 'create' | 'upgrade'): Patient {
  const folder = mkdtempSync(join(home, `${kind}-`));
  const path = kind === 'upgrade' ? oldPortfolio(folder) : join(folder, 'claims.pilotage');
  const patient = { path, known: new Map<number, string>() };
  if (kind === 'new') {
    const desk = deskAt(path, 'start');
    desk.create();
    remember(patient, [desk.open()]);
    desk.close();
  }
  if (kind === 'upgrade') remember(patient, entriesAsTheyLie(path));
  return patient;
}

function remember(patient: Patient, entries: readonly Entry[]): void {
  for (const { seq, hash } of entries) patient.known.set(seq, hash);
}

/** In exclusive mode the journal stays; what is to be taken back begins with SQLite's mark, what is done with zeros. */
function isHot(path: string): boolean {
  const journal = `${path}-journal`;
  if (!existsSync(journal)) return false;
  const descriptor = openSync(journal, 'r');
  try {
    const first = Buffer.alloc(1);
    return readSync(descriptor, first, 0, 1, 0) === 1 && first[0] === 0xd9;
  } finally {
    closeSync(descriptor);
  }
}

function isSoundAfter(patient: Patient, toll: Toll, when: string): boolean {
  // A portfolio whose making was never acknowledged need not be there.
  if (patient.known.size === 0 && !existsSync(patient.path)) return true;
  const survival = surviving(
    patient.path,
    [...patient.known].map(([seq, hash]) => ({ seq, hash })),
  );
  if (!survival.isOpen) {
    toll.unopenable += 1;
    toll.wrongs.push(`${when}: ${survival.why}`);
    return false;
  }
  toll.lost += survival.lost;
  if (survival.lost > 0) toll.wrongs.push(`${when}: ${survival.lost} acknowledged commands are gone`);
  // One command was under way at most: a second entry nobody acknowledged would be something else's.
  const isWhole = survival.faults === '' && survival.unacknowledged <= 1;
  if (!isWhole) {
    toll.halfApplied += 1;
    toll.wrongs.push(`${when}: ${survival.unacknowledged} unacknowledged, ${survival.faults}`);
  }
  toll.reopenMs.push(survival.reopenMs);
  remember(patient, survival.entries);
  return isWhole && survival.lost === 0;
}
