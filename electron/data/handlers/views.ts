import { basename } from 'node:path';
import { listAssets } from '#db/read/engine-inputs.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { readRedo, readUndo } from '#db/undo.ts';
import type { Handlers } from '#shared/api/contract.ts';
import type { PortfolioSummary, RegisterRow } from '#shared/api/schemas/views.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { summarise } from '#shared/portfolio/summary.ts';
import { boardReport } from '#shared/report/board-report.ts';
import { financeStatement } from '#shared/report/finance-statement.ts';
import { registerCsv } from '#shared/report/register-csv.ts';
import type { ValueBasis } from '#shared/report/value-basis.ts';
import { verdictSentence } from '#shared/report/words.ts';
import {
  asOfDate,
  type DataContext,
  evaluatedInitiative,
  evaluatedPortfolio,
  settledPortfolio,
} from '../context.ts';
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
      computing: context.simulations.pending(),
    };
  },
  getPortfolio: async (context) => summary(context, await settledPortfolio(context, 'screen')),
  listRegister: async (context) => {
    const all = await settledPortfolio(context, 'screen');
    return {
      currency: readPortfolio(context.file.db).currency,
      asOf: asOfDate(context),
      rows: rows(context, all),
    };
  },
  getInitiative: async (context, { id }) => {
    const { facts, result } = await evaluatedInitiative(context, id);
    const { currency } = readPortfolio(context.file.db);
    const engine = context.evaluation.context(result.asOf);
    return {
      initiative: facts.initiative,
      decision: result,
      sentence: verdictSentence(result, currency, engine.policy),
      assessments: facts.assessments.map((one) => ({ ...one, evidence: [...one.evidence] })),
      lines: [...facts.lines],
      values: [...facts.values],
      closedMonths: [...facts.closedMonths],
      readings: [...facts.readings],
      tripwires: [...facts.tripwires],
      incidents: [...facts.incidents],
      drivers: facts.drivers.map((one) => ({ ...one, loadings: [...one.loadings] })),
      scopes: facts.scopes.map((scope) => ({
        ...scope,
        lines: scope.lines.map((line) => ({ ...line, driverIds: [...line.driverIds] })),
      })),
      stopTerms: facts.stopTerms,
      assetUses: [...facts.assetUses],
      planVersions: facts.planVersions.map((plan) => ({ ...plan, values: [...plan.values] })),
      forecasts: [...facts.forecasts],
      unitCounts: [...facts.unitCounts],
      checklist: [...facts.checklist],
      statement: [...financeStatement(facts, engine, currency)],
      history: readHistory(context.file.db, { initiativeId: id, limit: HISTORY_ON_PAGE }),
      currency,
      asOf: result.asOf,
    };
  },
  getReport: async (context) => {
    const all = await settledPortfolio(context, 'export');
    const { name } = readPortfolio(context.file.db);
    return boardReport({
      portfolioName: name,
      summary: summary(context, all),
      rows: rows(context, all),
      policyVersion: context.evaluation.context(asOfDate(context)).policy.version,
      auditHead: readAuditHead(context.file.db),
      madeAt: context.options.now(),
      evaluatedFor: countEvaluated(all.values()),
    });
  },
  listAssets: (context) => ({ assets: listAssets(context.file.db) }),
  exportRegister: async (context) => {
    const all = await settledPortfolio(context, 'export');
    const { name, currency } = readPortfolio(context.file.db);
    const basis = basisOf(context);
    const lines = Array.from(all.values(), (one) => ({
      initiative: one.facts.initiative,
      gaps: one.result.gaps,
      row: row(one, currency, basis),
    }));
    return {
      name: `${fileStem(name)}-register-${asOfDate(context)}.csv`,
      mime: 'text/csv',
      bytes: registerCsv(lines, currency),
    };
  },
} satisfies Handlers<
  | 'getStatus'
  | 'getPortfolio'
  | 'listRegister'
  | 'getInitiative'
  | 'getReport'
  | 'listAssets'
  | 'exportRegister',
  DataContext
>;

type All = ReadonlyMap<string, Evaluated>;

function summary(context: DataContext, all: All): PortfolioSummary {
  const { currency } = readPortfolio(context.file.db);
  return summarise([...all.values()], currency, asOfDate(context), basisOf(context));
}

function rows(context: DataContext, all: All): RegisterRow[] {
  const { currency } = readPortfolio(context.file.db);
  const basis = basisOf(context);
  return Array.from(all.values(), (one) => row(one, currency, basis));
}

/** The policy in force: what outcomes count, and what stands in the label of every forecast. */
function basisOf(context: DataContext): Policy {
  return context.evaluation.context(asOfDate(context)).policy;
}

function row(one: Evaluated, currency: string, basis: ValueBasis): RegisterRow {
  return registerRow(
    one.facts.initiative,
    one.result,
    verdictSentence(one.result, currency, basis),
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
