import type { Parsed } from '#shared/api/contract.ts';
import type {
  Autonomy,
  EuRole,
  FrameworkFunction,
  FrameworkStatus,
  ImpactAssessment,
} from '#shared/domain/governance.ts';
import { FRAMEWORK_FUNCTIONS } from '#shared/domain/governance.ts';
import type { IsoDate } from '#shared/domain/units.ts';
import type { RowOf } from '../tables.ts';

export type GovernanceFields = Parsed<'setGovernance'>['governance'];

/** What is on record about an agent's powers and trials, from its row and those of the framework. */
export function toGovernance(
  row: RowOf<'governance'>,
  framework: readonly RowOf<'framework_status'>[],
): GovernanceFields {
  const order = (one: FrameworkStatus) => FRAMEWORK_FUNCTIONS.indexOf(one.function);
  return {
    autonomy: row.autonomy as Autonomy | null,
    permissions: row.permissions,
    dataClasses: row.data_classes,
    modelVersion: row.model_version,
    vendor: row.vendor,
    euRole: row.eu_role as EuRole | null,
    classifiedBy: row.classified_by,
    classifiedOn: row.classified_on as IsoDate | null,
    classificationReason: row.classification_reason,
    impactAssessment: row.impact_assessment as ImpactAssessment | null,
    killSwitchTestedOn: row.kill_switch_tested_on as IsoDate | null,
    redTeamedOn: row.red_teamed_on as IsoDate | null,
    framework: framework.map(toFrameworkStatus).sort((a, b) => order(a) - order(b)),
  };
}

function toFrameworkStatus(row: RowOf<'framework_status'>): FrameworkStatus {
  return {
    function: row.framework_function as FrameworkFunction,
    status: row.status as FrameworkStatus['status'],
    link: row.link,
  };
}

/** The columns of governance a person edits. */
export function toGovernanceColumns(given: GovernanceFields): Omit<RowOf<'governance'>, 'initiative_id'> {
  return {
    autonomy: given.autonomy,
    permissions: given.permissions,
    data_classes: given.dataClasses,
    model_version: given.modelVersion,
    vendor: given.vendor,
    eu_role: given.euRole,
    classified_by: given.classifiedBy,
    classified_on: given.classifiedOn,
    classification_reason: given.classificationReason,
    impact_assessment: given.impactAssessment,
    kill_switch_tested_on: given.killSwitchTestedOn,
    red_teamed_on: given.redTeamedOn,
  };
}
