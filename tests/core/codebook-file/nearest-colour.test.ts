import { describe, expect, it } from 'vitest';
import { colourHex, readColour } from '../../../core/codebook-file/nearest-colour';
import { colours, swatches } from '../../../core/colour';

describe('readColour', () => {
  it.each(colours)('knows %s by name, by its paint and by its line', (colour) => {
    expect(readColour(` ${colour.toUpperCase()} `)).toBe(colour);
    expect(readColour(colourHex(colour))).toBe(colour);
    expect(readColour(swatches[colour].line)).toBe(colour);
  });

  it.each([
    ['#ff0000', 'pink'],
    ['#F80', 'orange'],
    ['#ffff00', 'yellow'],
    ['#008000', 'green'],
    ['#008080', 'teal'],
    ['#00008b', 'blue'],
    ['#7030a0', 'purple'],
    ['#000', 'grey'],
    ['#ffffff', 'grey'],
    ['#8b4513', 'orange'],
  ])('calls %s %s', (hex, colour) => {
    expect(readColour(hex)).toBe(colour);
  });

  it.each(['', 'red', '#12', '#12345g', 'constructor'])('does not know %j', (text) => {
    expect(readColour(text)).toBeNull();
  });
});
