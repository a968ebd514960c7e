import type { ImportDraft } from '#shared/api/schemas/intake.ts';
import { classNames } from '../../components/class-names.ts';
import styles from './check.module.css';

/** The first records exactly as they will stand in the register; a dash is unmeasured. */
export function PreviewTable({ rows }: { readonly rows: ImportDraft['preview'] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className={styles.previewScroll} aria-label="First records as they will be" tabIndex={0}>
      <table className={styles.preview}>
        <thead>
          <tr>
            <th scope="col" className={classNames(styles.previewHead, styles.number)}>
              Row
            </th>
            <th scope="col" className={styles.previewHead}>
              Name
            </th>
            <th scope="col" className={styles.previewHead}>
              Unit
            </th>
            <th scope="col" className={styles.previewHead}>
              Stage
            </th>
            <th scope="col" className={styles.previewHead}>
              Since
            </th>
            <th scope="col" className={styles.previewHead}>
              Levels
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((record) => (
            <tr key={record.row}>
              <td className={classNames(styles.previewCell, styles.number)}>{record.row}</td>
              <th scope="row" className={classNames(styles.previewCell, styles.previewName)}>
                {record.name}
              </th>
              <td className={classNames(styles.previewCell, styles.unit)}>{orDash(record.unit)}</td>
              <td className={classNames(styles.previewCell, styles.whole)}>{orDash(record.stage)}</td>
              <td className={classNames(styles.previewCell, styles.whole)}>
                {orDash(record.stageEnteredOn)}
              </td>
              <td className={styles.previewCell}>{orDash(record.levels)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function orDash(text: string) {
  return text === '' ? <span className={styles.dim}>–</span> : text;
}
