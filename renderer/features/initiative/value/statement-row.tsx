import { IconChevronRight } from '@tabler/icons-react';
import { useId } from 'react';
import type { StatementFigure } from '#shared/api/schemas/views.ts';
import { statementNumbers } from './statement-format.ts';
import styles from './statement-panel.module.css';

interface StatementRowProps {
  readonly figure: StatementFigure;
  readonly currency: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** One figure: its number or the reason there is none, its label, and on demand how it was made. */
export function StatementRow({ figure, currency, isOpen, onToggle }: StatementRowProps) {
  const detailId = useId();
  const numbers = statementNumbers(figure, currency);
  return (
    <>
      <tr className={styles.figure}>
        <th scope="row">
          <button
            type="button"
            className={styles.name}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailId : undefined}
            onClick={onToggle}
          >
            <IconChevronRight aria-hidden="true" size="0.875rem" stroke={1.75} className={styles.arrow} />
            {figure.name}
          </button>
        </th>
        <td className={styles.value}>
          {numbers.length === 0 ? (
            <span className={styles.none}>none</span>
          ) : (
            numbers.map((number, index) => (
              <span key={number} className={styles.number} data-other={index > 0 || undefined}>
                {number}
              </span>
            ))
          )}
        </td>
        <td className={styles.label}>
          {figure.reason === null ? null : <span className={styles.reason}>{figure.reason}</span>}
          {figure.label}
          {figure.note === null ? null : <span className={styles.note}>{figure.note}</span>}
        </td>
      </tr>
      {isOpen ? (
        <tr id={detailId}>
          <td colSpan={3} className={styles.detail}>
            <p className={styles.formula}>{figure.formula}</p>
            {figure.inputs.length === 0 ? null : (
              <dl className={styles.inputs}>
                {figure.inputs.map((input) => (
                  <div key={input.name}>
                    <dt>{input.name}</dt>
                    <dd>{input.value}</dd>
                  </div>
                ))}
              </dl>
            )}
          </td>
        </tr>
      ) : null}
    </>
  );
}
