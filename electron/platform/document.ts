import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '#shared/api/errors.ts';
import type { FileNotice } from '#shared/api/schemas/file.ts';
import type { Instant } from '#shared/domain/units.ts';
import { formatMoment } from '#shared/report/moments.ts';
import { createPortfolio, createSample } from '../data/files.ts';
import { openDataService } from '../data/service.ts';
import type { DataService, DataServiceOptions, Opening } from '../data/service-types.ts';
import { endOfDay, now, today } from './clock.ts';
import type { DocumentRequest } from './document-request.ts';
import { newId } from './ids.ts';
import { type InspectFile, openFile } from './opening.ts';
import { openCopyToRead } from './opening-copy.ts';
import { displayPath } from './paths.ts';
import { restoreFile } from './restore.ts';

type HostSide = Pick<
  DataServiceOptions,
  'host' | 'appVersion' | 'runIntake' | 'computeWorker' | 'fileWorker' | 'emit' | 'log'
> & {
  readonly profile: string;
  /** Looks an unknown portfolio through in a child process that is killed when it misbehaves. */
  readonly inspect: InspectFile;
};

export interface OpenedDocument {
  readonly service: DataService;
  /** Name of the file a restore made way for; null when nothing was restored. */
  readonly keptAs: string | null;
}

/**
 * Makes the file when it is a new one, restores it when that was asked for, then opens the data service on it with this
 * machine's clock and ids. A damaged file is no error: it is shown, with ways out.
 * @throws AppError when the file cannot be made, restored or opened; a failed restore leaves the file as it was
 */
export async function openDocument(request: DocumentRequest, host: HostSide): Promise<OpenedDocument> {
  const { profile, inspect, ...side } = host;
  const { path, isSample, displayLocation } = request;
  const options: DataServiceOptions = {
    ...side,
    path,
    isSample,
    displayLocation,
    simulationCachePath: join(profile, 'simulations.jsonl'),
    // The sample is thrown away: nothing of it is remembered or backed up.
    profile: isSample ? null : profile,
    now,
    today,
    endOfDay,
    newId,
  };
  if (request.create === 'sample') {
    // Every opening starts from the same sample; what was tried in an earlier one is gone.
    for (const end of ['', '-journal']) rmSync(`${path}${end}`, { force: true });
    createSample(path, host.appVersion);
  } else if (request.create) {
    createPortfolio(path, request.create, { now, newId, appVersion: host.appVersion });
  }
  if (isSample) return { service: await openDataService(options), keptAs: null };

  const opener = { profile, inspect, now, newId, appVersion: host.appVersion, log: host.log };
  if (request.isCopy) {
    const opening = openCopyToRead(path, opener);
    const copied = copyLocation(path, opening.copiedAt);
    return { service: await openDataService({ ...options, displayLocation: copied, opening }), keptAs: null };
  }
  const keptAs = request.restore ? restoreFile(path, request.restore, opener) : null;
  const serve = (opening: Opening) =>
    openDataService({
      ...options,
      displayLocation: opening.copiedAt ? copyLocation(path, opening.copiedAt) : displayLocation,
      opening:
        keptAs === null ? opening : { ...opening, notices: [...opening.notices, restoredNotice(keptAs)] },
    });
  const how = { ...opener, isNew: request.create !== undefined };
  const opening = await openFile(path, { ...how, mustCheckPages: false });
  try {
    return { service: await serve(opening), keptAs };
  } catch (error) {
    if (!(opening.holdWhenSound && error instanceof AppError && error.code === 'file_damaged')) throw error;
    // Its pages turned out to be damaged: opened as every damaged file is.
    return { service: await serve(await openFile(path, how)), keptAs };
  }
}

function copyLocation(path: string, copiedAt: Instant): string {
  return `A copy to read of ${displayPath(path)} as it was on ${formatMoment(copiedAt)}; gone when it is closed`;
}

function restoredNotice(keptAs: string): FileNotice {
  return {
    kind: 'restored',
    text: `What was here before is kept beside it as “${keptAs}”: open that file to see it, or restore again to go back.`,
  };
}
