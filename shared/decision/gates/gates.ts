import { ownerGate, tripwireGate } from './commitment-gates.ts';
import { changeGate, dataGate, evaluationGate, governanceGate, integrationGate } from './gap-gates.ts';
import type { Column, GateInputs, GateResult } from './gate-result.ts';
import { metricGate } from './metric-gate.ts';

/** The eight must-meet gates of methodology 8.2, G1 to G8, read in one column of its table. */
export function evaluateGates(inputs: GateInputs, column: Column): readonly GateResult[] {
  return [
    ownerGate(inputs, column),
    metricGate(inputs, column),
    dataGate(inputs, column),
    integrationGate(inputs, column),
    evaluationGate(inputs, column),
    governanceGate(inputs, column),
    changeGate(inputs, column),
    tripwireGate(inputs, column),
  ];
}

/** True when every gate asked for passes: the condition of ADVANCE. */
export function allPass(gates: readonly GateResult[]): boolean {
  return gates.every(({ outcome }) => outcome.state === 'pass' || outcome.state === 'not_required');
}
