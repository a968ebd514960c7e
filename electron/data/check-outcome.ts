import type { FileFault } from '#shared/api/schemas/file.ts';
import type { DataContext } from './context.ts';

/**
 * Acts on a check of the whole file. One that found nothing is remembered, and an earlier complaint is taken back:
 * backups go on. After one that found something there is a notice, and no backup is made of the file any more: in time
 * it would replace the good ones.
 * @param faults those that speak against the file; empty when it passed
 */
export function noteCheckOutcome(
  { memory, notices, backups, options }: Pick<DataContext, 'memory' | 'notices' | 'backups' | 'options'>,
  faults: readonly FileFault[],
): void {
  const [first] = faults;
  if (!first) {
    memory.verified(options.now());
    notices.remove('check_failed');
    backups.resume();
    return;
  }
  memory.failedCheck();
  backups.stop('the file failed a check');
  notices.add({ kind: 'check_failed', text: noticeText(first, faults.length) });
}

function noticeText(first: FileFault, count: number): string {
  const more =
    count === 1 ? '' : ` There ${count === 2 ? 'is 1 more fault' : `are ${count - 1} more faults`}.`;
  return `A check of the whole file found a fault: ${first.text}${more} No backups are made until this is settled. Choose Verify file in the settings: it names every fault, and below it the portfolio can be rebuilt from its own history or a backup restored. Both show first what they would change.`;
}
