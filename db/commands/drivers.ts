import type { Parsed } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { COMMON_FACTORS } from '#shared/domain/forward-model.ts';
import { checkThreePoint, type ThreePointProblem } from '#shared/uncertainty/three-point.ts';
import { getRow, getRows, type ReadDb } from '../handles.ts';
import { type NewDriver, toDriverColumns } from '../rows/driver-row.ts';
import type { RowOf } from '../tables.ts';
import type { Tx } from '../tx.ts';
import { type Created, DONE, type Done, type NewId } from './command.ts';
import { mustFind } from './find.ts';
import { initiativeName, ownerName, quotedNames, rowName, shortName } from './words.ts';

/** Share of a driver's variance that common factors may take; the rest is its own. */
const MOST_COMMON_VARIANCE = 0.95;
/** Squares of loadings typed with two digits must not fail on their rounding. */
const ROUNDING = 1e-12;

/** "Add driver Tasks to Claims triage". */
export function addDriverLabel(db: ReadDb, input: Parsed<'addDriver'>): string {
  return `Add driver ${shortName(input.driver.name)} to ${initiativeName(db, input.initiativeId)}`;
}

/**
 * Adds a driver after the others of its initiative.
 * @throws AppError invalid_input for three points that describe nothing, and for loadings that cannot be.
 */
export function addDriver(tx: Tx, input: Parsed<'addDriver'>, newId: NewId): Created {
  mustFind(tx, 'initiative', input.initiativeId);
  checkDriver(tx, input.driver);
  const id = newId();
  const last = getRow<{ last: number | null }>(
    tx.db,
    'SELECT max(sort_order) AS last FROM driver WHERE initiative_id = ?',
    input.initiativeId,
  );
  tx.insert('driver', {
    id,
    initiative_id: input.initiativeId,
    sort_order: (last?.last ?? 0) + 1,
    ...toDriverColumns(input.driver),
  });
  setLoadings(tx, id, input.driver.loadings);
  return { id };
}

/** "Change driver Tasks of Claims triage". */
export function updateDriverLabel(db: ReadDb, input: Parsed<'updateDriver'>): string {
  return `Change driver ${shortName(input.driver.name)} of ${ownerName(db, 'driver', input.id)}`;
}

/** Changes a driver with its loadings. @throws AppError as addDriver() does. */
export function updateDriver(tx: Tx, input: Parsed<'updateDriver'>): Done {
  mustFind(tx, 'driver', input.id);
  checkDriver(tx, input.driver);
  tx.update('driver', { id: input.id }, toDriverColumns(input.driver));
  setLoadings(tx, input.id, input.driver.loadings);
  return DONE;
}

/** "Remove driver Tasks from Claims triage". */
export function removeDriverLabel(db: ReadDb, input: Parsed<'removeDriver'>): string {
  return `Remove driver ${rowName(db, 'driver', input.id)} from ${ownerName(db, 'driver', input.id)}`;
}

/** Removes a driver. @throws AppError conflict while a line of a scope multiplies it; the lines are named. */
export function removeDriver(tx: Tx, input: Parsed<'removeDriver'>): Done {
  const { name } = mustFind(tx, 'driver', input.id);
  const lines = getRows<{ name: string }>(
    tx.db,
    `SELECT DISTINCT scope_line.id, scope_line.name
     FROM scope_line_driver JOIN scope_line ON scope_line.id = scope_line_driver.line_id
     WHERE driver_id = ? ORDER BY scope_line.name, scope_line.id`,
    input.id,
  );
  if (lines.length > 0)
    throw new AppError(
      'conflict',
      `The driver “${shortName(name)}” is used by ${quotedNames(lines.map((line) => line.name))}. Nothing was changed. Take it out of those lines first, then remove it.`,
    );
  removeDriverWithLoadings(tx, input.id);
  return DONE;
}

/** Removes a driver and its loadings; nothing may use it any more. */
export function removeDriverWithLoadings(tx: Tx, id: string): void {
  setLoadings(tx, id, []);
  tx.remove('driver', { id });
}

/** Makes the loadings of a driver these and no others. */
function setLoadings(tx: Tx, driverId: string, loadings: NewDriver['loadings']): void {
  const wanted = new Set(loadings.map((one) => one.factor));
  for (const { factor } of getRows<RowOf<'driver_loading'>>(
    tx.db,
    'SELECT * FROM driver_loading WHERE driver_id = ? ORDER BY factor',
    driverId,
  ))
    if (!wanted.has(factor)) tx.remove('driver_loading', { driver_id: driverId, factor });
  for (const { factor, loading } of loadings)
    tx.upsert('driver_loading', { driver_id: driverId, factor, loading });
}

function checkDriver(tx: Tx, driver: NewDriver): void {
  checkPoints(driver);
  const seen = new Set<string>();
  for (const { factor } of driver.loadings) {
    if (seen.has(factor))
      throw badLoadings(driver, 'one factor is named twice', 'Give each factor one loading');
    seen.add(factor);
    const isKnown =
      (COMMON_FACTORS as readonly string[]).includes(factor) || tx.find('shared_asset', { id: factor });
    if (!isKnown)
      throw badLoadings(
        driver,
        'one of its factors is neither a common factor nor a shared asset of this portfolio',
        'Choose the factor again',
      );
  }
  const variance = driver.loadings.reduce((sum, { loading }) => sum + loading * loading, 0);
  if (variance > MOST_COMMON_VARIANCE + ROUNDING)
    throw badLoadings(
      driver,
      `the squares of its loadings add up to ${variance.toFixed(2)}, and ${MOST_COMMON_VARIANCE} is the most that leaves it something of its own`,
      'Lower them',
    );
}

function badLoadings(driver: NewDriver, what: string, remedy: string): AppError {
  return new AppError(
    'invalid_input',
    `“${shortName(driver.name)}” was not saved: ${what}. ${remedy}, then save again.`,
    { field: 'loadings' },
  );
}

const POINT_WORDS: Readonly<Record<ThreePointProblem, string>> = {
  not_finite: 'P10, P50 and P90 lie too far apart to be reckoned with',
  not_ascending: 'P10 must be below P50 and P50 below P90, or all three equal when the value is known',
  not_positive: 'a value that is always above 0 needs a P10 above 0',
  not_share: 'a share needs a P10 above 0 and a P90 below 1',
  metalog_infeasible:
    'P50 lies too near P10 or P90 for one smooth distribution to pass through all three points',
};

/** Points may be missing, which makes the figures unknown; three that are there must describe something. */
function checkPoints({ name, bound, p10, p50, p90 }: NewDriver): void {
  if (p10 === null || p50 === null || p90 === null) return;
  const check = checkThreePoint(bound, p10, p50, p90);
  if (check.status === 'ok') return;
  throw new AppError(
    'invalid_input',
    `“${shortName(name)}” was not saved: ${POINT_WORDS[check.reason]}. Change the three numbers or leave one blank until you know it.`,
    { field: 'p50' },
  );
}
