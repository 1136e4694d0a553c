/** Searches the texts that were kept of articles: which of them say the words of a query, and how often. */

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
  /** Of whom it is: as a first text, or as a later one in which an annotation stands. */
  articleIds: readonly string[];
  /** How many times it says the words of any clause that is not negated. */
  count: number;
}

export interface TextSearch {
  /**
   * Every text of an article with annotations for which all clauses of the field `text` hold, in no order that means anything; none where there is no such
   * clause. Whoever stops asking, or the signal, ends the reading.
   */
  find(asked: { query: Query; signal: AbortSignal }): AsyncGenerator<FoundText, void>;
  /** For each clause the articles of which some text says its words. */
  articles(asked: { query: Query; signal: AbortSignal }): Promise<TextFinds>;
}

const batchSize = 100;
/** So many UTF-16 units of folded texts are held for the next search, at two bytes or one; others are read and folded again. */
const mostHeld = 8_000_000;

/** @param packedTexts the packed annotations, which tell of whom a text is */
export function createTextSearch(store: Store, packedTexts: () => AsyncIterable<Packed>): TextSearch {
  const foldedTexts = createFoldedTexts(store);

  async function* hits({ query, signal }: { query: Query; signal: AbortSignal }): AsyncGenerator<Hit, void> {
    const terms = textTerms(query);
    if (terms.length === 0) return;
    const pause = createPauses();
    const owners = await ownersOf(packedTexts());
    for await (const { sha256, folded } of foldedTexts([...owners.keys()].sort(), signal)) {
      const counts = terms.map(({ term }) => countTerm(folded, term));
      yield { sha256, terms, counts, articleIds: [...(owners.get(sha256) ?? [])] };
      await pause();
      signal.throwIfAborted();
    }
  }

  return {
    async *find(asked) {
      for await (const { sha256, terms, counts, articleIds } of hits(asked)) {
        const isAll = terms.every(({ clause }, index) => (counts[index] ?? 0) > 0 !== clause.isNot);
        const count = counts.reduce((sum, own) => sum + own, 0);
        if (isAll) yield { sha256, articleIds, count };
      }
    },
    async articles(asked) {
      const finds = new Map<Clause, Set<string>>(
        textTerms(asked.query).map(({ clause }) => [clause, new Set()]),
      );
      for await (const { terms, counts, articleIds } of hits(asked)) {
        for (const [index, { clause }] of terms.entries()) {
          if ((counts[index] ?? 0) > 0) for (const id of articleIds) finds.get(clause)?.add(id);
        }
      }
      return finds;
    },
  };
}

interface Hit {
  sha256: string;
  terms: readonly TextTerm[];
  /** For each term. */
  counts: readonly number[];
  articleIds: readonly string[];
}

interface Folded {
  sha256: string;
  folded: string;
}

/** These texts, read some at a time. A text never changes, so what was folded once stays right. */
function createFoldedTexts({ database }: Store) {
  const held = new Map<string, string>();
  let size = 0;

  async function* read(digests: readonly string[], signal: AbortSignal): AsyncGenerator<Folded, void> {
    const [first, last] = [digests[0], digests.at(-1)];
    if (first === undefined || last === undefined) return;
    const wanted = new Set(digests);
    // One request for all: what stands between them and is not wanted is little.
    const texts = await database.snapshots.where('sha256').between(first, last, true, true).toArray();
    for (const { sha256, text } of texts) {
      signal.throwIfAborted();
      if (!wanted.has(sha256)) continue;
      const folded = foldForSearch(text);
      if (size + folded.length <= mostHeld) {
        held.set(sha256, folded);
        size += folded.length;
      }
      yield { sha256, folded };
    }
  }

  /** @param digests in their order */
  return async function* (digests: readonly string[], signal: AbortSignal): AsyncGenerator<Folded, void> {
    for (let start = 0; start < digests.length; start += batchSize) {
      const batch = digests.slice(start, start + batchSize);
      const missing = batch.filter((sha256) => !held.has(sha256));
      for (const sha256 of batch) {
        const folded = held.get(sha256);
        if (folded !== undefined) yield { sha256, folded };
      }
      yield* read(missing, signal);
    }
  };
}

/** For each text the articles: first ones as the article says, later ones as the annotations in them say. */
async function ownersOf(packedTexts: AsyncIterable<Packed>): Promise<Map<string, Set<string>>> {
  const owners = new Map<string, Set<string>>();
  for await (const { snapshots, snapshotOf, articles, articleOf } of packedTexts) {
    for (const { id, snapshot } of articles) if (snapshot !== null) addTo(owners, snapshot, id);
    for (let index = 0; index < snapshotOf.length; index += 1) {
      const [text, article] = [snapshotOf[index] ?? 0, articleOf[index] ?? 0];
      // Those of one article stand together.
      if (text === 0 || (text === snapshotOf[index - 1] && article === articleOf[index - 1])) continue;
      addTo(owners, snapshots[text - 1] ?? '', articles[article]?.id ?? '');
    }
  }
  return owners;
}

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const own = sets.get(key) ?? new Set();
  own.add(value);
  sets.set(key, own);
}
