/** The REFI-QDA codebook, `.qdc`: what NVivo, MAXQDA, ATLAS.ti and QualCoder read and write. */

import type { CodebookFile, FileCode } from '../codebook-file';
import { readName, singleNames } from './code-names';
import { CodebookError } from './codebook-error';
import { createCollector, deepestLevel, type ReadCodebook } from './collect-codes';
import { readDescription, writeDescription } from './description';
import { colourHex, readColour } from './nearest-colour';
import { readXml } from './read-xml';

const origin = 'Pressmark';

/** What XML 1.0 has no way to write, lone surrogates among them: https://www.w3.org/TR/xml/#charsets */
const unwritable = /[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/**
 * Valid against the Codebook.xsd of REFI-QDA 1.5. Examples stand in the description, see `description.ts`. Characters that
 * XML cannot hold are left out.
 * @param newId gives a UUID to a code that has none
 * @throws CodebookError where there is no code: the format has no empty codebook
 */
export function toQdc({ codes }: CodebookFile, newId: () => string): string {
  if (codes.length === 0) throw new CodebookError('not-a-codebook', 'file', 'there is no code to write');
  const names = singleNames(codes);
  const parts = [
    '<?xml version="1.0" encoding="utf-8"?>\n',
    `<CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="${origin}">\n<Codes>\n`,
  ];
  const children = childrenOf(codes);
  const waiting: (FileCode | null)[] = [...(children.get('') ?? [])].reverse();
  while (waiting.length > 0) {
    const code = waiting.pop();
    if (code === undefined || code === null) {
      parts.push('</Code>\n');
      continue;
    }
    const { id, colour, definition, examples } = code;
    const name = escaped(names.get(code) ?? '') || '\uFFFD';
    const below = children.get(JSON.stringify(code.path)) ?? [];
    // Other programs take such a code for a folder, and show it as one.
    const isCodable = code.isApplied !== false || below.length === 0;
    const colourPart = colour === null ? '' : ` color="${colourHex(colour)}"`;
    parts.push(`<Code guid="${id ?? newId()}" name="${name}" isCodable="${isCodable}"${colourPart}>\n`);
    if (definition !== null || examples !== null) {
      const legal = {
        definition: writable(definition ?? ''),
        examples: (examples ?? []).map(writable),
      };
      parts.push(`<Description>${escaped(writeDescription(legal))}</Description>\n`);
    }
    waiting.push(null, ...[...below].reverse());
  }
  parts.push('</Codes>\n</CodeBook>\n');
  return parts.join('');
}

/** By the place above, '' at the top. */
function childrenOf(codes: readonly FileCode[]): ReadonlyMap<string, FileCode[]> {
  return Map.groupBy(codes, ({ path }) => (path.length === 1 ? '' : JSON.stringify(path.slice(0, -1))));
}

function writable(text: string): string {
  return text.replace(unwritable, '');
}

/** Readers make blanks of tabs in attributes, and line feeds of carriage returns everywhere. */
function escaped(text: string): string {
  const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
  return writable(text)
    .replace(/[&<>"]/gu, (sign) => references[sign] ?? sign)
    .replace(/[\t\r]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}

interface OpenCode {
  /** Null where the code and all under it are left out. */
  path: string[] | null;
  /** Null where it is left out itself. */
  code: FileCode | null;
}

/**
 * @param text without its encoding: see `read-codebook.ts`
 * @throws CodebookError where it is no codebook at all
 */
export function readQdc(text: string): ReadCodebook {
  const collector = createCollector();
  const open: OpenCode[] = [];
  let root = '';
  let isInCodes = false;
  let isOwn = false;
  let description: string | null = null;

  for (const part of readXml(text)) {
    if (part.kind === 'text') {
      if (description !== null) description += part.text;
    } else if (part.kind === 'open') {
      if (root === '') {
        root = part.name;
        isOwn = part.attributes.get('origin')?.startsWith(origin) ?? false;
      }
      if (part.name === 'Codes') isInCodes = true;
      else if (part.name === 'Description' && open.length > 0) description = '';
      else if (part.name === 'Code' && isInCodes) {
        const above = open.at(-1);
        const parentPath = above === undefined ? [] : above.path;
        open.push(parentPath === null ? { path: null, code: null } : begin(part, parentPath));
      }
    } else if (part.name === 'Codes') isInCodes = false;
    else if (part.name === 'Code' && isInCodes) open.pop();
    else if (part.name === 'Description' && description !== null) {
      const code = open.at(-1)?.code;
      const { definition, examples } = readDescription(description);
      // Another program's file that lists none does not say that there are none.
      if (code) Object.assign(code, { definition, examples: examples ?? (isOwn ? [] : null) });
      description = null;
    }
  }
  if (root !== 'CodeBook') throw new CodebookError('not-a-codebook', 'file', `<${root}> is no <CodeBook>`);
  return collector.read();

  function begin(
    { attributes, line }: { attributes: ReadonlyMap<string, string>; line: number },
    parentPath: string[],
  ): OpenCode {
    const written = attributes.get('name') ?? '';
    const where = `line ${line}, code “${written.slice(0, 80)}”`;
    const read = readName(written, parentPath);
    if (read === null) {
      collector.fault(where, 'has no name; it is left out with all codes under it');
      return { path: null, code: null };
    }
    if (read.isChanged)
      collector.fault(where, `has a mark of levels in its name; it is read as “${read.name}”`);
    const path = [...parentPath, read.name];
    const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/iu.exec(attributes.get('guid') ?? '');
    const own = {
      id: guid?.[1] ?? null,
      colour: readColour(attributes.get('color') ?? ''),
      definition: null,
      examples: null,
    };
    const code = collector.add(path, own, where);
    return { path: path.length > deepestLevel ? null : path, code };
  }
}
