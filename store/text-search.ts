/** Searches the texts that were kept of articles: which of them say the words of a query, and how often. */

import type { TextSnapshot } from '../core/article';
import type { Packed } from '../core/query/packed';
import type { Clause, Query } from '../core/query/query';
import type { TextFinds } from '../core/query/scan';
import { countTerm, type TextTerm, textTerms } from '../core/query/text-terms';
import { foldForSearch } from '../core/search';
import { createPauses } from './give-way';
import type { Store } from './open-store';

/** A kept text that says what is asked. Where in it: `createMarker(query)('text', …)` with the text as it was kept. */
export interface FoundText {
  sha256: string;
  /** Of whom it is; empty: of an article that is gone. */
  articleIds: readonly string[];
  /** How many times it says the words of any clause that is not negated. */
  count: number;
}

export interface TextSearch {
  /**
   * Every text for which all clauses of the field `text` hold, in no order that means anything; none where there is no such
   * clause. Whoever stops asking, or the signal, ends the reading.
   */
  find(asked: { query: Query; signal: AbortSignal }): AsyncGenerator<FoundText, void>;
  /** For each clause the articles of which some text says its words. */
  articles(asked: { query: Query; signal: AbortSignal }): Promise<TextFinds>;
}

const batchSize = 100;
/** So many UTF-16 units of folded texts are held for the next search, at two bytes or one; others are read and folded again. */
const mostHeld = 8_000_000;

/** @param packedTexts the packed annotations, which tell of whom a later text is */
export function createTextSearch(store: Store, packedTexts: () => AsyncIterable<Packed>): TextSearch {
  const foldedTexts = createFoldedTexts(store);

  async function* hits(terms: readonly TextTerm[], signal: AbortSignal): AsyncGenerator<Hit[], void> {
    const pause = createPauses();
    for await (const batch of foldedTexts(signal)) {
      const found: Hit[] = [];
      for (const { sha256, folded } of batch) {
        found.push({ sha256, counts: terms.map(({ term }) => countTerm(folded, term)) });
        await pause();
      }
      signal.throwIfAborted();
      yield found;
    }
  }

  return {
    async *find({ query, signal }) {
      const terms = textTerms(query);
      if (terms.length === 0) return;
      const ownersOf = await createOwners(store, packedTexts());
      for await (const batch of hits(terms, signal)) {
        const found = batch.filter(({ counts }) =>
          terms.every(({ clause }, index) => (counts[index] ?? 0) > 0 !== clause.isNot),
        );
        const owners = await ownersOf(found.map(({ sha256 }) => sha256));
        signal.throwIfAborted();
        for (const { sha256, counts } of found) {
          const count = counts.reduce((sum, own) => sum + own, 0);
          yield { sha256, articleIds: [...(owners.get(sha256) ?? [])], count };
        }
      }
    },
    async articles({ query, signal }) {
      const terms = textTerms(query);
      const finds = new Map<Clause, Set<string>>(terms.map(({ clause }) => [clause, new Set()]));
      if (terms.length === 0) return finds;
      const ownersOf = await createOwners(store, packedTexts());
      for await (const batch of hits(terms, signal)) {
        const found = batch.filter(({ counts }) => counts.some((count) => count > 0));
        const owners = await ownersOf(found.map(({ sha256 }) => sha256));
        for (const { sha256, counts } of found) {
          for (const [index, { clause }] of terms.entries()) {
            if ((counts[index] ?? 0) === 0) continue;
            for (const id of owners.get(sha256) ?? []) finds.get(clause)?.add(id);
          }
        }
      }
      signal.throwIfAborted();
      return finds;
    },
  };
}

interface Hit {
  sha256: string;
  /** For each term. */
  counts: number[];
}

type Folded = Pick<TextSnapshot, 'sha256'> & { folded: string };

/** All kept texts, some at a time. A text never changes, so what was folded once stays right. */
function createFoldedTexts({ database }: Store): (signal: AbortSignal) => AsyncGenerator<Folded[], void> {
  const held = new Map<string, string>();
  let size = 0;
  return async function* (signal) {
    const pause = createPauses();
    const all = await database.snapshots.toCollection().primaryKeys();
    for (let start = 0; start < all.length; start += batchSize) {
      const digests = all.slice(start, start + batchSize);
      const missing = digests.filter((sha256) => !held.has(sha256));
      const read = await database.snapshots.bulkGet(missing);
      const fresh = new Map<string, string>();
      for (const snapshot of read) {
        if (snapshot === undefined) continue;
        signal.throwIfAborted();
        const folded = foldForSearch(snapshot.text);
        fresh.set(snapshot.sha256, folded);
        if (size + folded.length <= mostHeld) {
          held.set(snapshot.sha256, folded);
          size += folded.length;
        }
        await pause();
      }
      yield digests.flatMap((sha256) => {
        const folded = fresh.get(sha256) ?? held.get(sha256);
        return folded === undefined ? [] : [{ sha256, folded }];
      });
    }
  };
}

/** Tells of which articles texts are: first ones by the article, later ones by the annotations in them. */
async function createOwners(
  { database }: Store,
  packedTexts: AsyncIterable<Packed>,
): Promise<(digests: readonly string[]) => Promise<ReadonlyMap<string, ReadonlySet<string>>>> {
  const later = new Map<string, Set<string>>();
  for await (const { snapshots, snapshotOf, articles, articleOf } of packedTexts) {
    if (snapshots.length === 0) continue;
    for (const [index, text] of snapshotOf.entries()) {
      const [sha256, id] = [snapshots[text - 1], articles[articleOf[index] ?? 0]?.id];
      if (sha256 !== undefined && id !== undefined) addTo(later, sha256, id);
    }
  }
  return async (digests) => {
    const owners = new Map<string, Set<string>>();
    for (const sha256 of digests) for (const id of later.get(sha256) ?? []) addTo(owners, sha256, id);
    const firsts = await database.articles.where('snapshot').anyOf(digests).toArray();
    for (const { id, snapshot } of firsts) if (snapshot !== null) addTo(owners, snapshot, id);
    return owners;
  };
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const own = sets.get(key) ?? new Set();
  own.add(value);
  sets.set(key, own);
}
