import type { InitiativeFacts, PastDecision } from '#shared/decision/facts.ts';
import type {
  Assessment,
  Evidence,
  Incident,
  Initiative,
  MetricReading,
  MonthValue,
  Tripwire,
  ValueLine,
} from '#shared/domain/initiative.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { getRow, getRows, prepared, type ReadDb } from '../handles.ts';
import { toAssessment, toEvidence } from '../rows/assessment-row.ts';
import { type DecisionRow, toPastDecision } from '../rows/decision-row.ts';
import { toInitiative } from '../rows/initiative-row.ts';
import { toLine } from '../rows/line-row.ts';
import { toIncident, toTripwire } from '../rows/risk-row.ts';
import type { RowOf } from '../tables.ts';

/**
 * The questions behind the facts, each for one initiative or, without its `scope`, for all of them: one
 * statement a table, never one an initiative. Exported for the query-plan test.
 *
 * Assessments come oldest first; of two dated the same day the one recorded later comes later.
 */
export const FACT_QUERIES = {
  initiative: { from: 'SELECT * FROM initiative', scope: 'WHERE id = ?', order: 'ORDER BY created_at, id' },
  assessment: {
    from: 'SELECT * FROM assessment',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY rated_on, recorded_at, id',
  },
  evidence: {
    from: 'SELECT evidence.* FROM evidence',
    scope: 'JOIN assessment ON assessment.id = evidence.assessment_id WHERE assessment.initiative_id = ?',
    order: 'ORDER BY evidence.dated_on, evidence.id',
  },
  line: {
    from: 'SELECT * FROM value_line',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY sort_order, id',
  },
  value: {
    from: 'SELECT line_id, month, amount_minor FROM month_value',
    scope: 'JOIN value_line ON value_line.id = month_value.line_id WHERE value_line.initiative_id = ?',
    order: 'ORDER BY line_id, month',
  },
  closed: {
    from: 'SELECT initiative_id, month FROM month_state',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, month',
  },
  reading: {
    from: 'SELECT initiative_id, month, value FROM metric_reading',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY initiative_id, month',
  },
  tripwire: {
    from: 'SELECT * FROM tripwire',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY due_on, id',
  },
  incident: {
    from: 'SELECT * FROM incident',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY opened_on, id',
  },
  decision: {
    from: 'SELECT decision.*, review.ends_on FROM decision JOIN review ON review.id = decision.review_id AND review.closed_at IS NOT NULL',
    scope: 'WHERE initiative_id = ?',
    order: 'ORDER BY review.ends_on, review.closed_at, review.id',
  },
} as const;

type FactQuery = keyof typeof FACT_QUERIES;

/** The SQL of one of the {@link FACT_QUERIES}, for one initiative or for all. */
export function factSql(query: FactQuery, isScoped: boolean): string {
  const { from, scope, order } = FACT_QUERIES[query];
  return `${from} ${isScoped ? scope : ''} ${order}`;
}

/** The facts of every initiative, in the order they were created. Ten statements, whatever the size. */
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

/** Facts while they are being collected. */
interface Draft {
  readonly initiative: Initiative;
  readonly assessments: Assessment[];
  readonly lines: ValueLine[];
  readonly values: MonthValue[];
  readonly closedMonths: MonthIndex[];
  readonly readings: MetricReading[];
  readonly tripwires: Tripwire[];
  readonly incidents: Incident[];
  readonly pastDecisions: PastDecision[];
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

  const byLine = new Map<string, MonthValue[]>();
  for (const row of rows<RowOf<'value_line'>>('line')) {
    const { lines, values } = draft(row.initiative_id);
    lines.push(toLine(row));
    byLine.set(row.id, values);
  }
  collectValues(db, id, byLine);

  for (const row of rows<RowOf<'month_state'>>('closed'))
    draft(row.initiative_id).closedMonths.push(row.month as MonthIndex);
  for (const row of rows<RowOf<'metric_reading'>>('reading'))
    draft(row.initiative_id).readings.push({ month: row.month as MonthIndex, value: row.value });
  for (const row of rows<RowOf<'tripwire'>>('tripwire'))
    draft(row.initiative_id).tripwires.push(toTripwire(row));
  for (const row of rows<RowOf<'incident'>>('incident'))
    draft(row.initiative_id).incidents.push(toIncident(row));
  for (const row of rows<DecisionRow>('decision'))
    draft(row.initiative_id).pastDecisions.push(toPastDecision(row));
  return [...drafts.values()];
}

/** Month values are most of a file (384,000 in the reference portfolio): read as arrays, grouped as they come. */
function collectValues(db: ReadDb, id: string | undefined, byLine: ReadonlyMap<string, MonthValue[]>): void {
  const statement = prepared(db, factSql('value', id !== undefined)).raw(true);
  const rows = (id === undefined ? statement.all() : statement.all(id)) as [string, number, number][];
  for (const [lineId, month, amount] of rows) {
    const values = byLine.get(lineId);
    if (!values) throw new Error(`month values refer to line ${lineId}, which is not there`);
    values.push({ lineId, month: month as MonthIndex, amount: amount as MinorUnits });
  }
}

function draftOf(initiative: Initiative): Draft {
  return {
    initiative,
    assessments: [],
    lines: [],
    values: [],
    closedMonths: [],
    readings: [],
    tripwires: [],
    incidents: [],
    pastDecisions: [],
  };
}
