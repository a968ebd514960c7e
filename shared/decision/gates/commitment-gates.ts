import {
  type Column,
  type Found,
  fixable,
  type GateInputs,
  type GateResult,
  gateOf,
  passes,
} from './gate-result.ts';

/** G1: owners named; an idea needs the business one, later stages both. Blank text is nobody. */
export function ownerGate({ initiative }: GateInputs, column: Column): GateResult {
  const findings: Found[] = [];
  if (initiative.businessOwner.trim() === '') findings.push(NO_BUSINESS_OWNER);
  if (column.stage !== 'idea' && initiative.technicalOwner.trim() === '') findings.push(NO_TECHNICAL_OWNER);
  if (findings.length === 0) findings.push(column.stage === 'idea' ? BUSINESS_OWNER : BOTH_OWNERS);
  return gateOf('G1', column, findings);
}

/** G8: from pilot on at least one tripwire with metric, threshold and date, committed by the as-of date. */
export function tripwireGate({ tripwires, asOf }: GateInputs, column: Column): GateResult {
  if (column.stage === 'idea') return gateOf('G8', column, [NOT_ASKED]);
  const count = tripwires.filter((t) => t.committedOn <= asOf.date && t.metric.trim() !== '').length;
  if (count === 0) return gateOf('G8', column, [NO_TRIPWIRE]);
  return gateOf('G8', column, [passes('tripwire', `${count} tripwire${count === 1 ? '' : 's'} set`)]);
}

const NO_BUSINESS_OWNER = fixable('owner:business', 'no business owner named');
const NO_TECHNICAL_OWNER = fixable('owner:technical', 'no technical owner named');
const BUSINESS_OWNER = passes('owner', 'business owner named');
const BOTH_OWNERS = passes('owner', 'business and technical owner named');
const NO_TRIPWIRE = fixable('tripwire', 'no tripwire with metric, threshold and date');
const NOT_ASKED: Found = {
  finding: { state: 'not_required', code: 'tripwire', text: 'not asked of an idea' },
};
