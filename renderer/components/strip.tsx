import { IconAlertOctagon, IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import styles from './strip.module.css';

/** How much a strip asks for: to be known, to be acted on some time, to be acted on now. */
export type StripTone = 'plain' | 'attention' | 'bad';

const ICONS = { plain: IconInfoCircle, attention: IconAlertTriangle, bad: IconAlertOctagon } as const;

interface StripProps {
  readonly tone?: StripTone;
  /** Two or three words before the sentence. */
  readonly title?: string;
  readonly children: ReactNode;
  /** Buttons and links at the right. */
  readonly actions?: ReactNode;
  /** True: also on paper, because what is printed cannot be read rightly without it. */
  readonly isPrinted?: boolean;
}

/**
 * One line under the header of a screen: what to know about everything that is shown below it. Tone is the shape of
 * the icon as well as its colour. Spoken when it appears.
 */
export function Strip({ tone = 'plain', title, children, actions, isPrinted = false }: StripProps) {
  const Icon = ICONS[tone];
  return (
    <div className={styles.strip} data-tone={tone} data-printed={isPrinted}>
      <Icon aria-hidden="true" size="1rem" stroke={1.75} className={styles.icon} />
      <div role="status" className={styles.text}>
        {title === undefined ? null : <strong className={styles.title}>{title}</strong>}
        {children}
      </div>
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}

/** Strips one below the other, in the order of how much they ask for. */
export function Strips({ children }: { readonly children: ReactNode }) {
  return <div className={styles.strips}>{children}</div>;
}
