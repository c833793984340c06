import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');

/** The colours of one theme, by token name. */
function coloursOf(theme: 'dark' | 'light'): Map<string, string> {
  const block = css.match(new RegExp(`color-scheme=["']${theme}["']\\] \\{([^}]*)\\}`))?.[1] ?? '';
  return new Map(
    Array.from(block.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g), (match) => [match[1]!, match[2]!]),
  );
}

/** WCAG 2.2, definition of relative luminance. */
function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!;
}

/** WCAG 2.2, definition of contrast ratio. */
function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light! + 0.05) / (dark! + 0.05);
}

const texts = [
  'text',
  'quiet',
  'accent',
  'critical',
  'high',
  'medium',
  'low',
  'good',
  'suspended',
  'simulated',
];
const grounds = ['background', 'surface', 'raised', 'selected'];

describe.each(['dark', 'light'] as const)('%s theme', (theme) => {
  const colours = coloursOf(theme);
  const colour = (token: string) => colours.get(token) ?? expect.fail(`no token --${token}`);

  test.each(texts.flatMap((text) => grounds.map((ground) => [text, ground] as const)))(
    '%s is readable on %s',
    (text, ground) => expect(contrast(colour(text), colour(ground))).toBeGreaterThanOrEqual(4.5),
  );

  test.each(grounds)('edges of controls are seen on %s', (ground) =>
    expect(contrast(colour('control-line'), colour(ground))).toBeGreaterThanOrEqual(3),
  );

  test.each(['accent', 'accent-strong'])('text on a filled button (%s) is readable', (ground) =>
    expect(contrast(colour('on-accent'), colour(ground))).toBeGreaterThanOrEqual(4.5),
  );
});
