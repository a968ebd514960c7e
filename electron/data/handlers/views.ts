import { basename } from 'node:path';
import { listAssets } from '#db/read/engine-inputs.ts';
import { readAuditHead, readHistory } from '#db/read/history.ts';
import { readPortfolio } from '#db/read/portfolio.ts';
import { readOverdueConditions, readTrace } from '#db/read/trace-facts.ts';
import { readRedo, readUndo } from '#db/undo.ts';
import type { Handlers } from '#shared/api/contract.ts';
import type { InitiativeDetail, PortfolioSummary, RegisterRow } from '#shared/api/schemas/views.ts';
import { flowAtP50 } from '#shared/decision/flow-at-p50.ts';
import { ENGINE_VERSION } from '#shared/decision/result.ts';
import type { Policy } from '#shared/domain/policy.ts';
import type { RuleId } from '#shared/domain/verdict.ts';
import { attentionKinds } from '#shared/portfolio/attention.ts';
import type { AttentionKind } from '#shared/portfolio/attention-kinds.ts';
import { registerRow } from '#shared/portfolio/register-row.ts';
import { summarise } from '#shared/portfolio/summary.ts';
import { boardReport } from '#shared/report/board-report.ts';
import { financeStatement } from '#shared/report/finance-statement.ts';
import { registerCsv } from '#shared/report/register-csv.ts';
import type { ValueBasis } from '#shared/report/value-basis.ts';
import { verdictSentence } from '#shared/report/words.ts';
import type { DataContext } from '../context.ts';
import type { Evaluated } from '../evaluation.ts';
import { firstKnownDay, liveView, type View, viewAt } from '../portfolio-at.ts';
import { evaluated, evaluatedInitiative, settledPortfolio } from '../settled.ts';

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
        copiedAt: context.options.opening?.copiedAt ?? null,
        notices: [...context.notices.list()],
        damage: context.damage,
      },
      portfolio,
      asOf: sampleAsOf ?? context.options.today(),
      isAsOfPinned: sampleAsOf !== null,
      knownFrom: firstKnownDay(context),
      initiativeCount: evaluated(liveView(context)).size,
      undo: readUndo(db),
      redo: readRedo(db),
      auditHead: readAuditHead(db),
      computing: context.simulations.pending(),
      failedSimulations: context.simulations.failures(),
    };
  },
  getPortfolio: (context, { asOf }) =>
    viewAt(context, asOf, async (view) => summary(view, await settledPortfolio(view, 'screen'))),
  listRegister: (context, { asOf }) =>
    viewAt(context, asOf, async (view) => {
      const all = await settledPortfolio(view, 'screen');
      return { currency: readPortfolio(view.db).currency, asOf: view.asOf, rows: rows(view, all) };
    }),
  getInitiative: (context, { id, asOf }) => viewAt(context, asOf, (view) => initiativeDetail(view, id)),
  getReport: (context, { asOf }) =>
    viewAt(context, asOf, async (view) => {
      const all = await settledPortfolio(view, 'export');
      return boardReport({
        portfolioName: readPortfolio(view.db).name,
        summary: summary(view, all),
        rows: rows(view, all),
        policyVersion: basisOf(view).version,
        auditHead: readAuditHead(view.db),
        madeAt: context.options.now(),
        evaluatedFor: countEvaluated(all.values()),
        isPast: view.isPast,
      });
    }),
  listAssets: (context, { asOf }) => viewAt(context, asOf, ({ db }) => ({ assets: listAssets(db) })),
  exportRegister: (context, { asOf, ids }) =>
    viewAt(context, asOf, async (view) => {
      const all = await settledPortfolio(view, 'export');
      const { name, currency } = readPortfolio(view.db);
      const basis = basisOf(view);
      const wanted = ids && new Set(ids);
      const chosen = [...all.values()].filter((one) => wanted?.has(one.facts.initiative.id) ?? true);
      const lines = chosen.map((one) => ({
        initiative: one.facts.initiative,
        gaps: one.result.gaps,
        row: row(one, currency, basis),
      }));
      return {
        name: `${fileStem(name)}-register-${view.asOf}.csv`,
        mime: 'text/csv',
        bytes: registerCsv(lines, currency),
      };
    }),
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

async function initiativeDetail(view: View, id: string): Promise<InitiativeDetail> {
  const { facts, result } = await evaluatedInitiative(view, id);
  const { currency } = readPortfolio(view.db);
  const engine = view.evaluation.context(view.asOf);
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
    ...readTrace(view.db, id),
    flowAtP50: flowAtP50(facts, engine)?.map((one) => ({ ...one })) ?? null,
    history: readHistory(view.db, { initiativeId: id, limit: HISTORY_ON_PAGE }),
    currency,
    asOf: result.asOf,
  };
}

function summary({ db, asOf, evaluation }: View, all: All): PortfolioSummary {
  const { currency } = readPortfolio(db);
  const { policy } = evaluation.context(asOf);
  return summarise([...all.values()], currency, asOf, policy, readOverdueConditions(db, asOf));
}

function rows(view: View, all: All): RegisterRow[] {
  const { currency } = readPortfolio(view.db);
  const basis = basisOf(view);
  const overdue = readOverdueConditions(view.db, view.asOf);
  return Array.from(all.values(), (one) =>
    row(one, currency, basis, attentionKinds(one, view.asOf, overdue)),
  );
}

/** The policy in force: what outcomes count, and what stands in the label of every forecast. */
function basisOf(view: View): Policy {
  return view.evaluation.context(view.asOf).policy;
}

function row(
  one: Evaluated,
  currency: string,
  basis: ValueBasis,
  attention: readonly AttentionKind[] = [],
): RegisterRow {
  return registerRow(
    one.facts.initiative,
    one.result,
    verdictSentence(one.result, currency, basis),
    one.lastChangedAt,
    attention,
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
