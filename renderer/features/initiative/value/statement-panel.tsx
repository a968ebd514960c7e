import { useState } from 'react';
import type { StatementFigure } from '#shared/api/schemas/views.ts';
import { Panel } from '../../../components/panel.tsx';
import { STATEMENT_GROUP_NAMES, statementGroups } from './statement-format.ts';
import styles from './statement-panel.module.css';
import { StatementRow } from './statement-row.tsx';

interface StatementPanelProps {
  readonly figures: readonly StatementFigure[];
  readonly currency: string;
}

/** The figures of the life so far; each opens to its formula and what went into it. */
export function StatementPanel({ figures, currency }: StatementPanelProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setOpen((now) => {
      const next = new Set(now);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  if (figures.length === 0) return null;
  return (
    <Panel title="Statement" aside="a figure opens to its formula" isPadded={false}>
      <table className={styles.table} aria-label="Statement">
        <colgroup>
          <col className={styles.nameCol} />
          <col className={styles.valueCol} />
          <col />
        </colgroup>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value</th>
            <th scope="col">What it is of</th>
          </tr>
        </thead>
        {statementGroups(figures).map(({ group, figures: members }) => (
          <tbody key={group}>
            <tr>
              <th scope="rowgroup" colSpan={3} className={styles.group}>
                {STATEMENT_GROUP_NAMES[group]}
              </th>
            </tr>
            {members.map((figure) => (
              <StatementRow
                key={figure.id}
                figure={figure}
                currency={currency}
                isOpen={open.has(figure.id)}
                onToggle={() => toggle(figure.id)}
              />
            ))}
          </tbody>
        ))}
      </table>
    </Panel>
  );
}
