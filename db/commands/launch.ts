import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { mayHaveLaunched } from '#shared/domain/launch.ts';
import { STAGE_NAMES, type Stage } from '#shared/domain/stage.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import { getRow, type ReadDb } from '../handles.ts';
import { readPortfolio } from '../read/portfolio.ts';
import { toLaunchColumns } from '../rows/launch-row.ts';
import type { Tx } from '../tx.ts';
import { DONE, type Done } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, shortName } from './words.ts';

/** "Record the launch of Claims triage", "Change ..." or "Take back ...". */
export function setLaunchLabel(db: ReadDb, input: Parsed<'setLaunch'>): string {
  const words = `the launch of ${initiativeName(db, input.initiativeId)}`;
  if (input.launch === null) return `Take back ${words}`;
  const isThere = getRow(db, 'SELECT 1 FROM launch WHERE initiative_id = ?', input.initiativeId);
  return isThere ? `Change ${words}` : `Record ${words}`;
}

/**
 * Records when an agent entered limited production and what comparing launches needs; null takes the launch back.
 * @throws AppError conflict for an idea or a pilot, invalid_input for a day that is still to come.
 */
export function setLaunch(tx: Tx, input: Parsed<'setLaunch'>): Done {
  const { id, name, stage } = mustFind(tx, 'initiative', input.initiativeId);
  const key = { initiative_id: id };
  const before = tx.find('launch', key);
  if (input.launch === null) {
    if (before) tx.remove('launch', key);
    return DONE;
  }
  if (!mayHaveLaunched(stage as Stage)) throw notLaunched(name, stage as Stage);
  const { launchedOn } = input.launch;
  // A day that is on record already is not judged again when another figure changes.
  if (launchedOn !== before?.launched_on && launchedOn > latestDay(tx)) throw isToCome(name, launchedOn);
  tx.upsert('launch', { ...key, ...toLaunchColumns(input.launch) });
  return DONE;
}

const FURTHEST_EAST_MS = 14 * 3_600_000;

/**
 * The latest day that has begun when the command runs. The moment is in UTC, the person may be half a day ahead of it:
 * what counts is the day where it begins first. In a sample its own last day, if that is later.
 */
function latestDay(tx: Tx): string {
  const begun = new Date(Date.parse(tx.at) + FURTHEST_EAST_MS).toISOString().slice(0, 10);
  const { sampleAsOf } = readPortfolio(tx.db);
  return sampleAsOf !== null && sampleAsOf > begun ? sampleAsOf : begun;
}

function notLaunched(name: string, stage: Stage): AppError {
  return new AppError(
    'conflict',
    `“${shortName(name)}” is still in the stage ${STAGE_NAMES[stage]}; a launch is the entry into limited production. Nothing was changed. Move it to ${STAGE_NAMES.limited} first, then record its launch.`,
  );
}

function isToCome(name: string, on: IsoDate): AppError {
  return new AppError(
    'invalid_input',
    `${on} is still to come, and a launch that is only expected is none: “${shortName(name)}” cannot have been launched then. Nothing was changed. Enter the day it entered limited production.`,
    { field: 'launchedOn' },
  );
}
