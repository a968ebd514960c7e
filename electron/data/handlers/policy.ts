import * as commands from '#db/commands/index.ts';
import { readPolicyVersion, readPolicyVersions } from '#db/read/policy-versions.ts';
import type { Handlers, Output } from '#shared/api/contract.ts';
import { AppError } from '#shared/api/errors.ts';
import { evaluate } from '#shared/decision/evaluate.ts';
import type { EngineContext } from '#shared/decision/facts.ts';
import type { Policy } from '#shared/domain/policy.ts';
import { policyChanges } from '#shared/policy/diff.ts';
import { validatePolicy } from '#shared/policy/validate.ts';
import {
  type Decide,
  type VerdictDifference,
  verdictDifferences,
} from '#shared/policy/verdict-differences.ts';
import { type DataContext, write } from '../context.ts';
import type { Evaluated } from '../evaluation.ts';
import { inSlices } from '../in-slices.ts';
import { liveView, type View, viewAt } from '../portfolio-at.ts';
import { settledPortfolio } from '../settled.ts';

/** Initiatives compared between two looks at the clock. */
const CHUNK = 20;
/** Simulations under the new policy may take this long before the answer says "computing". */
const PATIENCE_MS = 400;

type Preview = Output<'previewPolicy'>;

/** The thresholds, weights and texts the engine goes by: read, tried out, saved as a new version. */
export const policyHandlers = {
  getPolicy: (context, { asOf }) =>
    viewAt(context, asOf, (view) => ({ policy: inForce(view), versions: readPolicyVersions(view.db) })),
  getPolicyVersion: (context, { version }) => ({ policy: readPolicyVersion(context.file.db, version) }),
  previewPolicy: async (context, { policy }): Promise<Preview> => {
    const changes = [...policyChanges(inForce(liveView(context)), policy)];
    const validated = validatePolicy(policy);
    if (!validated.ok) {
      return { problems: [...validated.problems], changes, compared: 0, computing: 0, differences: [] };
    }
    const first = await compare(context, validated.policy);
    if (!isWaiting(first)) return { problems: [], changes, ...first };
    await context.simulations.settled(PATIENCE_MS);
    return { problems: [], changes, ...(await compare(context, validated.policy)) };
  },
  savePolicy: (context, { policy, reason }) => {
    const now = inForce(liveView(context));
    if (policy.version !== now.version) {
      throw new AppError(
        'conflict',
        `The policy in force is version ${now.version}; these changes were made to version ${policy.version}. Nothing was saved. Look at what changed, then make your changes again.`,
      );
    }
    if (policyChanges(now, policy).length === 0) {
      throw new AppError(
        'invalid_input',
        `These are the values of version ${now.version} already. Nothing was saved, because nothing would change.`,
      );
    }
    const label = commands.savePolicyLabel(context.file.db);
    return write(context, 'savePolicy', label, (tx) => commands.savePolicy(tx, { policy, reason }));
  },
} satisfies Handlers<'getPolicy' | 'getPolicyVersion' | 'previewPolicy' | 'savePolicy', DataContext>;

function inForce(view: View): Policy {
  return view.evaluation.context(view.asOf).policy;
}

type Compared = Pick<Preview, 'compared' | 'computing' | 'differences'>;

function isWaiting({ computing, differences }: Compared): boolean {
  return computing > 0 || differences.some(({ because }) => because.kind === 'computing');
}

/** Every verdict under the policy in force beside the one under `policy`, with pauses for other calls. */
async function compare(context: DataContext, policy: Policy): Promise<Compared> {
  const view = liveView(context);
  const all = await settledPortfolio(view, 'screen');
  const before = view.evaluation.context(view.asOf);
  const steps = comparison([...all.values()], before, { ...before, policy }, (facts, engine) =>
    engine === before ? known(all, facts.initiative.id) : evaluate(facts, engine, context.simulations.lookUp),
  );
  return inSlices(steps, () => undefined);
}

/** The verdict under the policy in force is there already. */
function known(all: ReadonlyMap<string, Evaluated>, id: string): Evaluated['result'] {
  const found = all.get(id);
  if (!found) throw new Error(`initiative ${id} was not evaluated`);
  return found.result;
}

function* comparison(
  all: readonly Evaluated[],
  before: EngineContext,
  after: EngineContext,
  decide: Decide,
): Generator<number, Compared, void> {
  const names = new Map(all.map(({ facts }) => [facts.initiative.id, facts.initiative.name]));
  const found: VerdictDifference[] = [];
  let [compared, computing] = [0, 0];
  for (let at = 0; at < all.length; at += CHUNK) {
    const facts = all.slice(at, at + CHUNK).map((one) => one.facts);
    const part = verdictDifferences(facts, before, after, decide);
    compared += part.compared;
    computing += part.computing.length;
    found.push(...part.differences);
    yield at / all.length;
  }
  const differences = [true, false].flatMap((isVerdictChanged) =>
    found
      .filter((one) => one.isVerdictChanged === isVerdictChanged)
      .map((one) => ({ ...one, name: names.get(one.id) ?? one.id, because: plain(one.because) })),
  );
  return { compared, computing, differences };
}

type PlainBecause = Preview['differences'][number]['because'];

function plain(because: VerdictDifference['because']): PlainBecause {
  return because.kind === 'alone' ? { kind: 'alone', settings: [...because.settings] } : because;
}
