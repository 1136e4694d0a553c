/** Many annotations in one value, as search goes through them: texts, numbers in columns, each article and code once. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import { foldForSearch } from '../search';

/** What search knows of an annotation. */
export interface Entry {
  id: string;
  articleId: string;
  /** Folded, as `note`: see `core/search.ts`. */
  quote: string;
  note: string;
  codeIds: string[];
  /** Milliseconds since 1970, as `modified`. */
  created: number;
  modified: number;
  /** Its place in the article's text, UTF-16 units; -1 where it has none. */
  start: number;
  /** The text in which its place counts; null: none, or the article's first one. */
  snapshot: string | null;
  isTrashed: boolean;
}

/** What search knows of an article. */
export interface ArticleHead {
  id: string;
  /** Title, outlet, then authors, folded, each ended by a line feed. */
  text: string;
  /** As the record has it. */
  outlet: string | null;
  /** ISO 8601, as precise as the page was. */
  published: string | null;
  /** BCP 47. */
  language: string | null;
  /** The digest of its first text; null: none was kept. */
  snapshot: string | null;
}

export interface Packed {
  readonly ids: readonly string[];
  /**
   * Joined, of each annotation the folded quote and the folded note, each ended by a line feed, which no folded text holds.
   * Parted between annotations where the script changes: a text of Latin letters alone takes half the room and time.
   */
  texts: readonly string[];
  /** Two for each annotation: where in the texts its quote ends, and where the next annotation starts. UTF-16 units. */
  ends: Uint32Array;
  articles: readonly ArticleHead[];
  /** For each annotation the index of its article. */
  articleOf: Uint32Array;
  /** The ids of the codes that any has. */
  readonly codes: readonly string[];
  /** Indexes of codes, those of one annotation after those of the one before. */
  codeOf: Uint32Array;
  /** For each annotation where in `codeOf` its own end. */
  codeEnds: Uint32Array;
  /** The digests of the texts that any names. */
  readonly snapshots: readonly string[];
  /** For each annotation the index of its text, and one; 0: it names none. */
  snapshotOf: Uint32Array;
  created: Float64Array;
  modified: Float64Array;
  starts: Float64Array;
  isTrashed: Uint8Array;
}

export function entryOf(annotation: Annotation): Entry {
  const { id, articleId, target, note, codeIds, created, modified, deleted } = annotation;
  return {
    id,
    articleId,
    quote: foldForSearch(target.quote.exact),
    note: foldForSearch(note),
    codeIds: [...codeIds],
    created: timeOf(created),
    modified: timeOf(modified),
    start: target.position?.start ?? -1,
    snapshot: target.snapshot,
    isTrashed: deleted !== null,
  };
}

/** A time that cannot be read counts as the earliest. */
function timeOf(moment: string): number {
  return Date.parse(moment) || 0;
}

export function headOf({ id, metadata, snapshot }: Article): ArticleHead {
  const { title, outlet, authors, published, language } = metadata;
  const lines = [title?.value ?? '', outlet?.value ?? '', ...(authors?.value ?? [])];
  return {
    id,
    text: lines.map((line) => `${foldForSearch(line)}\n`).join(''),
    outlet: outlet?.value ?? null,
    published: published?.value ?? null,
    language: language?.value ?? null,
    snapshot,
  };
}

/** Stands for an article of which there is no record. */
function unknownHead(id: string): ArticleHead {
  return { id, text: '\n\n', outlet: null, published: null, language: null, snapshot: null };
}

/** Keeps the order. @param heads by article id */
export function pack(entries: readonly Entry[], heads: ReadonlyMap<string, ArticleHead>): Packed {
  const articles = numbered(entries.map(({ articleId }) => articleId));
  const codes = numbered(entries.flatMap(({ codeIds }) => codeIds));
  const snapshots = numbered(entries.flatMap(({ snapshot }) => snapshot ?? []));
  const ends = new Uint32Array(entries.length * 2);
  const codeEnds = new Uint32Array(entries.length);
  let end = 0;
  let codeEnd = 0;
  for (const [index, { quote, note, codeIds }] of entries.entries()) {
    ends[index * 2] = end + quote.length;
    end += quote.length + note.length + 2;
    ends[index * 2 + 1] = end;
    codeEnd += codeIds.length;
    codeEnds[index] = codeEnd;
  }
  return {
    ids: entries.map(({ id }) => id),
    texts: textsOf(entries),
    ends,
    articles: Array.from(articles.keys(), (id) => heads.get(id) ?? unknownHead(id)),
    articleOf: Uint32Array.from(entries, ({ articleId }) => articles.get(articleId) ?? 0),
    codes: [...codes.keys()],
    codeOf: Uint32Array.from(
      entries.flatMap(({ codeIds }) => codeIds),
      (id) => codes.get(id) ?? 0,
    ),
    codeEnds,
    snapshots: [...snapshots.keys()],
    snapshotOf: Uint32Array.from(entries, ({ snapshot }) => (snapshots.get(snapshot ?? '') ?? -1) + 1),
    created: Float64Array.from(entries, ({ created }) => created),
    modified: Float64Array.from(entries, ({ modified }) => modified),
    starts: Float64Array.from(entries, ({ start }) => start),
    isTrashed: Uint8Array.from(entries, ({ isTrashed }) => Number(isTrashed)),
  };
}

/** A text is not parted before it has so many units: a few long ones are searched sooner than many short ones. */
const leastText = 1_000;
/** Engines keep a text without any other character in one byte for each. */
const narrow = /^[\0-\xFF]*$/u;

function textsOf(entries: readonly Entry[]): string[] {
  const texts: string[] = [];
  let parts: string[] = [];
  let length = 0;
  let isNarrow = true;
  for (const { quote, note } of entries) {
    const isOwnNarrow = narrow.test(quote) && narrow.test(note);
    if (isOwnNarrow !== isNarrow && (length >= leastText || length === 0)) {
      if (length > 0) texts.push(parts.join(''));
      [parts, length, isNarrow] = [[], 0, isOwnNarrow];
    }
    parts.push(quote, '\n', note, '\n');
    length += quote.length + note.length + 2;
    isNarrow &&= isOwnNarrow;
  }
  if (length > 0) texts.push(parts.join(''));
  return texts;
}

/** What was packed. */
export function unpack(packed: Packed): Entry[] {
  const { texts, ends, articles, articleOf, codes, codeOf, codeEnds, snapshots, snapshotOf } = packed;
  const text = texts.join('');
  return packed.ids.map((id, index) => {
    const quoteEnd = ends[index * 2] ?? 0;
    const quoteStart = ends[index * 2 - 1] ?? 0;
    const ownCodes = codeOf.subarray(codeEnds[index - 1] ?? 0, codeEnds[index]);
    return {
      id,
      articleId: articles[articleOf[index] ?? 0]?.id ?? '',
      quote: text.slice(quoteStart, quoteEnd),
      note: text.slice(quoteEnd + 1, (ends[index * 2 + 1] ?? 0) - 1),
      codeIds: Array.from(ownCodes, (code) => codes[code] ?? ''),
      created: packed.created[index] ?? 0,
      modified: packed.modified[index] ?? 0,
      start: packed.starts[index] ?? -1,
      snapshot: snapshots[(snapshotOf[index] ?? 0) - 1] ?? null,
      isTrashed: packed.isTrashed[index] === 1,
    };
  });
}

/** Each id once, in the order of its first place, with its number. */
function numbered(ids: readonly string[]): Map<string, number> {
  const numbers = new Map<string, number>();
  for (const id of ids) if (!numbers.has(id)) numbers.set(id, numbers.size);
  return numbers;
}
