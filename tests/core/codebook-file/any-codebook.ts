/** Makes codebooks for property tests: any tree, any words, and words that look like the marks of the formats. */

import * as fc from 'fast-check';
import { parsePath } from '../../../core/code';
import { nameKey } from '../../../core/codebook/code-place';
import type { CodebookFile, FileCode } from '../../../core/codebook-file';
import { colours } from '../../../core/colour';
import { anyText } from '../../builders';

const marks = [
  'Examples:',
  '例：',
  '• ',
  '  ',
  '\n',
  '\n\n',
  '\r\n',
  '\r',
  "'",
  '=',
  '\t',
  '"',
  ';',
  '>>',
  ']]>',
  '&amp;',
];

/** Any text, and texts made of the marks that could be mistaken. */
const anyWords = fc.oneof(
  anyText,
  fc
    .array(fc.oneof(fc.constantFrom(...marks), fc.constantFrom('a', '区委', ' ')), { maxLength: 12 })
    .map((all) => all.join('')),
);

/** As a library has them: each one level, with plain blanks. */
const names = fc
  .oneof(anyWords, fc.constantFrom('区委', '主体', '__proto__', 'constructor', '-1', "'=x", 'a>>b'))
  .map((text) => parsePath(text.replace(/[/／]/gu, '-'))[0] ?? '')
  .filter((name) => name !== '' && isNormal(name));

/** A library takes names that differ in width or case for one. */
const place = (path: readonly string[]) => path.map(nameKey).join('/');

export const codebooks: fc.Arbitrary<CodebookFile> = fc
  .array(
    fc.record({
      id: fc.uuid(),
      name: names,
      parent: fc.nat(),
      isTop: fc.boolean(),
      colour: fc.constantFrom(...colours),
      definition: anyWords,
      examples: fc.array(anyWords, { maxLength: 3 }),
    }),
    { maxLength: 8, minLength: 1 },
  )
  .map((seeds) => {
    const codes: FileCode[] = [];
    const places = new Set<string>();
    const ids = new Set<string>();
    for (const { id, name, parent, isTop, ...own } of seeds) {
      const above = isTop ? undefined : codes[parent % Math.max(codes.length, 1)];
      const path = [...(above?.path ?? []), name];
      if (places.has(place(path)) || ids.has(id)) continue;
      places.add(place(path));
      ids.add(id);
      codes.push({ id, path, ...own });
    }
    return { codes };
  });

function isNormal(name: string): boolean {
  const [only, ...more] = parsePath(name);
  return (
    only === name &&
    more.length === 0 &&
    name.normalize('NFKC').trim() !== '' &&
    !name.normalize('NFKC').includes('/')
  );
}

/** Without what XML 1.0 cannot hold. */
export function withoutUnwritable({ codes }: CodebookFile): CodebookFile {
  const text = (words: string) => words.replace(/[^\t\n\r -\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
  return {
    codes: codes.map((code) => ({
      ...code,
      path: code.path.map(text),
      definition: text(code.definition ?? ''),
      examples: (code.examples ?? []).map(text),
    })),
  };
}

/** As a tree, however the file is ordered. */
export function byPath({ codes }: CodebookFile): FileCode[] {
  return [...codes].sort((one, other) => (JSON.stringify(one.path) < JSON.stringify(other.path) ? -1 : 1));
}

export function aFileCode(path: string[], over: Partial<FileCode> = {}): FileCode {
  return { id: null, path, colour: null, definition: null, examples: null, ...over };
}
