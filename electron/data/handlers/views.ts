import { basename } from 'node:path';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { readRedo, readUndo } from '#db/undo.ts';
import type { Handlers } from '#shared/api/contract.ts';
import type { PortfolioSummary, RegisterRow } from '#shared/api/schemas/views.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import { DEFAULT_POLICY } from '#shared/domain/policy.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { summarise } from '#shared/portfolio/summary.ts';
import { boardReport } from '#shared/report/board-report.ts';
import { registerCsv } from '#shared/report/register-csv.ts';
import { verdictSentence } from '#shared/report/words.ts';
import { asOfDate, type DataContext, evaluatedInitiative, evaluatedPortfolio } from '../context.ts';
import type { Evaluated } from '../evaluation.ts';

const HISTORY_ON_PAGE = 100;

/** What the screens and exports show. All read-only. */
export const viewHandlers = {
  getStatus: (context) => {
    const { db } = context.file;
    const { sampleAsOf, ...portfolio } = readPortfolio(db);
    return {
      appVersion: context.options.appVersion,
      engineVersion: ENGINE_VERSION,
      host: context.options.host,
      file: {
        name: basename(context.file.path),
        location: context.options.displayLocation,
        isSample: context.options.isSample,
        isReadOnly: context.file.isReadOnly,
      },
      portfolio,
      asOf: sampleAsOf ?? context.options.today(),
      isAsOfPinned: sampleAsOf !== null,
      initiativeCount: evaluatedPortfolio(context).size,
      undo: readUndo(db),
      redo: readRedo(db),
      auditHead: readAuditHead(db),
    };
  },
  getPortfolio: (context) => summary(context),
  listRegister: (context) => ({
    currency: readPortfolio(context.file.db).currency,
    asOf: asOfDate(context),
    rows: rows(context),
  }),
  getInitiative: (context, { id }) => {
    const { facts, result } = evaluatedInitiative(context, id);
    const { currency } = readPortfolio(context.file.db);
    return {
      initiative: facts.initiative,
      decision: result,
      sentence: verdictSentence(result, currency),
      assessments: facts.assessments.map((one) => ({ ...one, evidence: [...one.evidence] })),
      lines: [...facts.lines],
      values: [...facts.values],
      closedMonths: [...facts.closedMonths],
      readings: [...facts.readings],
      tripwires: [...facts.tripwires],
      incidents: [...facts.incidents],
      history: readHistory(context.file.db, { initiativeId: id, limit: HISTORY_ON_PAGE }),
      currency,
      asOf: result.asOf,
    };
  },
  getReport: (context) => {
    const { name } = readPortfolio(context.file.db);
    return boardReport({
      portfolioName: name,
      summary: summary(context),
      rows: rows(context),
      policyVersion: DEFAULT_POLICY.version,
      auditHead: readAuditHead(context.file.db),
      madeAt: context.options.now(),
      evaluatedFor: countEvaluated(evaluatedPortfolio(context).values()),
    });
  },
  exportRegister: (context) => {
    const { name, currency } = readPortfolio(context.file.db);
    const lines = Array.from(evaluatedPortfolio(context).values(), (one) => ({
      initiative: one.facts.initiative,
      gaps: one.result.gaps,
      row: row(one, currency),
    }));
    return {
      name: `${fileStem(name)}-register-${asOfDate(context)}.csv`,
      mime: 'text/csv',
      bytes: registerCsv(lines, currency),
    };
  },
} satisfies Handlers<
  'getStatus' | 'getPortfolio' | 'listRegister' | 'getInitiative' | 'getReport' | 'exportRegister',
  DataContext
>;

function summary(context: DataContext): PortfolioSummary {
  const { currency } = readPortfolio(context.file.db);
  return summarise([...evaluatedPortfolio(context).values()], currency, asOfDate(context));
}

function rows(context: DataContext): RegisterRow[] {
  const { currency } = readPortfolio(context.file.db);
  return Array.from(evaluatedPortfolio(context).values(), (one) => row(one, currency));
}

function row(one: Evaluated, currency: string): RegisterRow {
  return registerRow(
    one.facts.initiative,
    one.result,
    verdictSentence(one.result, currency),
    one.lastChangedAt,
  );
}

/** For how many initiatives each rule's condition could be told; the rest lacked an input. */
function countEvaluated(all: Iterable<Evaluated>): ReadonlyMap<RuleId, number> {
  const counts = new Map<RuleId, number>();
  for (const { result } of all) {
    for (const { rule, status } of result.rules) {
      if (status !== 'not_evaluated') counts.set(rule, (counts.get(rule) ?? 0) + 1);
    }
  }
  return counts;
}

/** A file name every system accepts, from the portfolio's name. */
function fileStem(name: string): string {
  const stem = name
    .normalize('NFKD')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
  return stem === '' ? 'portfolio' : stem.slice(0, 60);
}
