import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const CSS = readFileSync(new URL('../../renderer/app/tokens.css', import.meta.url), 'utf8');

/** The colour roles of the first rule with this selector inside `css`. */
function rolesOf(css: string, selector: string): ReadonlyMap<string, string> {
  const start = css.indexOf(`${selector} {`);
  const body = css.slice(start, css.indexOf('}', start));
  return new Map([...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6});/g)].map((m) => [m[1] ?? '', m[2] ?? '']));
}

/** Relative luminance, WCAG 2.2. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [light, dark] = [luminance(a), luminance(b)].sort((x, y) => y - x) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

const PRINT = CSS.slice(CSS.indexOf('@media print'));
const THEMES = [
  ['light', rolesOf(CSS, ':root')],
  ['dark', rolesOf(CSS, ':root[data-mantine-color-scheme="dark"]')],
  ['paper', rolesOf(CSS, ':root[data-mantine-color-scheme="dark"] .paper')],
  ['print', rolesOf(PRINT, ':root[data-mantine-color-scheme="dark"] .paper')],
] as const;
const INKS = [
  '--ink',
  '--ink-2',
  '--ink-3',
  '--kill',
  '--fix',
  '--hold',
  '--continue',
  '--scale',
  '--good',
  '--bad',
];
const GROUNDS = ['--bg', '--surface', '--sunken', '--hover'];
const VERDICTS = ['kill', 'fix', 'hold', 'continue', 'scale'];

describe.each(THEMES)('tokens.css, %s', (_, roles) => {
  const of = (role: string) => {
    const value = roles.get(role);
    if (value === undefined) throw new Error(`no ${role}`);
    return value;
  };

  it('writes every ink at 4.5 to 1 or better on every ground', () => {
    for (const ink of INKS) {
      for (const ground of GROUNDS) {
        expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it('writes every verdict at 4.5 to 1 or better on its own tint', () => {
    for (const verdict of VERDICTS) {
      expect(contrast(of(`--${verdict}`), of(`--${verdict}-bg`)), verdict).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe.each(THEMES.slice(0, 2))('tokens.css controls, %s', (_, roles) => {
  it('draws outlines and focus at 3 to 1 or better', () => {
    for (const line of ['--outline', '--focus']) {
      for (const ground of GROUNDS) {
        expect(
          contrast(roles.get(line) ?? '', roles.get(ground) ?? ''),
          `${line} on ${ground}`,
        ).toBeGreaterThanOrEqual(3);
      }
    }
  });
});
