import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './panel.module.css';

interface PanelProps {
  readonly title: ReactNode;
  /** A short remark or controls at the right of the header. */
  readonly aside?: ReactNode;
  /** False: the content touches the edges, as tables and lists do. */
  readonly isPadded?: boolean;
  readonly className?: string | undefined;
  /** Name of the place, for links that lead to it: see `use-fix-place.ts`. */
  readonly place?: string | undefined;
  readonly children: ReactNode;
}

/** A surface with a hairline and a heading: the only box there is; boxes are not put into it. */
export function Panel({ title, aside, isPadded = true, className, place, children }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} data-fix={place} className={classNames(styles.panel, className)}>
      <header className={styles.header}>
        <h2 id={id}>{title}</h2>
        {aside ? <div className={styles.aside}>{aside}</div> : null}
      </header>
      <div className={classNames(styles.body, isPadded && styles.padded)}>{children}</div>
    </section>
  );
}
