import { memo } from 'react';
import type { BoardReport } from '#shared/api/schemas/views.ts';
import { classNames } from '../../components/class-names.ts';
import { countOf } from '../../components/counts.ts';
import { explainPressed } from '../register/explain/explained-cell.ts';
import styles from './report.module.css';

interface ReportRegisterProps {
  readonly rows: BoardReport['register'];
  readonly currency: string;
}

/** A figure of the appendix; a missing one is said, but quietly, so that the measured ones stand out. */
function Value({ text, column }: { readonly text: string; readonly column: 'readiness' | 'net3' }) {
  return (
    <td
      className={classNames(styles.number, text === 'unmeasured' && styles.unmeasured)}
      data-explained=""
      data-column={column}
    >
      {text}
    </td>
  );
}

/** The appendix: every initiative on one line. Not virtualised, so that the print has them all. */
export const ReportRegister = memo(function ReportRegister({ rows, currency }: ReportRegisterProps) {
  return (
    <section className={styles.appendix}>
      <h3>Appendix: the register, {countOf(rows.length, 'initiative')}</h3>
      <table className={styles.register}>
        <thead>
          <tr>
            <th scope="col">Initiative</th>
            <th scope="col">Unit</th>
            <th scope="col">Stage</th>
            <th scope="col">Verdict</th>
            <th scope="col">Rule</th>
            <th scope="col" className={styles.number}>
              Readiness
            </th>
            <th scope="col" className={styles.number}>
              Net, last 3 months, {currency}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} onClick={(event) => explainPressed(event.target, row.id)}>
              <td>{row.name}</td>
              <td>{row.unit}</td>
              <td>{row.stage}</td>
              <td>{row.verdict}</td>
              <td>{row.rule}</td>
              <Value text={row.readiness} column="readiness" />
              <Value text={row.net3} column="net3" />
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
});
