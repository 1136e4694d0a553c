/** Goes through packed annotations and tells which ones a query finds. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import type { Code } from '../code';
import { codesAtPlace, codesWithWords, type FoldedCode, foldCodes } from './code-clauses';
import { type ArticleHead, entryOf, headOf, type Packed, pack } from './packed';
import type { Ask, Clause, Query } from './query';
import { firstDay } from './query-date';
import { findTerm, type Term, termOf } from './terms';

/** The indexes of those that are found, ascending. Cost is linear in the text. */
export type Scan = (packed: Packed) => number[];

/** Marks those that it finds with 1. */
type Finder = (packed: Packed, found: Uint8Array) => void;

/** For each clause of the field `text`, the ids of the articles of which a text says its words. */
export type TextFinds = ReadonlyMap<Clause, ReadonlySet<string>>;

/**
 * @param options.isTrashed whether to look in the trash or in what is kept
 * @param options.texts articles' texts are not packed: who has searched them tells what was found
 */
export function createScan(
  query: Query,
  codes: readonly Code[],
  { isTrashed = false, texts = new Map() }: { isTrashed?: boolean; texts?: TextFinds } = {},
): Scan {
  const folded = foldCodes(codes);
  // Texts last: what the fields leave may be nothing.
  const inOrder = query.toSorted((one, other) => Number(isText(one)) - Number(isText(other)));
  const clauses = inOrder.flatMap((clause) => {
    const find = finderOf(clause, folded, texts);
    return find === null ? [] : [{ find, wanted: clause.isNot ? 0 : 1 }];
  });
  const wantedTrash = Number(isTrashed);
  return (packed) => {
    const { isTrashed: trashed } = packed;
    const count = trashed.length;
    const answers: { found: Uint8Array; wanted: number }[] = [];
    for (const { find, wanted } of clauses) {
      const found = new Uint8Array(count);
      find(packed, found);
      if (!found.includes(wanted)) return [];
      answers.push({ found, wanted });
    }
    const indexes: number[] = [];
    for (let index = 0; index < count; index += 1) {
      if (trashed[index] === wantedTrash && holdsAll(answers, index)) indexes.push(index);
    }
    return indexes;
  };
}

function holdsAll(answers: readonly { found: Uint8Array; wanted: number }[], index: number): boolean {
  for (const { found, wanted } of answers) if (found[index] !== wanted) return false;
  return true;
}

function isText({ field }: Ask): boolean {
  return field === 'any' || field === 'note';
}

/** As a scan, for one annotation at a time, in the trash or not. */
export function createMatcher(
  query: Query,
  codes: readonly Code[],
): (annotation: Annotation, article: Article | null) => boolean {
  if (query.length === 0) return () => true;
  const scan = createScan(query, codes);
  return (annotation, article) => {
    const heads = article === null ? [] : [headOf(article)];
    const entry = { ...entryOf(annotation), isTrashed: false };
    return scan(pack([entry], new Map(heads.map((head) => [annotation.articleId, head])))).length > 0;
  };
}

/** Null where nothing is asked. */
function finderOf(ask: Clause, codes: readonly FoldedCode[], texts: TextFinds): Finder | null {
  switch (ask.field) {
    case 'text': {
      const found = texts.get(ask);
      return termOf(ask) && byArticle(({ id }) => found?.has(id) === true);
    }
    case 'any': {
      const term = termOf(ask);
      if (term === null) return null;
      const isIn = codeFlags(codesWithWords(codes, term));
      return (packed, found) => {
        markArticles(packed, found, ({ text }) => findTerm(text, term) >= 0);
        markCodes(packed, found, isIn);
        markTexts(packed, found, term, { isNoteOnly: false });
      };
    }
    case 'note': {
      const term = termOf(ask);
      return term && ((packed, found) => markTexts(packed, found, term, { isNoteOnly: true }));
    }
    case 'outlet': {
      const term = termOf(ask);
      return term && byArticle((head) => isOutlet(head, term, ask.isWhole));
    }
    case 'id': {
      const ids = new Set(ask.ids);
      return (packed, found) => markIds(packed, found, ids);
    }
    case 'code':
    case 'only': {
      const isIn = codeFlags(codesAtPlace(codes, ask));
      return (packed, found) => markCodes(packed, found, isIn);
    }
    case 'before':
    case 'after': {
      const day = firstDay(ask.date);
      const isBefore = ask.field === 'before';
      return byArticle(({ published }) => published !== null && firstDay(published) < day === isBefore);
    }
    case 'lang':
      return byArticle(
        ({ language }) => language !== null && `${language.toLowerCase()}-`.startsWith(`${ask.tag}-`),
      );
    case 'has':
      return markNoted;
    case 'grade':
      // Where words stand is known only of a page that is open.
      return () => {};
    case 'unfinished':
      return null;
  }
}

