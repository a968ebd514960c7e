import type { InitiativeFacts } from '#shared/decision/facts.ts';
import type { Assessment, Evidence } from '#shared/domain/initiative.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { getRow, getRows, prepared, type ReadDb } from '../handles.ts';
import { toAssessment, toEvidence } from '../rows/assessment-row.ts';
import { toChecklistRow } from '../rows/checklist-row.ts';
import { type DecisionRow, toPastDecision } from '../rows/decision-row.ts';
import { toInitiative } from '../rows/initiative-row.ts';
import { toLine } from '../rows/line-row.ts';
import { toIncident, toTripwire } from '../rows/risk-row.ts';
import { toUnitCount } from '../rows/tracking-row.ts';
import type { RowOf } from '../tables.ts';
import { type Draft, draftOf } from './fact-draft.ts';
import { type FactQuery, factSql } from './fact-queries.ts';
import { collectForwardModel } from './forward-model-facts.ts';
import { collectPlans } from './plan-facts.ts';

/** The facts of every initiative, in the order they were created. One statement a table, whatever the size. */
export function readAllFacts(db: ReadDb): InitiativeFacts[] {
  return collect(db, undefined);
}

/** The facts of one initiative, or undefined when there is none with this id. */
export function readFacts(db: ReadDb, id: string): InitiativeFacts | undefined {
  return collect(db, id)[0];
}

/** The initiative and the gap an assessment belongs to, or undefined when there is none with this id. */
export function readAssessmentOwner(
  db: ReadDb,
  assessmentId: string,
): Pick<Assessment, 'initiativeId' | 'gap'> | undefined {
  return getRow(db, 'SELECT initiative_id AS initiativeId, gap FROM assessment WHERE id = ?', assessmentId);
}

function collect(db: ReadDb, id: string | undefined): InitiativeFacts[] {
  const rows = <Row>(query: FactQuery): Row[] =>
    id === undefined ? getRows(db, factSql(query, false)) : getRows(db, factSql(query, true), id);
  const drafts = new Map<string, Draft>();
  for (const row of rows<RowOf<'initiative'>>('initiative')) drafts.set(row.id, draftOf(toInitiative(row)));
  const draft = (initiativeId: string): Draft => {
    const found = drafts.get(initiativeId);
    if (!found) throw new Error(`rows refer to initiative ${initiativeId}, which is not there`);
    return found;
  };

  const evidence = Map.groupBy(rows<RowOf<'evidence'>>('evidence').map(toEvidence), (e) => e.assessmentId);
  const none: readonly Evidence[] = [];
  for (const row of rows<RowOf<'assessment'>>('assessment'))
    draft(row.initiative_id).assessments.push(toAssessment(row, evidence.get(row.id) ?? none));

  const byLine = collectLines(rows, draft);
  collectAmounts(db, id, 'value', byLine, (owner) => owner.values);
  collectAmounts(db, id, 'forecast', byLine, (owner) => owner.forecasts);
  collectPlans(db, id, draft);
  collectForwardModel(rows, draft);

  for (const { initiative_id, months } of rows<{ initiative_id: string; months: string }>('closed'))
    draft(initiative_id).closedMonths.push(...(JSON.parse(months) as MonthIndex[]));
  for (const row of rows<RowOf<'metric_reading'>>('reading'))
    draft(row.initiative_id).readings.push({ month: row.month as MonthIndex, value: row.value });
  for (const row of rows<RowOf<'unit_count'>>('unitCount'))
    draft(row.initiative_id).unitCounts.push(toUnitCount(row));
  for (const row of rows<RowOf<'tripwire'>>('tripwire'))
    draft(row.initiative_id).tripwires.push(toTripwire(row));
  for (const row of rows<RowOf<'incident'>>('incident'))
    draft(row.initiative_id).incidents.push(toIncident(row));
  for (const row of rows<RowOf<'checklist_row'>>('checklist'))
    draft(row.initiative_id).checklist.push(toChecklistRow(row));
  for (const row of rows<DecisionRow>('decision'))
    draft(row.initiative_id).pastDecisions.push(toPastDecision(row));
  return [...drafts.values()];
}

type Rows = <Row>(query: FactQuery) => Row[];

/** Puts the lines with their terms into the drafts. @returns whose each line is. */
function collectLines(rows: Rows, draft: (initiativeId: string) => Draft): ReadonlyMap<string, Draft> {
  const cost = new Map(rows<RowOf<'cost_terms'>>('costTerms').map((row) => [row.line_id, row]));
  const outcome = new Map(rows<RowOf<'outcome_terms'>>('outcomeTerms').map((row) => [row.line_id, row]));
  const byLine = new Map<string, Draft>();
  for (const row of rows<RowOf<'value_line'>>('line')) {
    const owner = draft(row.initiative_id);
    owner.lines.push(toLine(row, { cost: cost.get(row.id), outcome: outcome.get(row.id) }));
    byLine.set(row.id, owner);
  }
  return byLine;
}

/** Puts amounts into the drafts: one row a line, its months and amounts side by side (see FACT_QUERIES). */
function collectAmounts(
  db: ReadDb,
  id: string | undefined,
  query: 'value' | 'forecast',
  byLine: ReadonlyMap<string, Draft>,
  listOf: (owner: Draft) => Draft['values'],
): void {
  const statement = prepared(db, factSql(query, id !== undefined)).raw(true);
  const rows = (id === undefined ? statement.all() : statement.all(id)) as [string, string, string][];
  // Most lines have their amounts in the same months.
  const lists = new Map<string, readonly MonthIndex[]>();
  for (const [lineId, monthList, amountList] of rows) {
    let months = lists.get(monthList);
    if (months === undefined) {
      months = JSON.parse(monthList) as MonthIndex[];
      lists.set(monthList, months);
    }
    const owner = byLine.get(lineId);
    if (!owner) throw new Error(`amounts refer to line ${lineId}, which is not there`);
    const list = listOf(owner);
    const amounts = JSON.parse(amountList) as MinorUnits[];
    for (let index = 0; index < amounts.length; index += 1)
      list.push({ lineId, month: months[index] as MonthIndex, amount: amounts[index] as MinorUnits });
  }
}
