import { Button, Modal } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import type { InitiativeDetail } from '#shared/api/schemas/views.ts';
import {
  SCOPE_LINE_KIND_NAMES,
  SCOPE_LINE_KINDS,
  SCOPE_STAGE_NAMES,
  type Scope,
  type ScopeLine,
} from '#shared/domain/forward-model.ts';
import { UNMEASURED } from '#shared/report/parse-amount.ts';
import { Panel } from '../../../components/panel.tsx';
import { amountAtP50, type DriversById, totalsAtP50, unitsText } from './line-amount.ts';
import { Product } from './product.tsx';
import { placeOnRoad, roadText } from './scope-draft.ts';
import { ScopeForm } from './scope-form.tsx';
import { ScopeLineForm } from './scope-line-form.tsx';
import styles from './scope-panel.module.css';

type Target = { readonly what: 'scope' } | { readonly what: 'line'; readonly line: ScopeLine | null };

/** One step of the road: when it comes, and what it earns and costs a month once it is there. */
export function ScopePanel({ scope, detail }: { readonly scope: Scope; readonly detail: InitiativeDetail }) {
  const [target, setTarget] = useState<Target | null>(null);
  const drivers = useMemo(() => new Map(detail.drivers.map((one) => [one.id, one])), [detail.drivers]);
  const place = placeOnRoad(scope.stage, detail.initiative.stage);
  const name = SCOPE_STAGE_NAMES[scope.stage];
  const lines = useMemo(() => inOrder(scope.lines), [scope.lines]);
  const close = () => setTarget(null);

  return (
    <Panel
      title={name}
      isPadded={false}
      aside={
        <span className={styles.aside}>
          <span className={styles.road}>{PLACE_TEXTS[place](scope)}</span>
          <Button aria-label={`Edit the scope ${name}`} onClick={() => setTarget({ what: 'scope' })}>
            Edit
          </Button>
          <Button
            aria-label={`Add line to ${name}`}
            disabled={detail.drivers.length === 0}
            onClick={() => setTarget({ what: 'line', line: null })}
          >
            Add line
          </Button>
        </span>
      }
    >
      {lines.length === 0 ? (
        <p className={styles.empty}>{emptyText(scope, detail.drivers.length)}</p>
      ) : (
        <LineTable
          lines={lines}
          name={name}
          drivers={drivers}
          currency={detail.currency}
          onLine={(line) => setTarget({ what: 'line', line })}
          foot={<Totals scope={scope} drivers={drivers} />}
        />
      )}
      <Modal
        opened={target !== null}
        onClose={close}
        title={
          target?.what === 'scope'
            ? `Scope ${name}`
            : target?.line == null
              ? `Add a line to ${name}`
              : `Edit a line of ${name}`
        }
        size="34rem"
      >
        {target === null ? null : target.what === 'scope' ? (
          <ScopeForm scope={scope} detail={detail} onClose={close} />
        ) : (
          <ScopeLineForm line={target.line} scope={scope} detail={detail} onClose={close} />
        )}
      </Modal>
    </Panel>
  );
}

const BASIS = { plan: 'as planned', measured: 'as measured' } as const;

const PLACE_TEXTS = {
  past: () => 'left behind: not part of the forecast',
  now: (scope: Scope) => `now, ${BASIS[scope.basis]}`,
  later: roadText,
} as const;

function emptyText(scope: Scope, driverCount: number): string {
  if (driverCount === 0) return 'No lines yet. Add a driver first: a line multiplies drivers.';
  return scope.stage === 'idea'
    ? 'No lines: an idea may cost and earn nothing.'
    : 'No lines yet. A line is a constant times drivers: what it earns, or what it costs.';
}

/** By kind, each in its own order: what it earns first. */
function inOrder(lines: readonly ScopeLine[]): readonly ScopeLine[] {
  const rank = (line: ScopeLine) => SCOPE_LINE_KINDS.indexOf(line.kind);
  return [...lines].sort((a, b) => rank(a) - rank(b) || a.sortOrder - b.sortOrder);
}

interface LineTableProps {
  readonly lines: readonly ScopeLine[];
  readonly name: string;
  readonly drivers: DriversById;
  readonly currency: string;
  readonly onLine: (line: ScopeLine) => void;
  readonly foot: ReactNode;
}

function LineTable({ lines, name, drivers, currency, onLine, foot }: LineTableProps) {
  return (
    <table className={styles.table} aria-label={`Lines of ${name}`}>
      <colgroup>
        <col className={styles.nameCol} />
        <col className={styles.kindCol} />
        <col />
        <col className={styles.amountCol} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Kind</th>
          <th scope="col">Amount is</th>
          <th scope="col" className={styles.amount}>
            {currency} at P50
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const amount = amountAtP50(line, drivers);
          return (
            <tr key={line.id}>
              <th scope="row">
                <button
                  type="button"
                  className={styles.name}
                  title={`${line.name}: edit this line`}
                  onClick={() => onLine(line)}
                >
                  {line.name}
                </button>
              </th>
              <td>{SCOPE_LINE_KIND_NAMES[line.kind]}</td>
              <td>
                <Product line={line} drivers={drivers} />
              </td>
              <td className={styles.amount}>
                <Amount amount={amount} />
              </td>
            </tr>
          );
        })}
      </tbody>
      {foot}
    </table>
  );
}

/** An amount at P50, or the mark of one that cannot be told yet. */
function Amount({ amount }: { readonly amount: number | null }) {
  if (amount !== null) return unitsText(amount);
  return (
    <span className="dim" title="a driver is blank">
      <span aria-hidden="true">{UNMEASURED}</span>
      <span className="visually-hidden">a driver is blank</span>
    </span>
  );
}

const TOTAL_NAMES = {
  benefit: 'Benefit a month',
  variable: 'Variable cost a month',
  fixed: 'Fixed cost a month',
  once: 'One-off cost',
} as const;

interface TotalsProps {
  readonly scope: Scope;
  readonly drivers: DriversById;
}

/** Sums by kind, where a kind has more than one line. */
function Totals({ scope, drivers }: TotalsProps) {
  const totals = totalsAtP50(scope, drivers).filter(
    ({ kind }) => scope.lines.filter((line) => line.kind === kind).length > 1,
  );
  if (totals.length === 0) return null;
  return (
    <tfoot>
      {totals.map(({ kind, amount }) => (
        <tr key={kind}>
          <th scope="row" colSpan={3}>
            {TOTAL_NAMES[kind]}
          </th>
          <td className={styles.amount}>
            <Amount amount={amount} />
          </td>
        </tr>
      ))}
    </tfoot>
  );
}
