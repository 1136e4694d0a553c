/** The rules of the code's shape as pure functions over the text of the files, so that they can be shown to fail. */

import { posix } from 'node:path';

/** Path from the root of the project, with `/`, to the file's text. */
export type SourceFiles = ReadonlyMap<string, string>;

interface Import {
  specifier: string;
  isTypeOnly: boolean;
}

const any = /^/u;

/** Which folders, and which packages, a file of each folder may import. */
const mayImport: Readonly<Record<string, { folders: readonly string[]; packages: readonly RegExp[] }>> = {
  core: { folders: ['core'], packages: [/^(?:valibot|fflate)$/u, /^d3-(?:scale|shape)$/u] },
  page: { folders: ['page', 'core'], packages: [] },
  store: { folders: ['store', 'core'], packages: [/^dexie$/u] },
  platform: { folders: ['platform', 'core'], packages: [/^wxt(\/|$)/u, /^#imports$/u] },
  components: { folders: ['components', 'core'], packages: [/^preact(\/|$)/u] },
  wiring: {
    folders: ['wiring', 'core', 'store', 'platform', 'components'],
    packages: [/^preact(\/|$)/u],
  },
  entrypoints: {
    folders: ['core', 'page', 'store', 'platform', 'components', 'wiring', 'entrypoints', 'public'],
    packages: [any],
  },
};

/** What runs inside a news page, where a database would be the site's own. */
const runsInPage = /^entrypoints\/(?:[^/]*\.content\.tsx?|[^/]*\.content\/|annotator|detector|stub)/u;

/** The types of the extension API; WXT alone brings its code. */
const extensionTypes = 'webextension-polyfill';

const messages = 'public/_locales/en/messages.json';

/** One line for each import that the table forbids, and for each way from a content script to the store. */
export function importViolations(files: SourceFiles): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const rule = mayImport[folderOf(path)];
    if (rule === undefined) continue;
    for (const { specifier, isTypeOnly } of importsOf(text)) {
      const target = resolveImport(path, specifier);
      const isAllowed =
        target === null
          ? rule.packages.some((pattern) => pattern.test(specifier)) ||
            (specifier === extensionTypes && isTypeOnly && folderOf(path) === 'platform')
          : (rule.folders.includes(folderOf(target)) && isWithinEntrypoint(path, target)) ||
            (target === messages && isTypeOnly && folderOf(path) === 'components');
      if (!isAllowed) found.push(`${path} may not import ${target ?? specifier}`);
    }
    if (runsInPage.test(path)) {
      const way = wayToStore(files, [path]);
      if (way !== null) found.push(`${path} runs in the news page but reaches the store: ${way.join(' → ')}`);
    }
  }
  return found;
}

/** One line for each file whose name, length or first line breaks the style. Tests have titles instead of a first sentence. */
export function shapeViolations(files: SourceFiles): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    const name = posix.basename(path);
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.[a-z0-9]+)+$/u.test(name)) found.push(`${path}: not in kebab-case`);
    if (/(?:^|-)(?:utils?|helpers?|managers?|services?)[.-]/u.test(name)) {
      found.push(`${path}: the name does not say what it is for`);
    }
    const lines = text.split('\n').length - 1;
    if (lines > 300) found.push(`${path}: ${lines} lines, more than 300`);
    if (!/\.test\.tsx?$/u.test(path) && !/^\/\*\*?\s[^*]*(?:\*(?!\/)[^*]*)*[.?。]\s*\*\//u.test(text)) {
      found.push(`${path}: does not open with a sentence that says what it is for`);
    }
  }
  return found;
}

const forbiddenEverywhere: Readonly<Record<string, RegExp>> = {
  'turns text into markup': /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML)\b/u,
  'writes markup': /\bdocument\s*\.\s*write/u,
  'turns text into code': /(?<![\w.])eval\s*\(|\bnew\s+Function\b/u,
};

const fromThePage = /\b(?:window|self|globalThis)\s*\.\s*(?:addEventListener\(\s*['"`]message|onmessage)/u;
const extensionApi = /(?<![\w$.'"`])(?:chrome|browser)\s*\??\.\s*[a-z]/u;

/** One line for each place where code of the product does what a hostile page could turn against the reader. */
export function safetyViolations(files: SourceFiles): string[] {
  const found: string[] = [];
  for (const [path, text] of files) {
    if (mayImport[folderOf(path)] === undefined) continue;
    const code = withoutComments(text);
    for (const [what, pattern] of Object.entries(forbiddenEverywhere)) {
      if (pattern.test(code)) found.push(`${path}: ${what}`);
    }
    if ((folderOf(path) === 'page' || runsInPage.test(path)) && fromThePage.test(code)) {
      found.push(`${path}: listens to messages of the page`);
    }
    if (folderOf(path) !== 'platform' && extensionApi.test(code)) {
      found.push(`${path}: uses the extension API, which only platform/ may`);
    }
  }
  return found;
}

function folderOf(path: string): string {
  return path.split('/')[0] ?? '';
}

/** An entry point's own folder is one thing; nobody else imports from it. */
function isWithinEntrypoint(from: string, to: string): boolean {
  const [folder, entry, inside] = to.split('/');
  return folder !== 'entrypoints' || (inside !== undefined && from.startsWith(`entrypoints/${entry}/`));
}

function importsOf(text: string): Import[] {
  const code = withoutComments(text);
  const statements = code.matchAll(
    /(?:^|;)\s*(?:import|export)\s+(type\s)?(?:[\w$*{][^'"`;]*?\sfrom\s*)?['"]([^'"]+)['"]/gmu,
  );
  const calls = code.matchAll(/\bimport\(\s*['"`]([^'"`]+)['"`]/gu);
  return [
    ...[...statements].map(([, type, specifier = '']) => ({ specifier, isTypeOnly: type !== undefined })),
    ...[...calls].map(([, specifier = '']) => ({ specifier, isTypeOnly: false })),
  ];
}

/** A path from the root; null where a package is meant. Endings are left as they are written. */
function resolveImport(from: string, specifier: string): string | null {
  if (specifier.startsWith('.')) return posix.join(posix.dirname(from), specifier);
  const alias = /^(?:@|~|@@|~~)\/(.+)$/u.exec(specifier)?.[1];
  return alias ?? null;
}

/** The files from a content script to the store, in order; null when there is no way. Types are gone before it runs. */
function wayToStore(files: SourceFiles, way: readonly string[], seen = new Set<string>()): string[] | null {
  const path = way.at(-1) ?? '';
  if (seen.has(path)) return null;
  seen.add(path);
  for (const { specifier, isTypeOnly } of importsOf(files.get(path) ?? '')) {
    if (isTypeOnly) continue;
    const target = resolveImport(path, specifier);
    if (target === null ? specifier === 'dexie' : folderOf(target) === 'store') {
      return [...way, target ?? specifier];
    }
    const file = target === null ? null : fileFor(files, target);
    const found = file === null ? null : wayToStore(files, [...way, file], seen);
    if (found !== null) return found;
  }
  return null;
}

function fileFor(files: SourceFiles, target: string): string | null {
  const names = [target, `${target}.ts`, `${target}.tsx`, `${target}/index.ts`, `${target}/index.tsx`];
  return names.find((name) => files.has(name)) ?? null;
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//gu, '').replace(/(?<![:\\'"`])\/\/.*$/gmu, '');
}
