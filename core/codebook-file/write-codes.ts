/** The element `Codes` of REFI-QDA, the same in a codebook and in a whole project. */

import type { FileCode } from '../codebook-file';
import { singleNames } from './code-names';
import { writeDescription } from './description';
import { colourHex } from './nearest-colour';
import { escapeXml, writableXml } from './xml-text';

/**
 * Examples stand in the description, see `description.ts`. Characters that XML cannot hold are left out.
 * @param codes at least one: the format has no empty codebook
 * @param newId gives a UUID to a code that has none
 */
export function writeCodes(codes: readonly FileCode[], newId: () => string): string {
  const names = singleNames(codes);
  const parts = ['<Codes>\n'];
  const children = childrenOf(codes);
  const waiting: (FileCode | null)[] = [...(children.get('') ?? [])].reverse();
  while (waiting.length > 0) {
    const code = waiting.pop();
    if (code === undefined || code === null) {
      parts.push('</Code>\n');
      continue;
    }
    const { id, colour, definition, examples } = code;
    const name = escapeXml(names.get(code) ?? '') || '\uFFFD';
    const below = children.get(JSON.stringify(code.path)) ?? [];
    // Other programs take such a code for a folder, and show it as one.
    const isCodable = code.isApplied !== false || below.length === 0;
    const colourPart = colour === null ? '' : ` color="${colourHex(colour)}"`;
    parts.push(`<Code guid="${id ?? newId()}" name="${name}" isCodable="${isCodable}"${colourPart}>\n`);
    if (definition !== null || examples !== null) {
      const legal = {
        definition: writableXml(definition ?? ''),
        examples: (examples ?? []).map(writableXml),
      };
      parts.push(`<Description>${escapeXml(writeDescription(legal))}</Description>\n`);
    }
    waiting.push(null, ...[...below].reverse());
  }
  parts.push('</Codes>\n');
  return parts.join('');
}

/** By the place above, '' at the top. */
function childrenOf(codes: readonly FileCode[]): ReadonlyMap<string, FileCode[]> {
  return Map.groupBy(codes, ({ path }) => (path.length === 1 ? '' : JSON.stringify(path.slice(0, -1))));
}
