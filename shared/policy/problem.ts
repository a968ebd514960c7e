/** Why a policy cannot be used. `path` is a field, or the family whose members do not fit together. */
export interface PolicyProblem {
  readonly path: string;
  /** A whole sentence: what it must be. */
  readonly message: string;
}
