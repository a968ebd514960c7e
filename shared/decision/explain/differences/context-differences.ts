import type { AdoptedPlan } from '../../../domain/adopted-plan.ts';
import type { StageRecord } from '../../../domain/stage-record.ts';
import { formatNumber } from '../../../report/format.ts';
import type { EngineMemory } from '../../facts.ts';
import { type EngineInputs, withContext, withFacts } from '../engine-inputs.ts';
import { isSame } from '../same-value.ts';
import type { Compared, Difference } from './difference.ts';

/** Policy, adopted plan, memory, past decisions, stage record and seed that are not what they were. */
export function contextDifferences(compared: Compared): readonly Difference[] {
  return [
    ...policyDifference(compared),
    ...planDifference(compared),
    ...memoryDifference(compared),
    ...decisionsDifference(compared),
    ...stageRecordDifference(compared),
    ...seedDifference(compared),
  ];
}

function policyDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.context.policy;
  const is = now.context.policy;
  // Wordings are for people; no rule reads them, nor the number of the version.
  const silent = ['version', 'anchors', 'checklist'];
  const keys = [...new Set([...Object.keys(is), ...Object.keys(was)])] as (keyof typeof is)[];
  const changed = keys.filter((key) => !silent.includes(key) && !isSame(was[key], is[key]));
  if (changed.length === 0) return [];
  return [
    {
      input: 'policy',
      name: `Policy (${changed.join(', ')})`,
      was: `version ${was.version}`,
      is: `version ${is.version}`,
      withOld: () => withContext(now, { policy: was }),
    },
  ];
}

function planDifference({ old, now }: Compared): readonly Difference[] {
  const { id } = now.facts.initiative;
  const was = old.context.plan;
  const is = now.context.plan;
  const view = (plan: AdoptedPlan | null): unknown =>
    plan === null ? null : { isLeftOut: plan.notFunded.includes(id), prices: plan.rolePrices };
  if (isSame(view(was), view(is))) return [];
  const text = (plan: AdoptedPlan | null): string => {
    if (plan === null) return 'no plan adopted';
    const place = plan.notFunded.includes(id)
      ? 'not funded'
      : plan.funded.includes(id)
        ? 'funded'
        : 'newer than the plan';
    const prices = Object.keys(plan.rolePrices)
      .sort()
      .map((role) => `, ${role} ${formatNumber(plan.rolePrices[role] ?? 0)} a month`);
    return `plan of ${plan.adoptedOn}: ${place}${prices.join('')}`;
  };
  return [
    {
      input: 'plan',
      name: 'Adopted plan',
      was: text(was),
      is: text(is),
      withOld: () => withContext(now, { plan: was }),
    },
  ];
}

function memoryDifference({ old, now }: Compared): readonly Difference[] {
  const { id } = now.facts.initiative;
  const was = old.context.memory.get(id);
  const is = now.context.memory.get(id);
  if (isSame(was, is)) return [];
  const text = (memory: EngineMemory | undefined): string => {
    if (memory === undefined) return 'none';
    const wait = memory.pending === 0 ? '' : memory.pending > 0 ? ', a rise pending' : ', a fall pending';
    const watches = memory.killWatches === 0 ? '' : `, ${memory.killWatches} kill watches`;
    return `band ${memory.band}${wait}${watches}${memory.wasScale ? ', was SCALE' : ''}`;
  };
  return [
    {
      input: 'memory',
      name: 'What the last review remembers of P',
      was: text(was),
      is: text(is),
      withOld: () => {
        const memory = new Map(now.context.memory);
        if (was === undefined) memory.delete(id);
        else memory.set(id, was);
        return withContext(now, { memory });
      },
    },
  ];
}

function decisionsDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.facts.pastDecisions;
  const is = now.facts.pastDecisions;
  if (isSame(was, is)) return [];
  const text = (list: typeof was): string => {
    const last = list.at(-1);
    return last === undefined ? 'none' : `${list.length}, the latest ${last.decision.toUpperCase()}`;
  };
  return [
    {
      input: 'pastDecisions',
      name: 'Decisions of closed reviews',
      was: text(was),
      is: text(is),
      withOld: () => withFacts(now, { pastDecisions: was }),
    },
  ];
}

function stageRecordDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.context.stageRecord;
  const is = now.context.stageRecord;
  if (isSame(was, is)) return [];
  const text = (record: StageRecord): string =>
    (['idea', 'pilot', 'limited'] as const)
      .map((stage) => `${stage} ${record[stage].successes} of ${record[stage].trials}`)
      .join(', ');
  return [
    {
      input: 'stageRecord',
      name: 'Own record of steps upward',
      was: text(was),
      is: text(is),
      withOld: () => withContext(now, { stageRecord: was }),
    },
  ];
}

function seedDifference({ old, now }: Compared): readonly Difference[] {
  const was = old.context.seed;
  const is = now.context.seed;
  if (was === is) return [];
  const withOld = (): EngineInputs => withContext(now, { seed: was });
  return [{ input: 'seed', name: 'Seed of the random numbers', was, is, withOld }];
}
