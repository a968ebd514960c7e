import type { FigureExplanation } from '#renderer/components/explained.tsx';

/** Names and values of what went into a figure, as text with plain spaces. */
export function inputsOf({ inputs = [] }: FigureExplanation): readonly (readonly [string, string])[] {
  return inputs.map(({ name, value }) => [name, String(value).replaceAll('\u00a0', ' ')] as const);
}
