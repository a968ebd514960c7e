import styles from './import.module.css';

/** "2 Understand": the number of a step and its name, as a panel's heading. */
export function StepTitle({ step, children }: { readonly step: 1 | 2 | 3; readonly children: string }) {
  return (
    <>
      <span className={styles.step}>{step}</span> {children}
    </>
  );
}
