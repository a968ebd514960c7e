import { lastDayOf, monthOf } from '../../../domain/calendar.ts';
import { EVIDENCE_KIND_NAMES, GAP_NAMES } from '../../../domain/gap.ts';
import type { IsoDate, MonthIndex } from '../../../domain/units.ts';
import type { GapScore } from '../../result.ts';
import { type EngineInputs, withContext, withFacts, withFields } from '../engine-inputs.ts';
import type { Step, SteppedInput } from './changeable-input.ts';

/** How many month ends ahead are tried: the evidence that keeps longest counts for a year. */
const MONTHS_AHEAD = 12;

/**
 * Days that change a verdict by themselves: the as-of date moving on while nothing else does, evidence renewed today,
 * an evaluation run today.
 */
export function dateInputs(inputs: EngineInputs, gaps: readonly GapScore[]): readonly SteppedInput[] {
  return [
    asOfDate(inputs),
    ...gaps.flatMap((score) => renewedEvidence(inputs, score)),
    ...evaluationRun(inputs),
  ];
}

function asOfDate(inputs: EngineInputs): SteppedInput {
  const { asOf } = inputs.context;
  const steps: Step[] = [];
  for (let by = 0; by <= MONTHS_AHEAD; by += 1) {
    const to = lastDayOf((monthOf(asOf) + by) as MonthIndex);
    if (to > asOf) steps.push({ direction: 'up', to, make: () => withContext(inputs, { asOf: to }) });
  }
  return dated('asOf', 'As-of date, nothing else changing (month ends)', asOf, steps);
}

function renewedEvidence(inputs: EngineInputs, { gap, level, evidence }: GapScore): readonly SteppedInput[] {
  const { asOf } = inputs.context;
  if (level === null || evidence === null || evidence.datedOn >= asOf) return [];
  const make = (): EngineInputs =>
    withFacts(inputs, {
      assessments: inputs.facts.assessments.map((one) =>
        one.gap !== gap || one.level !== level
          ? one
          : {
              ...one,
              evidence: one.evidence.map((piece) =>
                piece.kind === evidence.kind && piece.datedOn === evidence.datedOn
                  ? { ...piece, datedOn: asOf }
                  : piece,
              ),
            },
      ),
    });
  const name = `${GAP_NAMES[gap]}: ${EVIDENCE_KIND_NAMES[evidence.kind].toLowerCase()} renewed`;
  return [dated(`evidence:${gap}`, name, evidence.datedOn, [{ direction: 'up', to: asOf, make }])];
}

function evaluationRun(inputs: EngineInputs): readonly SteppedInput[] {
  const { asOf } = inputs.context;
  const { evaluationRanOn: now } = inputs.facts.initiative;
  if (now === null || now >= asOf) return [];
  const make = (): EngineInputs => withFields(inputs, { evaluationRanOn: asOf });
  return [
    dated('evaluationRanOn', 'Evaluation run, same pass rate', now, [{ direction: 'up', to: asOf, make }]),
  ];
}

function dated(input: string, name: string, now: IsoDate, steps: readonly Step[]): SteppedInput {
  return { input, kind: 'date', name, unit: 'day', now, deviation: null, steps };
}
