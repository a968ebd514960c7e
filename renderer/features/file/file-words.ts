import type { FileDamage, FileNotice } from '#shared/api/schemas/file.ts';
import type { Status } from '#shared/api/schemas/views.ts';
import { formatMoment } from '../../components/dates.ts';
import type { StripTone } from '../../components/strip.tsx';

type OpenFile = Pick<Status['file'], 'isSample' | 'isReadOnly' | 'copiedAt' | 'damage'>;

/** The state of the open file in two or three words, as it stands under its name. */
export function fileState(file: OpenFile): string {
  if (file.damage) return 'damaged, read-only';
  if (file.isSample) return 'sample copy';
  if (file.copiedAt !== null) return 'copy, read-only';
  return file.isReadOnly ? 'read-only' : 'all changes saved';
}

/** Why nothing can be changed in the open file and what to do about it; null when it can be changed. */
export function readOnlyReason(file: OpenFile): string | null {
  if (file.damage) return 'The file is damaged. Nothing is written to it until you choose a way out.';
  if (file.copiedAt !== null) {
    return `Another program holds the file; this is a copy of it as of ${formatMoment(file.copiedAt)}, to read. Close the file there, then open it here to work on it.`;
  }
  if (!file.isReadOnly) return null;
  return 'The file or its folder may not be written to. Save a copy in a folder you may write to and open that.';
}

/** What the screens show while the file is damaged, as the end of "You see". */
export const SHOWN_MEANWHILE: Readonly<Record<FileDamage['shows'], string>> = {
  damaged: 'the damaged file itself, as far as it can be read',
  backup: 'the latest good backup of it',
  nothing: 'none of it: it could not be read',
};

/** What a notice is about, in two or three words, and how much it asks for. */
export const NOTICE_WORDS: Readonly<
  Record<FileNotice['kind'], { readonly title: string; readonly tone: StripTone }>
> = {
  backup_failed: { title: 'Not backed up.', tone: 'bad' },
  check_failed: { title: 'Check failed.', tone: 'bad' },
  changed_elsewhere: { title: 'Changed elsewhere.', tone: 'attention' },
  conflicted_copy: { title: 'Conflicted copy.', tone: 'attention' },
  network_folder: { title: 'On a network drive.', tone: 'attention' },
  sync_folder: { title: 'In a synced folder.', tone: 'attention' },
  restored: { title: 'Restored.', tone: 'plain' },
  recovered_after_crash: { title: 'Recovered.', tone: 'plain' },
  upgraded: { title: 'Upgraded.', tone: 'plain' },
};

/** The query of the settings that takes the reader to the check of the file. */
export const SHOW_CHECK = 'show=check';
export const CHECK_HREF = `#/settings?${SHOW_CHECK}`;

/** True for a notice that the check of the file, and the ways out beside it, explain. */
export function leadsToCheck({ kind }: FileNotice): boolean {
  return kind === 'check_failed' || kind === 'changed_elsewhere';
}
