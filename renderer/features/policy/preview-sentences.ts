import type { Output } from '#shared/api/contract.ts';
import type { PolicyChange } from '#shared/policy/diff.ts';
import { shownValue } from '#shared/policy/field-text.ts';
import { findField } from '#shared/policy/fields.ts';
import { formatCount } from '../../components/counts.ts';

export type Preview = Output<'previewPolicy'>;
export type Difference = Preview['differences'][number];

/** "3 of 12 verdicts change": the head of the preview. */
export function previewHeadline({ compared, differences }: Preview): string {
  const changed = differences.filter((one) => one.isVerdictChanged).length;
  if (compared === 0) return 'No verdict to compare';
  if (changed === 0)
    return compared === 1 ? 'The one verdict stays' : `All ${formatCount(compared)} verdicts stay`;
  return `${formatCount(changed)} of ${formatCount(compared)} verdicts ${changed === 1 ? 'changes' : 'change'}`;
}

/** What of the comparison still waits for simulations; '' when nothing does. */
export function waitingSentence({ computing, differences }: Preview): string {
  if (computing > 0) {
    return `${formatCount(computing)} more ${computing === 1 ? 'is' : 'are'} being simulated under these values.`;
  }
  return differences.some(({ because }) => because.kind === 'computing')
    ? 'The reasons are being simulated.'
    : '';
}

/** Why a verdict differs, in words. */
export function becauseSentence({ because, isVerdictChanged }: Difference): string {
  const old = isVerdictChanged ? 'verdict' : 'rule';
  switch (because.kind) {
    case 'alone': {
      const names = because.settings.map((setting) => setting.name);
      if (names.length === 1) return `because of ${names[0]}`;
      return `because of ${listed(names)}: any one of them put back gives the old ${old} back`;
    }
    case 'together':
      return `by several changes at once: none of them put back alone gives the old ${old} back`;
    case 'computing':
      return 'the reason is being simulated';
  }
}

/** What is wrong, said away from its field: with the field's name when the message lacks it. */
export function problemSentence(path: string, message: string): string {
  const name = findField(path)?.name;
  return name === undefined || message.includes(name) ? message : `${name}: ${message}`;
}

/** A changed text is not quoted: it would fill the panel. */
export function changeSentence({ path, from, to }: PolicyChange): string {
  const field = findField(path);
  if (field === undefined) return '';
  return field.type === 'text' ? 'reworded' : `${shownValue(field, from)} to ${shownValue(field, to)}`;
}

function listed(names: readonly string[]): string {
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}
