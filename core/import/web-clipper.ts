/** Reads the highlights that Obsidian Web Clipper exports. */

import { ForeignFileError } from './foreign-file-error';
import { createForeignLibrary, utcTime } from './foreign-library';
import type { ReadForeign } from './imported';
import { isObject, type JsonObject, listOf, textOf } from './json-parts';
import { plainText } from './plain-text';
import { readJson } from './read-json';

/**
 * A list of pages, each with its highlights in HTML; words chosen over several paragraphs are one highlight. Younger files
 * tell what stands around the words too.
 * @throws ForeignFileError
 */
export const readWebClipper: ReadForeign = async ({ bytes }, environment) => {
  const file = readJson(bytes);
  if (!Array.isArray(file) || file.some((page) => isObject(page) && !('highlights' in page))) {
    throw new ForeignFileError('not-an-archive', 'file', 'is no list of pages with highlights');
  }
  const library = createForeignLibrary(environment, 'title-element');
  for (const [pageIndex, page] of file.entries()) {
    const pagePlace = `page ${pageIndex + 1}`;
    const fault = faultOfPage(page);
    if (fault !== null || !isObject(page)) {
      library.leaveOut(pagePlace, fault ?? 'is not a record');
      continue;
    }
    const surroundings = surroundingsOf(page);
    const address = textOf(page.url) ?? '';
    for (const [index, highlight] of listOf(page.highlights).entries()) {
      const where = `${pagePlace}, highlight ${index + 1}`;
      const fault = faultOfHighlight(highlight);
      const html = isObject(highlight) ? textOf(highlight.text) : null;
      if (fault !== null || html === null || !isObject(highlight)) {
        library.leaveOut(where, fault ?? 'is not a record');
        continue;
      }
      const created = utcTime(highlight.timestamp);
      const exact = wordsOf(html);
      library.add({
        where,
        names: ['web-clipper', address, exact, created ?? ''],
        address,
        page: { title: textOf(page.title) },
        exact,
        ...surroundings.get(html),
        paths: [],
        note: listOf(highlight.notes).map(String).join('\n\n'),
        created,
      });
    }
  }
  return library.read();
};

function faultOfPage(page: unknown): string | null {
  if (!isObject(page)) return 'is not a record';
  if (typeof page.url !== 'string') return 'url is not text';
  if (page.title !== undefined && typeof page.title !== 'string') return 'title is not text';
  return Array.isArray(page.highlights) ? null : 'highlights is not a list';
}

function faultOfHighlight(highlight: unknown): string | null {
  if (!isObject(highlight)) return 'is not a record';
  const { text, notes = [] } = highlight;
  if (typeof text !== 'string') return 'text is not text';
  const areTexts = Array.isArray(notes) && notes.every((note) => typeof note === 'string');
  return areTexts ? null : 'notes is not a list of texts';
}

/** What stands around those words that are chosen once on the page, by their HTML. */
function surroundingsOf({ data }: JsonObject): Map<string, { prefix: string; suffix: string }> {
  const records = listOf(data).filter(isObject);
  const found = records.flatMap(({ content, textQuote }) => {
    if (typeof content !== 'string' || !isObject(textQuote)) return [];
    const { prefix, suffix } = textQuote;
    return typeof prefix === 'string' && typeof suffix === 'string' ? [{ content, prefix, suffix }] : [];
  });
  const byContent = Map.groupBy(found, ({ content }) => content);
  const single = [...byContent].filter(([, all]) => all.length === 1);
  return new Map(
    single.flatMap(([html, all]) => all.map(({ prefix, suffix }) => [html, { prefix, suffix }])),
  );
}

/** Paragraphs are parted by an empty line; other line breaks of HTML are blanks. */
function wordsOf(html: string): string {
  return html
    .split('\n\n')
    .flatMap((part) => plainText(part.replace(/\s+/gu, ' ')).split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
