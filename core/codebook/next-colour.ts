/** The colour that a new code gets. */

import type { Code } from '../code';
import { type Colour, colours } from '../colour';

/** The first of the colours that the fewest codes have, so that new codes go round all eight. */
export function nextColour(codes: Iterable<Pick<Code, 'colour'>>): Colour {
  const uses = new Map<Colour, number>(colours.map((colour) => [colour, 0]));
  for (const { colour } of codes) uses.set(colour, (uses.get(colour) ?? 0) + 1);
  const fewest = Math.min(...uses.values());
  return colours.find((colour) => uses.get(colour) === fewest) ?? colours[0];
}
