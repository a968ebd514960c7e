import type { Choice } from './fields.ts';
import type { ValueRule } from './mapping-types.ts';
import { textKey } from './text-key.ts';

/** Looks up what a text becomes: a value, null for "leave unmeasured", undefined for "not mapped". */
export type ValueLookup = (text: string) => string | null | undefined;

/**
 * A lookup over value rules and the choices themselves. Rules win over choices, earlier rules over later ones.
 * A text is tried whole, then up to its first ":", " - " or "(": forms often explain an answer after it.
 */
export function valueLookup(rules: readonly ValueRule[], choices: readonly Choice[]): ValueLookup {
  const known = new Map<string, string | null>();
  for (const rule of rules) {
    const key = textKey(rule.text);
    if (!known.has(key)) known.set(key, rule.value);
  }
  for (const choice of choices) {
    for (const key of [textKey(choice.value), textKey(choice.name)]) {
      if (!known.has(key)) known.set(key, choice.value);
    }
  }
  return (text) => {
    const whole = textKey(text);
    if (known.has(whole)) return known.get(whole);
    for (const mark of [':', ' - ', '(']) {
      const at = whole.indexOf(mark);
      if (at <= 0) continue;
      const head = whole.slice(0, at).trim();
      if (known.has(head)) return known.get(head);
    }
    return undefined;
  };
}
