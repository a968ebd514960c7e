import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { createPortfolio, createSample } from '../data/files.ts';
import { openDataService } from '../data/service.ts';
import type { DataService, DataServiceOptions } from '../data/service-types.ts';
import { now, today } from './clock.ts';
import type { DocumentRequest } from './document-request.ts';
import { newId } from './ids.ts';
import { appFolders } from './paths.ts';

type HostSide = Pick<
  DataServiceOptions,
  'host' | 'appVersion' | 'runIntake' | 'computeWorker' | 'emit' | 'log'
>;

/**
 * Makes the file when it is a new one, then opens the data service on it with this machine's clock and ids.
 * @throws AppError when the file cannot be made or opened
 */
export async function openDocument(request: DocumentRequest, host: HostSide): Promise<DataService> {
  if (request.create === 'sample') {
    // Every opening starts from the same sample; what was tried in an earlier one is gone.
    for (const end of ['', '-journal']) rmSync(`${request.path}${end}`, { force: true });
    createSample(request.path, host.appVersion);
  } else if (request.create) {
    createPortfolio(request.path, request.create, { now, newId, appVersion: host.appVersion });
  }
  return openDataService({
    ...host,
    path: request.path,
    isSample: request.isSample,
    displayLocation: request.displayLocation,
    simulationCachePath: join(appFolders().profile, 'simulations.jsonl'),
    now,
    today,
    newId,
  });
}
