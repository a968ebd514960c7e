import { readOnlyReason } from '../features/file/file-words.ts';
import { useDay } from '../stores/day.ts';
import { pastReason } from './past-words.ts';
import { useStatus } from './use-call.ts';

/** Why nothing can be changed now, in words; null when it can. Every control that writes asks here. */
export function useWritingOff(): string | null {
  const day = useDay((state) => state.day);
  const file = useStatus().data?.file;
  if (day !== null) return pastReason(day);
  return file ? readOnlyReason(file) : null;
}
