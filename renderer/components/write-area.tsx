import type { ReactNode } from 'react';
import { useWritingOff } from '../app/use-writing-off.ts';
import styles from './write-area.module.css';

/**
 * Everything in it writes: when nothing can be changed, its buttons are not shown and its fields are there to be read.
 * A fieldset switches all of them off at once, so that no control inside can be forgotten.
 */
export function WriteArea({ children }: { readonly children: ReactNode }) {
  return (
    <fieldset disabled={useWritingOff() !== null} className={styles.area}>
      {children}
    </fieldset>
  );
}
