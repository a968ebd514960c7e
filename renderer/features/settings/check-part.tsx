import { Button } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Status } from '#shared/api/schemas/views.ts';
import { SHOW_CHECK } from '../file/file-words.ts';
import { canRestore } from './backup-words.ts';
import styles from './settings.module.css';
import { VerifyFile } from './verify-file.tsx';

/** The check of the whole file; a notice about one leads here. */
export function CheckPart({ status: { file, auditHead } }: { readonly status: Status }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const search = useSearch();
  const [path, navigate] = useLocation();
  useEffect(() => {
    if (search !== SHOW_CHECK) return;
    heading.current?.scrollIntoView();
    heading.current?.focus({ preventScroll: true });
    // Asked for once: the same link leads here again.
    navigate(path, { replace: true });
  }, [search, path, navigate]);
  return (
    <div className={styles.group}>
      <h3 ref={heading} tabIndex={-1} className={styles.target}>
        Check
      </h3>
      {file.damage ? <Damaged /> : <VerifyFile seqNow={auditHead.seq} isRestorable={canRestore(file)} />}
    </div>
  );
}

/** A check would be made of what is shown meanwhile, which may be sound: it would say nothing about the file. */
function Damaged() {
  return (
    <>
      <p className={styles.remark}>
        The file was checked when it was opened, and is damaged. What was found, and what can take its place,
        is under the ways out.
      </p>
      <Button component="a" href="#/recovery">
        Ways out
      </Button>
    </>
  );
}
