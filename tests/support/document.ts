import { statSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { createInitiative } from '#db/commands/index.ts';
import { createPortfolioFile } from '#db/create.ts';
import { openPortfolioFile } from '#db/open.ts';
import { readAuditHead } from '#db/read/history.ts';
import { readFileFacts } from '#db/read/portfolio.ts';
import { runCommand } from '#db/write.ts';
import { forkNodeChild } from '#electron/compute/fork-node-child.ts';
import { runInspectJob } from '#electron/compute/inspect-job.ts';
import { runIntakeJob } from '#electron/compute/intake-job.ts';
import { now } from '#electron/platform/clock.ts';
import { openDocument } from '#electron/platform/document.ts';
import { copyOfFile, type DocumentRequest, ownFile } from '#electron/platform/document-request.ts';
import { writeFileMemory } from '#electron/platform/file-memory.ts';
import type { DataCall, HostEvent, Input, Output } from '#shared/api/contract.ts';
import type { Instant } from '#shared/domain/units.ts';
import { fixedIds } from './fixed-context.ts';
import { TEST_VERSION } from './portfolio.ts';

const COMPUTE = join(import.meta.dirname, '../../electron/compute');
const INTAKE_CHILD = join(COMPUTE, 'intake-child.ts');

export interface TestDocument {
  readonly keptAs: string | null;
  readonly ask: <C extends DataCall>(name: C, input: Input<C>) => Promise<Output<C>>;
  /** The code of a call that must fail. */
  readonly failure: (name: DataCall, input: unknown) => Promise<string>;
  readonly notices: () => Promise<readonly string[]>;
  /** Resolves when a notice of this kind is there. */
  readonly noticed: (kind: string) => Promise<string>;
  readonly inspected: readonly string[];
  readonly logged: readonly string[];
  readonly close: () => Promise<void>;
}

/** A portfolio with so many initiatives, closed in good order on the machine whose profile it is. */
export function leftHere(path: string, profile: string, initiatives: number): void {
  const [newId, at] = [fixedIds(), '2026-11-20T09:00:00.000Z' as Instant];
  createPortfolioFile(path, { name: 'Claims', currency: 'EUR', at, newId, appVersion: TEST_VERSION });
  const file = openPortfolioFile(path);
  const meta = { name: 'createInitiative', label: 'Add', actor: 'Tester', at, appVersion: TEST_VERSION };
  for (let count = 1; count <= initiatives; count += 1) {
    const input = { name: `Initiative ${count}`, stage: 'idea' } as const;
    runCommand(file.db, meta, (tx) => createInitiative(tx, input, newId));
  }
  const head = readAuditHead(file.db);
  const { fileId } = readFileFacts(file.db);
  file.close();
  const { size, mtimeMs } = statSync(path);
  writeFileMemory(profile, path, {
    ...{ fileId, head, size, mtimeMs, isClosedCleanly: true, noted: [head], restores: [] },
    verifiedAt: now(),
  });
}

/** A document opened as both hosts do, with real child processes and a profile of its own; closed after the test. */
export async function openTestDocument(
  path: string,
  profile: string,
  some: Pick<DocumentRequest, 'restore' | 'isCopy' | 'create'> = {},
): Promise<TestDocument> {
  const inspected: string[] = [];
  const logged: string[] = [];
  let heard = Promise.withResolvers<void>();
  const { service, keptAs } = await openDocument(
    { ...(some.isCopy ? copyOfFile(path) : ownFile(path)), ...some },
    {
      host: 'browser',
      appVersion: TEST_VERSION,
      profile,
      runIntake: (job, signal) => runIntakeJob(() => forkNodeChild(INTAKE_CHILD), job, { signal }),
      inspect(job) {
        inspected.push(job.fileName);
        return runInspectJob(() => forkNodeChild(INTAKE_CHILD, 'inspect'), job);
      },
      computeWorker: join(COMPUTE, 'compute-worker.ts'),
      fileWorker: join(COMPUTE, 'file-worker.ts'),
      emit: (_event: HostEvent) => {
        heard.resolve();
        heard = Promise.withResolvers();
      },
      log: (message, error) => logged.push(`${message} ${error instanceof Error ? error.stack : ''}`),
    },
  );
  onTestFinished(() => service.close());
  const ask: TestDocument['ask'] = async (name, input) => {
    const result = await service.call(name, input);
    if (!result.ok)
      throw new Error(`${name}: ${result.error.code}: ${result.error.message}\n${logged.join('\n')}`);
    return result.value as never;
  };
  const list = async () => (await ask('getStatus', {})).file.notices;
  return {
    keptAs,
    ask,
    async failure(name, input) {
      const result = await service.call(name, input);
      if (result.ok) throw new Error(`${name} succeeded`);
      return result.error.code;
    },
    notices: async () => (await list()).map(({ kind }) => kind),
    async noticed(kind) {
      for (;;) {
        const next = heard.promise;
        const found = (await list()).find((notice) => notice.kind === kind);
        if (found) return found.text;
        await next;
      }
    },
    inspected,
    logged,
    close: () => service.close(),
  };
}
