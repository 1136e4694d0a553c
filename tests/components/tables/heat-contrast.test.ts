/** Numbers on every shade of a heat map are legible in light and dark, by WCAG 2.2 (1.4.3). */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (file: string) => readFileSync(new URL(`../../../components/${file}`, import.meta.url), 'utf8');
const [light = '', dark = ''] = read('theme.css').split(/@media \(prefers-color-scheme: dark\)/u);
const plots = read('tables/plots.css');
const shades = Array.from(
  plots.matchAll(/\[data-level="(\d)"\] \{\s*--heat: (\d+)%/gu),
  ([, level, share]) => ({
    level: Number(level),
    share: Number(share) / 100,
  }),
);
const inverted = /\.heat:is\(([^)]*)\) text \{\s*fill: var\(--on-accent\)/u.exec(plots)?.[1] ?? '';

test.each([
  ['light', light],
  ['dark', dark],
])('%s numbers have 4.5:1 on each of the eight shades', (_, css) => {
  const colour = (name: string) =>
    channels(new RegExp(`--${name}:\\s*#([0-9a-f]{6})`, 'u').exec(css)?.[1] ?? '');
  expect(shades.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  for (const { level, share } of shades) {
    const [accent, surface] = [colour('accent'), colour('surface')];
    const ground = accent.map((channel, at) => channel * share + (surface[at] ?? 0) * (1 - share));
    const text = colour(inverted.includes(`"${level}"`) ? 'on-accent' : 'ink');
    const [dim = 0, bright = 0] = [luminance(ground), luminance(text)].sort((one, other) => one - other);
    expect((bright + 0.05) / (dim + 0.05), `level ${level}`).toBeGreaterThanOrEqual(4.5);
  }
});

function channels(hex: string): number[] {
  return [0, 2, 4].map((start) => Number.parseInt(hex.slice(start, start + 2), 16) / 255);
}

function luminance(rgb: readonly number[]): number {
  const [red = 0, green = 0, blue = 0] = rgb.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
