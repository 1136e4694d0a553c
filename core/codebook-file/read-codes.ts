/** Reads the element `Codes` of REFI-QDA part by part, the same in a codebook and in a whole project. */

import type { FileCode } from '../codebook-file';
import { readName } from './code-names';
import { type CodeCollector, deepestLevel } from './collect-codes';
import { readDescription } from './description';
import { readColour } from './nearest-colour';
import type { XmlPart } from './read-xml';

export interface CodeReader {
  /** Every part of the file, in order; those outside of `Codes` change nothing. */
  take(part: XmlPart): void;
}

export interface CodeReaderOptions {
  collector: CodeCollector;
  /** Whether Pressmark wrote the file. Another program's that lists no examples does not say that there are none. */
  isOwn(): boolean;
  /** Told of every code with a place in the tree, those too that are left out because one stands there already. */
  onCode?(guid: string, path: readonly string[]): void;
}

interface OpenCode {
  /** Null where the code and all under it are left out. */
  path: string[] | null;
  /** Null where it is left out itself. */
  code: FileCode | null;
}

export function createCodeReader({ collector, isOwn, onCode }: CodeReaderOptions): CodeReader {
  const open: OpenCode[] = [];
  let isInCodes = false;
  let description: string | null = null;

  const begin = (
    { attributes, line }: { attributes: ReadonlyMap<string, string>; line: number },
    parentPath: string[],
  ): OpenCode => {
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
    const guid = readGuid(attributes.get('guid'));
    const own = {
      id: guid,
      colour: readColour(attributes.get('color') ?? ''),
      definition: null,
      examples: null,
    };
    const code = collector.add(path, own, where);
    if (path.length > deepestLevel) return { path: null, code };
    if (guid !== null) onCode?.(guid, path);
    return { path, code };
  };

  return {
    take(part) {
      if (part.kind === 'text') {
        if (description !== null) description += part.text;
      } else if (part.kind === 'open') {
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
        if (code) Object.assign(code, { definition, examples: examples ?? (isOwn() ? [] : null) });
        description = null;
      }
    },
  };
}

/** In lower case, without braces; null for what is no GUID. */
export function readGuid(text = ''): string | null {
  const guid = /^\s*\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?\s*$/iu.exec(text)?.[1];
  return guid?.toLowerCase() ?? null;
}
