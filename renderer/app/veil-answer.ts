import type { CallName, Output } from '#shared/api/contract.ts';
import { hideAmounts } from '../components/money-words.ts';

/**
 * Where an answer of the host holds sentences that may name amounts: the keys of its top level whose texts are veiled,
 * or 'all'. Only what is read, never what is edited: a veiled text must not come back as somebody's own words.
 */
const SENTENCES: Partial<Readonly<Record<CallName, 'all' | readonly string[]>>> = {
  getStatus: ['undo', 'redo'],
  getPortfolio: 'all',
  getReport: 'all',
  explainInitiative: 'all',
  listHistory: 'all',
  getHistoryChanges: 'all',
  previewPolicy: 'all',
  previewRestore: 'all',
  getInitiative: ['sentence', 'statement', 'history', 'decision'],
};

/** Ten thousand rows, whose every other text is somebody's own: only the sentence of each. */
function veilRegister(answer: Output<'listRegister'>): Output<'listRegister'> {
  return { ...answer, rows: answer.rows.map((row) => ({ ...row, reason: hideAmounts(row.reason) })) };
}

/** The answer without the amounts its sentences name; numbers stay, they are hidden where they are written. */
export function veilAnswer<Answer>(name: CallName, answer: Answer): Answer {
  if (name === 'listRegister') return veilRegister(answer as Output<'listRegister'>) as Answer;
  const keys = SENTENCES[name];
  if (keys === undefined) return answer;
  if (keys === 'all') return veiled(answer) as Answer;
  const parts = { ...answer } as Record<string, unknown>;
  for (const key of keys) if (key in parts) parts[key] = veiled(parts[key]);
  return parts as Answer;
}

function veiled(value: unknown): unknown {
  if (typeof value === 'string') return hideAmounts(value);
  if (Array.isArray(value)) return value.map(veiled);
  // Bytes and the like are nobody's sentence.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, veiled(one)]));
}
