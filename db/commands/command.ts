/** Makes ids: letters, digits, `-` and `_`, at most 64 of them, never the same twice. */
export type NewId = () => string;

/** What a command answers when there is nothing to say but "done". */
export type Done = Record<string, never>;
export const DONE: Done = {};

export interface Created {
  readonly id: string;
}
