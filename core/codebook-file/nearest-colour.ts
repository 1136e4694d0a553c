/** Brings the colours of other programs to our eight. */

import { type Colour, colours, swatches } from '../colour';

/** Less colourfulness than this looks grey. */
const leastChroma = 0.02;

/**
 * By name, or the one of `#rgb` and `#rrggbb` that a person would call the same: hue decides, as ours are all pale and those
 * of other programs are not. Null for any other text.
 */
export function readColour(text: string): Colour | null {
  const written = text.trim().toLowerCase();
  const named = colours.find((colour) => colour === written);
  if (named !== undefined) return named;
  const short = /^#([\da-f])([\da-f])([\da-f])$/u.exec(written);
  const long =
    short === null
      ? written
      : `#${short
          .slice(1)
          .map((digit) => digit.repeat(2))
          .join('')}`;
  return /^#[\da-f]{6}$/u.test(long) ? nearestColour(long) : null;
}

/** `#rrggbb`, as the format REFI-QDA has it. */
export function colourHex(colour: Colour): string {
  return swatches[colour].background;
}

function nearestColour(hex: string): Colour {
  const own = colours.find((colour) => colourHex(colour) === hex);
  if (own !== undefined) return own;
  const { chroma, hue } = appearance(hex);
  if (chroma < leastChroma) return 'grey';
  const away = (colour: Colour) => {
    const difference = Math.abs(appearance(colourHex(colour)).hue - hue);
    return Math.min(difference, 2 * Math.PI - difference);
  };
  const chromatic = colours.filter((colour) => colour !== 'grey');
  return chromatic.reduce((best, colour) => (away(colour) < away(best) ? colour : best));
}

/** OKLCh, https://www.w3.org/TR/css-color-4/#ok-lab; hue in radians. */
function appearance(hex: string): { chroma: number; hue: number } {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return { chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}
