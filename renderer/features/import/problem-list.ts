import type { ImportDraft, ImportOptions, ImportProblem } from '#shared/api/schemas/intake.ts';

/** What the problem list shows: one severity, all, or what the person changed by hand. */
export type ProblemFilter = 'all' | ImportProblem['severity'];

export const SEVERITY_NAMES: Readonly<Record<ImportProblem['severity'], string>> = {
  blocked: 'Blocked',
  duplicate: 'Duplicate',
  warning: 'Warning',
};

/** What a severity means for the row, for people who meet it the first time. */
export const SEVERITY_MEANINGS: Readonly<Record<ImportProblem['severity'], string>> = {
  blocked: 'the row stays out until it is corrected',
  duplicate: 'the row is in the portfolio already and stays out',
  warning: 'the row comes in, this cell does not',
};

/** A stable key of a problem: the same trouble in the same cell. */
export function problemKey(problem: ImportProblem): string {
  return `${problem.row}:${problem.columnIndex ?? '-'}:${problem.code}`;
}

/** The problems a filter lets through, in the order given. */
export function filterProblems(
  problems: readonly ImportProblem[],
  filter: ProblemFilter,
): readonly ImportProblem[] {
  return filter === 'all' ? problems : problems.filter((p) => p.severity === filter);
}

/** How many listed problems each filter shows. */
export function countProblems(problems: readonly ImportProblem[]): Readonly<Record<ProblemFilter, number>> {
  const counts = { all: problems.length, blocked: 0, duplicate: 0, warning: 0 };
  for (const problem of problems) counts[problem.severity] += 1;
  return counts;
}

/** A cell the person corrected, with the name of its column. */
export interface ListedCorrection {
  readonly row: number;
  readonly column: number;
  readonly columnName: string;
  readonly value: string;
}

/** The corrections made so far, by row then column. */
export function listCorrections(options: ImportOptions, draft: ImportDraft): readonly ListedCorrection[] {
  return [...(options.corrections ?? [])]
    .sort((a, b) => a.row - b.row || a.column - b.column)
    .map((c) => ({ ...c, columnName: draft.headers[c.column] ?? `column ${c.column + 1}` }));
}

/** The row the arrow keys lead to, clamped to the list; -1 when it is empty. */
export function moveFocus(key: string, from: number, length: number, page: number): number {
  const last = length - 1;
  const to = {
    ArrowDown: from + 1,
    ArrowUp: from - 1,
    PageDown: from + page,
    PageUp: from - page,
    Home: 0,
    End: last,
  }[key];
  return Math.min(last, Math.max(0, to ?? from));
}

/** How many things the person put right by hand: corrected cells and rows let in. */
export function changesCount(options: ImportOptions): number {
  return (options.corrections?.length ?? 0) + (options.includeRows?.length ?? 0);
}
