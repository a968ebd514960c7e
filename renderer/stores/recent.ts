import { create } from 'zustand';
import { type Persistence, restore, toStored } from './persistence.ts';
import { readProfile, writeProfile } from './profile-storage.ts';

export interface Recent {
  /** What was used last, the latest first: ids of the palette's items. Ids of initiatives belong to one file each. */
  readonly used: readonly string[];
}

/** Enough for several files; few enough for a cookie. */
const LIMIT = 48;
const STORAGE_KEY = 'pilotage.recent';
const ITEM_ID = /^[a-z]+:[\w.:-]{1,64}$/;

const isIds = (value: unknown): value is readonly string[] =>
  Array.isArray(value) &&
  value.length <= LIMIT &&
  value.every((one) => typeof one === 'string' && ITEM_ID.test(one));

/** Only ids are kept, never a name. */
export const RECENT: Persistence<Recent> = { used: { keep: 'local', initial: [], isValid: isIds } };

export const useRecent = create<Recent>()(() => restore(RECENT, readProfile(STORAGE_KEY)));

/** Puts an id first among those used last. */
export function noteUsed(id: string): void {
  const { used } = useRecent.getState();
  if (used[0] === id || !ITEM_ID.test(id)) return;
  useRecent.setState({ used: [id, ...used.filter((one) => one !== id)].slice(0, LIMIT) });
  writeProfile(STORAGE_KEY, toStored(RECENT, useRecent.getState()));
}
