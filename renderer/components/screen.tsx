import { type ReactNode, useContext, useEffect, useLayoutEffect, useRef } from 'react';
import { useLocation } from 'wouter';
import { navigationCount, screenKey } from '../app/hash-location.ts';
import { classNames } from './class-names.ts';
import styles from './screen.module.css';
import { ScreenStrips, ScreenTools } from './screen-tools.ts';

interface ScreenProps {
  readonly title: string;
  readonly subtitle?: ReactNode;
  /** Buttons of this screen, left of the tools every screen has. */
  readonly actions?: ReactNode;
  /** A second line of the header that stays in view: tabs, filters. */
  readonly toolbar?: ReactNode;
  /** `flow`: the page scrolls; `fill`: the content gets the rest of the window and scrolls itself (tables). */
  readonly layout?: 'flow' | 'fill';
  /** False: the content has a title of its own that is printed instead. */
  readonly isHeaderPrinted?: boolean;
  readonly children: ReactNode;
}

/** A screen: sticky header with the one h1, then the content. Names the window and takes focus on navigation. */
export function Screen({
  title,
  subtitle,
  actions,
  toolbar,
  layout = 'flow',
  isHeaderPrinted = true,
  children,
}: ScreenProps) {
  const tools = useContext(ScreenTools);
  const strips = useContext(ScreenStrips);
  const heading = useRef<HTMLHeadingElement>(null);
  const [path] = useLocation();
  const key = screenKey(path);

  useEffect(() => {
    document.title = `${title} – Pilotage`;
  }, [title]);

  // Before the screen can be seen, so that focus is never taken from somebody who is already using it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is the reason to move focus
  useLayoutEffect(() => {
    if (navigationCount() > 0) heading.current?.focus({ preventScroll: true });
  }, [key]);

  return (
    <div className={classNames(styles.screen, layout === 'fill' && styles.fill)}>
      <header className={classNames(styles.header, !isHeaderPrinted && 'no-print')}>
        <div className={styles.bar}>
          <div className={styles.names}>
            <h1 ref={heading} tabIndex={-1} className={styles.title} title={title}>
              {title}
            </h1>
            {subtitle ? <div className={styles.subtitle}>{subtitle}</div> : null}
          </div>
          <div className={styles.actions}>
            {actions}
            {tools}
          </div>
        </div>
        {toolbar ? <div className={styles.toolbar}>{toolbar}</div> : null}
      </header>
      {strips}
      <div className={styles.body}>{children}</div>
    </div>
  );
}
