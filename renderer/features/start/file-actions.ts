import { call } from '../../app/use-call.ts';
import { showDialog, showProblem } from '../../stores/shell.ts';

/** Opens a throw-away copy of the sample; the host then says that another file is open. */
export async function openSample(): Promise<void> {
  const result = await call('openSample', {});
  if (!result.ok) showProblem(result.error);
}

/** Desktop: the open dialog of the system. Browser mode: the list of portfolios in the data folder. */
export async function requestOpen(): Promise<void> {
  const status = await call('getStatus', {});
  if (status.ok && status.value.host === 'desktop') {
    const result = await call('openPortfolio', {});
    if (!result.ok) showProblem(result.error);
    return;
  }
  showDialog('open-portfolio');
}
