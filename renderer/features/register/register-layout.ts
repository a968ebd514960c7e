import { create } from 'zustand';
import { readProfile, writeProfile } from '../../stores/profile-storage.ts';
import { type ColumnLayout, readColumnLayout } from './column-layout.ts';

const STORAGE_KEY = 'pilotage.register-columns';
/** A drag is many changes; the last of them is kept. */
const KEEP_DELAY_MS = 300;

interface RegisterLayout {
  readonly layout: ColumnLayout;
}

/** How the columns stand on this machine; never portfolio data, except under the name of a saved view. */
export const useRegisterLayout = create<RegisterLayout>()(() => ({
  layout: readColumnLayout(readProfile(STORAGE_KEY)),
}));

let timer: ReturnType<typeof setTimeout> | undefined;

/** Arranges the columns and keeps that for the next start. */
export function arrangeColumns(change: (now: ColumnLayout) => ColumnLayout): void {
  const now = useRegisterLayout.getState().layout;
  const layout = change(now);
  if (layout === now) return;
  useRegisterLayout.setState({ layout });
  clearTimeout(timer);
  timer = setTimeout(() => writeProfile(STORAGE_KEY, layout), KEEP_DELAY_MS);
}
