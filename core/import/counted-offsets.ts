/** The ways in which another program may have counted offsets in a text that we keep without byte order mark and CR. */

import { codePointTable } from '../code-points';
import type { Mended } from './imported';

export type OffsetUnit = 'code-points' | 'utf-16-units';

export interface Counting {
  /** Null where nothing is wrong with it. */
  how: Extract<Mended['how'], OffsetUnit | 'byte-order-mark' | 'line-ends'> | null;
  /** Into UTF-16 units of the text; null where no character of it begins or ends there. */
  toUnits(offset: number): number | null;
}

/** The right way first, then those with one mistake, then with several. @param unit what the format says */
export function countings(text: string, unit: OffsetUnit): Counting[] {
  const table = codePointTable(text);
  const lineEnds = Array.from(text.matchAll(/\n/gu), ({ index }) => index);
  const ways = {
    'code-points': {
      lineEnds: lineEnds.map((end) => table.toCodePoints(end) ?? end),
      toUnits: table.toUnits,
    },
    'utf-16-units': {
      lineEnds,
      toUnits: (offset: number) => (table.toCodePoints(offset) === null ? null : offset),
    },
  };
  const other = unit === 'code-points' ? 'utf-16-units' : 'code-points';
  const inUnit = (counted: OffsetUnit, wrongUnit: Counting['how']): Counting[] => {
    const way = ways[counted];
    const withoutCarriageReturns = (offset: number) => offset - lineEndsBefore(way.lineEnds, offset);
    return [
      { how: wrongUnit, toUnits: way.toUnits },
      { how: wrongUnit ?? 'byte-order-mark', toUnits: (offset) => way.toUnits(offset - 1) },
      { how: wrongUnit ?? 'line-ends', toUnits: (offset) => way.toUnits(withoutCarriageReturns(offset)) },
      {
        how: wrongUnit ?? 'line-ends',
        toUnits: (offset) => way.toUnits(withoutCarriageReturns(offset - 1)),
      },
    ];
  };
  return [...inUnit(unit, null), ...inUnit(other, other)];
}

/** How many lines end in CR LF wholly before the offset, which counts both. @param lineEnds where each LF stands when it counts alone */
function lineEndsBefore(lineEnds: readonly number[], offset: number): number {
  let low = 0;
  let high = lineEnds.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lineEnds[middle] ?? 0) + middle + 2 <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
