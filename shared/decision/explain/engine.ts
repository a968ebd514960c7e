import { RULE_VERDICTS } from '../../domain/verdict.ts';
import { stateOf } from '../conclude.ts';
import { prepare } from '../prepare.ts';
import { decidingRule } from '../rules/conditions.ts';
import type { RuleState } from '../rules/rule-state.ts';
import type { EngineInputs, Recommend } from './engine-inputs.ts';
import { openReplay, type Replay } from './replay.ts';

/** The engine, made to be run on hundreds of variations of the same inputs. */
export interface Engine {
  readonly recommend: Recommend;
  /** What the rules see of the inputs; null for a retired initiative. */
  readonly stateAt: (inputs: EngineInputs) => RuleState | null;
  /** The draws behind it, per seed. */
  readonly replay: (seed: string) => Replay;
}

/** Thrown out of the middle of an explanation nobody waits for any more. */
export class Stopped extends Error {}

/**
 * Opens the engine with a fixed number of draws, always the same random numbers. It runs the same gates, hysteresis
 * and rules as evaluate(), but words nothing. `shouldStop` is asked before each run.
 * @throws Stopped when told to stop.
 */
export function openEngine(draws: number, shouldStop: () => boolean): Engine {
  const replays = new Map<string, Replay>();
  const replay = (seed: string): Replay => {
    const found = replays.get(seed) ?? openReplay(seed, draws);
    replays.set(seed, found);
    return found;
  };
  const stateAt = ({ facts, context }: EngineInputs): RuleState | null => {
    if (shouldStop()) throw new Stopped('the explanation was stopped');
    const prepared = prepare(facts, context);
    const { model } = prepared;
    const simulated = model.status === 'complete' ? replay(context.seed).figures(model.model) : null;
    return stateOf(prepared, simulated)?.state ?? null;
  };
  return {
    stateAt,
    replay,
    recommend: (inputs) => {
      const state = stateAt(inputs);
      if (state === null) return { verdict: null, rule: null };
      const rule = decidingRule(state, inputs.context.policy);
      return { verdict: RULE_VERDICTS[rule], rule };
    },
  };
}
