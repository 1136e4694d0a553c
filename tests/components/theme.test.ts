/** Text is legible in light and dark: the theme's own colours against each other, by WCAG 2.2 (1.4.3 and 1.4.11). */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../components/theme.css', import.meta.url), 'utf8');
const [light = '', dark = ''] = css.split(/@media \(prefers-color-scheme: dark\)/u);
const endOfDark = dark.indexOf('@media');

const themes = { light, dark: dark.slice(0, endOfDark) };
const pairs = ['surface', 'raised', 'sunken', 'accent-soft'].flatMap((ground) =>
  ['ink', 'ink-soft', 'accent'].map((text) => [text, ground] as const),
);
const texts = [...pairs, ['on-accent', 'accent'], ['ink', 'alert-soft'], ['ink-soft', 'alert-soft']] as const;

test.each(Object.keys(themes) as (keyof typeof themes)[])(
  '%s text has 4.5:1, field borders have 3:1',
  (name) => {
    const colour = (property: string) => {
      const value = new RegExp(`--${property}:\\s*(#[0-9a-f]{6})`, 'u').exec(themes[name])?.[1];
      if (value === undefined) throw new Error(`${name} has no --${property}`);
      return value;
    };
    for (const [text, ground] of texts) {
      expect(contrast(colour(text), colour(ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colour('line-strong'), colour('surface'))).toBeGreaterThanOrEqual(3);
  },
);

function contrast(one: string, other: string): number {
  const [dim = 0, bright = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
