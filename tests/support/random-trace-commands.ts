import * as commands from '#db/commands/index.ts';
import { getRows } from '#db/handles.ts';
import type { Tx } from '#db/write.ts';
import {
  AUTONOMY_LEVELS,
  EU_ROLES,
  FRAMEWORK_FUNCTIONS,
  IMPACT_ASSESSMENTS,
} from '#shared/domain/governance.ts';
import type { MinorUnits, MonthIndex } from '#shared/domain/units.ts';
import { at, day, lineIds, month, pickId } from './random-rows.ts';

/** What a person may do about restatements, governance, launches, conditions, terms of assets and saved views. */
export const TRACE_ACTIONS = [
  'restate',
  'governance',
  'setLaunch',
  'condition',
  'changeCondition',
  'removeCondition',
  'assetTerms',
  'assetReuse',
  'view',
  'removeView',
] as const;
export type TraceAction = (typeof TRACE_ACTIONS)[number];

export function isTraceAction(action: string): action is TraceAction {
  return (TRACE_ACTIONS as readonly string[]).includes(action);
}

interface TraceStep {
  readonly action: TraceAction;
  readonly pick: number;
  readonly n: number;
  readonly text: string;
}

const cents = (n: number) => n as MinorUnits;

/** Runs one of the {@link TRACE_ACTIONS}. @throws AppError when the portfolio refuses it in words. */
export function performTrace(tx: Tx, step: TraceStep, initiativeId: string, newId: () => string): void {
  const { action, pick, n, text } = step;
  const condition = {
    what: text,
    owner: text,
    dueOn: day(n),
    metOn: n % 3 === 0 ? day(n + 1) : null,
    note: '',
  };
  switch (action) {
    case 'restate':
      restate(tx, step, initiativeId, newId);
      return;
    case 'governance':
      commands.setGovernance(tx, { initiativeId, governance: governanceOf(n, text) });
      return;
    case 'setLaunch':
      commands.setLaunch(tx, { initiativeId, launch: launchOf(n) });
      return;
    case 'condition':
      commands.addCondition(tx, { initiativeId, condition }, newId);
      return;
    case 'changeCondition':
      commands.updateCondition(tx, { id: pickId(tx, 'decision_condition', pick), condition });
      return;
    case 'removeCondition':
      commands.removeCondition(tx, { id: pickId(tx, 'decision_condition', pick) });
      return;
    case 'assetTerms':
      commands.setAssetTerms(tx, {
        id: pickId(tx, 'shared_asset', pick),
        terms: termsOf(n, text, initiativeId),
      });
      return;
    case 'assetReuse': {
      const used = getRows<{ asset_id: string }>(
        tx.db,
        'SELECT asset_id FROM asset_use WHERE initiative_id = ? ORDER BY asset_id',
        initiativeId,
      );
      const assetId = used[n % Math.max(1, used.length)]?.asset_id ?? pickId(tx, 'shared_asset', pick);
      const reuse = { usedSince: day(n), reuseCostShare: n % 2 === 0 ? null : n / 500 };
      commands.setAssetReuse(tx, { initiativeId, assetId, reuse: n % 5 === 0 ? null : reuse });
      return;
    }
    case 'view':
      commands.saveView(tx, { screen: 'register', name: at(['A', 'B', text], n), body: { n, text } }, newId);
      return;
    case 'removeView':
      commands.removeView(tx, { id: pickId(tx, 'saved_view', pick) });
  }
}

/** Restates one of the closed months there are, or tries one that may be open. */
function restate(tx: Tx, { pick, n, text }: TraceStep, open: string, newId: () => string): void {
  const closed = getRows<{ id: string; month: MonthIndex }>(
    tx.db,
    'SELECT initiative_id AS id, month FROM month_state ORDER BY initiative_id, month',
  );
  const target = closed[(pick + n) % Math.max(1, closed.length)] ?? { id: open, month: month(n) };
  const amounts = lineIds(tx, target.id)
    .slice(0, 2)
    .map((lineId, k) => ({ lineId, amount: (n + k) % 3 === 0 ? null : cents(n + k) }));
  const all = [
    { figure: 'reading', value: n % 4 === 0 ? null : n / 3 },
    { figure: 'attempts', value: n % 5 === 0 ? null : n },
    { figure: 'successes', value: n % 2 === 0 ? null : n / 2 },
  ] as const;
  const figures = n % 7 === 0 ? [] : all.slice(0, 1 + (n % 3));
  const input = { initiativeId: target.id, month: target.month, reason: text, amounts, figures };
  commands.restateMonth(tx, input, newId);
}

function governanceOf(n: number, text: string) {
  const isBlank = n % 6 === 0;
  return {
    autonomy: isBlank ? null : at(AUTONOMY_LEVELS, n),
    permissions: isBlank ? '' : text,
    dataClasses: '',
    modelVersion: isBlank ? '' : text,
    vendor: '',
    euRole: isBlank || n % 2 === 0 ? null : at(EU_ROLES, n),
    classifiedBy: '',
    classifiedOn: n % 3 === 0 ? null : day(n),
    classificationReason: '',
    impactAssessment: isBlank ? null : at(IMPACT_ASSESSMENTS, n),
    killSwitchTestedOn: isBlank ? null : day(n),
    redTeamedOn: null,
    framework: isBlank
      ? []
      : FRAMEWORK_FUNCTIONS.slice(0, n % 5).map((one) => ({
          function: one,
          status: at([0, 1, 2, 3, 4] as const, n),
          link: text,
        })),
  };
}

/** Every sixth takes one back; some lie after the day of the step and are refused. */
function launchOf(n: number) {
  if (n % 6 === 0) return null;
  return {
    launchedOn: day(n),
    effortPoints: n % 4 === 0 ? null : n / 8,
    workingDays: n % 3 === 0 ? null : n,
    isFundedFromReturns: n % 2 === 0,
  };
}

function termsOf(n: number, owner: string, initiativeId: string) {
  const isBlank = n % 5 === 0;
  return {
    builtBy: isBlank || n % 2 === 0 ? null : initiativeId,
    owner: isBlank || n % 3 === 0 ? '' : owner,
    costAlone: isBlank ? null : cents(n),
    reuseCostShare: isBlank ? null : n / 1000,
    writeForReuse: null,
    upkeepPerMonth: n % 4 === 1 ? cents(n) : null,
  };
}
