/** The texts that were kept of articles are searched on request: every one that says the words, and none that does not. */

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMarker } from '../../core/query/marks';
import { parseQuery } from '../../core/query/parse-query';
import { foldForSearch } from '../../core/search';
import { importArchive } from '../../store/archive';
import type { Store } from '../../store/open-store';
import { createLibrarySearch, type LibrarySearch } from '../../store/search';
import type { FoundText } from '../../store/text-search';
import { anAnnotation, anArchive, anArticle, anId, aTarget } from '../builders';
import { anyWords, codebook } from '../core/query/any-query';
import { isFound } from '../core/query/naive-match';
import { aLibrary } from './a-library';

interface Kept {
  /** The first text of the article; the second is named by an annotation alone. */
  texts: string[];
}

async function libraryOf(kept: readonly Kept[]) {
  const store = await aLibrary().open();
  const articles = kept.map((_, index) =>
    anArticle({ addresses: [`https://x.example/${index}`], snapshot: digestOf(index, 0) }),
  );
  const snapshots = kept.flatMap(({ texts }, index) =>
    texts.map((text, at) => ({ sha256: digestOf(index, at), text, captured: '2026-03-01T08:00:00.000Z' })),
  );
  const annotations = kept.flatMap(({ texts }, index) =>
    texts.map((_, at) =>
      anAnnotation({
        articleId: articles[index]?.id ?? '',
        target: aTarget({ snapshot: digestOf(index, at), position: { start: 0, end: 4 } }),
      }),
    ),
  );
  await importArchive(store, anId(), anArchive({ articles, annotations }));
  await store.database.snapshots.bulkAdd(snapshots);
  return { store, articles, annotations };
}

function digestOf(article: number, text: number): string {
  return `${article}`.padStart(60, '0') + `${text}`.padStart(4, '0');
}

const ask = (text: string, signal = new AbortController().signal) => ({
  query: parseQuery(text),
  codes: codebook,
  signal,
});

async function all(search: LibrarySearch, text: string): Promise<FoundText[]> {
  const found: FoundText[] = [];
  for await (const one of search.texts(ask(text))) found.push(one);
  return found;
}

async function textsFound(search: LibrarySearch, text: string): Promise<string[]> {
  return (await all(search, text)).map(({ sha256 }) => sha256).sort();
}

test('whatever is asked of the texts is found: the texts themselves, and the annotations of their articles', async () => {
  const words = fc.tuple(fc.constantFrom('', '-'), fc.constantFrom('', '"'), anyWords);
  const clause = words.map(
    ([minus, mark, text]) => `${minus}text:${mark}${text.replaceAll(/\s+/gu, ' ').trim()}${mark}`,
  );
  const library = fc.array(fc.record({ texts: fc.array(anyWords, { minLength: 1, maxLength: 2 }) }), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(library, fc.array(clause, { minLength: 1, maxLength: 3 }), async (kept, clauses) => {
      const { store, articles, annotations } = await libraryOf(kept);
      const search = createLibrarySearch(store);
      const text = clauses.join(' ');
      const asked = ask(text);
      const wanted = annotations.filter((annotation) => {
        const at = articles.findIndex(({ id }) => id === annotation.articleId);
        return isFound(asked.query, codebook, annotation, articles[at] ?? null, kept[at]?.texts);
      });
      const found = await search.newest(asked, 100);
      expect(found.shown.map(({ id }) => id).sort()).toEqual(wanted.map(({ id }) => id).sort());

      const ofTexts = asked.query.filter((one) => one.field === 'text' && foldForSearch(one.text) !== '');
      const wantedTexts = kept.flatMap(({ texts }, article) =>
        texts.flatMap((own, at) => {
          const one = annotations[0] ?? anAnnotation();
          const isWanted = ofTexts.length > 0 && isFound(ofTexts, codebook, one, null, [own]);
          return isWanted ? [digestOf(article, at)] : [];
        }),
      );
      expect(await textsFound(search, text)).toEqual(wantedTexts.sort());
      // What was folded once is held.
      expect(await textsFound(search, text)).toEqual(wantedTexts);
      store.database.close();
    }),
    { numRuns: 40 },
  );
}, 120_000);

test('a text tells of which articles it is and how often it says the words, an edited one too', async () => {
  const { store, articles } = await libraryOf([
    { texts: ['Water rose. Waters fell.', '水位上涨，Water'] },
    { texts: ['水位，水位'] },
  ]);
  const found = await all(createLibrarySearch(store), 'text:水位');
  expect(found).toEqual([
    { sha256: digestOf(0, 1), articleIds: [articles[0]?.id], count: 1 },
    { sha256: digestOf(1, 0), articleIds: [articles[1]?.id], count: 2 },
  ]);
  const twice = await all(createLibrarySearch(store), 'text:water -text:水');
  expect(twice).toEqual([{ sha256: digestOf(0, 0), articleIds: [articles[0]?.id], count: 2 }]);
});

test('a search of the texts ends with its signal, and whoever has seen enough ends it', async () => {
  const { store } = await libraryOf(Array.from({ length: 350 }, (_, at) => ({ texts: [`经济 ${at}`] })));
  const reads = countReads(store);
  const search = createLibrarySearch(store);
  for await (const { count } of search.texts(ask('text:经济'))) {
    expect(count).toBe(1);
    break;
  }
  expect(reads()).toBe(100);
  const reason = new Error('typed on');
  const stopping = new AbortController();
  const asked = ask('text:经济', stopping.signal);
  await expect(
    (async () => {
      for await (const _ of search.texts(asked)) stopping.abort(reason);
    })(),
  ).rejects.toBe(reason);
  expect(reads()).toBe(100);
  await expect(search.newest(asked, 5)).rejects.toBe(reason);
});

function countReads({ database }: Store): () => number {
  let count = 0;
  database.snapshots.hook('reading', (snapshot) => {
    count += 1;
    return snapshot;
  });
  return () => count;
}

test('what was found is marked in the text as it was kept, however long and odd it is', () => {
  const odd = 'ｶﾞｿﾘﾝ ﬁrst e\u0301tude \u1112\u1161\u11ab';
  const lines = Array.from({ length: 400 }, (_, at) =>
    at % 7 === 0 ? odd : `第${at}行說：經濟　稳中向好 “économie”`,
  );
  const text = lines.join('\n');
  const marked = (query: string) =>
    createMarker(parseQuery(query))('text', text).map(({ start, end }) => text.slice(start, end));
  expect(new Set(marked('text:经济'))).toEqual(new Set(['經濟']));
  expect(marked('text:经济')).toHaveLength(lines.filter((line) => line !== odd).length);
  expect(new Set(marked('text:"economie"'))).toEqual(new Set(['économie']));
  expect(new Set(marked('text:ガソリン'))).toEqual(new Set(['ｶﾞｿﾘﾝ']));
  expect(marked('text:"第398行说:经济 稳中"')).toEqual(['第398行說：經濟　稳中']);
  expect(marked('text:"economie" 第9')).toContain('第9');
});