function isOutlet({ text }: ArticleHead, term: Term, isWhole: boolean): boolean {
  const start = text.indexOf('\n') + 1;
  const outlet = text.slice(start, text.indexOf('\n', start));
  return isWhole ? outlet === term.text : findTerm(outlet, term) >= 0;
}

function byArticle(isFound: (head: ArticleHead) => boolean): Finder {
  return (packed, found) => markArticles(packed, found, isFound);
}

function markArticles(
  { articles, articleOf }: Packed,
  found: Uint8Array,
  isFound: (head: ArticleHead) => boolean,
): void {
  const isIn = articles.map(isFound);
  if (!isIn.includes(true)) return;
  for (let index = 0; index < found.length; index += 1) {
    if (isIn[articleOf[index] ?? 0] === true) found[index] = 1;
  }
}

function markIds(packed: Packed, found: Uint8Array, ids: ReadonlySet<string>): void {
  markArticles(packed, found, ({ id }) => ids.has(id));
  for (const [index, id] of packed.ids.entries()) if (ids.has(id)) found[index] = 1;
}

/** Every code that was ever met, with a number, so that segments need not look for ids at each search. */
const codeNumbers = new Map<string, number>();
const numbersIn = new WeakMap<Packed, Uint32Array>();

function codeNumber(id: string): number {
  const known = codeNumbers.get(id);
  if (known !== undefined) return known;
  codeNumbers.set(id, codeNumbers.size);
  return codeNumbers.size - 1;
}

/** Null where there are none. */
function codeFlags(ids: ReadonlySet<string>): Uint8Array | null {
  if (ids.size === 0) return null;
  const numbers = Array.from(ids, codeNumber);
  const flags = new Uint8Array(codeNumbers.size);
  for (const number of numbers) flags[number] = 1;
  return flags;
}

function numbersOf(packed: Packed): Uint32Array {
  const known = numbersIn.get(packed);
  if (known !== undefined) return known;
  const { codes } = packed;
  const numbers = new Uint32Array(codes.length);
  for (let code = 0; code < codes.length; code += 1) numbers[code] = codeNumber(codes[code] ?? '');
  numbersIn.set(packed, numbers);
  return numbers;
}

/** @param flags by the number of the code, 1 for those that are looked for; null: none is */
function markCodes(packed: Packed, found: Uint8Array, flags: Uint8Array | null): void {
  if (flags === null) return;
  const { codeOf, codeEnds } = packed;
  const numbers = numbersOf(packed);
  const isIn = new Uint8Array(numbers.length);
  for (let code = 0; code < isIn.length; code += 1) isIn[code] = flags[numbers[code] ?? 0] ?? 0;
  if (!isIn.includes(1)) return;
  let at = 0;
  for (let index = 0; index < found.length; index += 1) {
    for (const end = codeEnds[index] ?? 0; at < end; at += 1) {
      if (isIn[codeOf[at] ?? 0] === 1) found[index] = 1;
    }
  }
}

/** After each find it goes on with the next annotation. */
function markTexts(
  { texts, ends }: Packed,
  found: Uint8Array,
  term: Term,
  { isNoteOnly }: { isNoteOnly: boolean },
): void {
  let index = 0;
  let start = 0;
  for (const text of texts) {
    const textEnd = start + text.length;
    for (let at = findTerm(text, term); at >= 0; ) {
      while ((ends[index * 2 + 1] ?? textEnd) <= start + at) index += 1;
      const quoteEnd = ends[index * 2] ?? 0;
      const isSkipped = isNoteOnly && start + at < quoteEnd;
      if (!isSkipped) found[index] = 1;
      const next = isSkipped ? quoteEnd : (ends[index * 2 + 1] ?? textEnd);
      at = findTerm(text, term, next - start);
    }
    start = textEnd;
  }
}

function markNoted({ ends }: Packed, found: Uint8Array): void {
  for (let index = 0; index < found.length; index += 1) {
    if ((ends[index * 2 + 1] ?? 0) - (ends[index * 2] ?? 0) > 2) found[index] = 1;
  }
}
