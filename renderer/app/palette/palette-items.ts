import type { RegisterRow, Status } from '#shared/api/schemas/views.ts';
import { STAGE_NAMES } from '#shared/domain/stage.ts';
import type { Verdict } from '#shared/domain/verdict.ts';
import { INITIATIVE_TABS, TAB_NAMES } from '../../features/initiative/initiative-tabs.ts';
import { BENCHMARKS } from '../../features/settings/benchmarks.ts';
import type { Chord } from '../chord.ts';
import type { AppCommand } from '../commands.ts';
import { type Rankable, searchable } from './rank.ts';

/** One thing the palette offers: it goes somewhere or does something. */
export interface PaletteItem extends Rankable {
  readonly name: string;
  /** Beside the name: owner and stage, "screen", "command". */
  readonly hint: string;
  readonly chord: Chord | null;
  readonly verdict: Verdict | null;
  /** Why it cannot be done now; null when it can. */
  readonly refusal: string | null;
  readonly target: { readonly href: string } | { readonly perform: () => void };
}

const COMMAND_HINTS: Readonly<Record<AppCommand['group'], string>> = {
  'Go to': 'screen',
  Change: 'command',
  File: 'file',
  View: 'command',
};

/** Every command but the palette itself; those that write carry the reason while nothing can be written. */
export function commandItems(
  commands: readonly AppCommand[],
  status: Status | undefined,
  writingOff: string | null,
): readonly PaletteItem[] {
  return commands
    .filter(({ id }) => id !== 'view.palette')
    .map((command) => {
      const name = stepName(command, status);
      return {
        id: `command:${command.id}`,
        name,
        search: searchable(name, `${command.keywords ?? ''} ${command.group} ${command.label}`),
        hint: COMMAND_HINTS[command.group],
        chord: command.chords.at(-1) ?? null,
        verdict: null,
        refusal: command.writes ? (writingOff ?? stepRefusal(command, status)) : null,
        target: { perform: command.perform },
      };
    });
}

/** Undo and redo say what they would do. */
function stepName({ id, label }: AppCommand, status: Status | undefined): string {
  if (id === 'undo' && status?.undo) return `Undo: ${status.undo.label}`;
  if (id === 'redo' && status?.redo) return `Redo: ${status.redo.label}`;
  return label;
}

function stepRefusal({ id }: AppCommand, status: Status | undefined): string | null {
  if (id === 'undo') return status?.undo ? status.undo.refusal : 'There is nothing to undo.';
  if (id === 'redo') return status?.redo ? null : 'There is nothing to redo.';
  return null;
}

/** Every initiative, found by name, owners, unit and stage. */
export function initiativeItems(rows: readonly RegisterRow[]): readonly PaletteItem[] {
  return rows.map((row) => {
    const stage = STAGE_NAMES[row.stage];
    return {
      id: `initiative:${row.id}`,
      name: row.name,
      search: searchable(row.name, `${row.businessOwner} ${row.technicalOwner} ${row.unit} ${stage}`),
      hint: [row.businessOwner.trim() === '' ? 'no owner' : row.businessOwner, stage].join(' · '),
      chord: null,
      verdict: row.verdict,
      refusal: null,
      target: { href: `/initiative/${row.id}/summary` },
    };
  });
}

/** The tabs of the initiative in view; none elsewhere. */
export function tabItems(path: string): readonly PaletteItem[] {
  const [, screen, id] = path.split('/');
  if (screen !== 'initiative' || id === undefined) return [];
  return INITIATIVE_TABS.map((tab) => ({
    id: `tab:${tab}`,
    name: TAB_NAMES[tab],
    search: searchable(TAB_NAMES[tab], 'tab initiative'),
    hint: 'tab of this initiative',
    chord: null,
    verdict: null,
    refusal: null,
    target: { href: `/initiative/${id}/${tab}` },
  }));
}

/** The help on published figures, each by itself. */
export function benchmarkItems(): readonly PaletteItem[] {
  return BENCHMARKS.map(({ id, figure, asQuoted, source }) => ({
    id: `benchmark:${id}`,
    name: figure,
    search: searchable(figure, `benchmark published figure ${asQuoted} ${source}`),
    hint: 'published figure',
    chord: null,
    verdict: null,
    refusal: null,
    target: { href: `/help/benchmarks?figure=${id}` },
  }));
}
