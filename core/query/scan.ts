/** Goes through packed annotations and tells which ones a query finds. */

import type { Annotation } from '../annotation';
import type { Article } from '../article';
import type { Code } from '../code';
import { codesAtPlace, codesWithWords, type FoldedCode, foldCodes } from './code-clauses';
import { type CodeNumbers, createCodeNumbers } from './code-numbers';
import { type GradeReader, nothingGraded } from './graded';
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

export interface ScanOptions {
  /** Whether to look in the trash or in what is kept. */
  isTrashed?: boolean;
  /** Articles' texts are not packed: who has searched them tells what was found. */
  texts?: TextFinds;
  /** Where words stand is not packed either: pages have told it. */
  graded?: GradeReader;
  /** Those of all scans of the same packed annotations. */
  codeNumbers?: CodeNumbers;
}

export function createScan(
  query: Query,
  codes: readonly Code[],
  {
    isTrashed = false,
    texts = new Map(),
    graded = nothingGraded,
    codeNumbers = createCodeNumbers(),
  }: ScanOptions = {},
): Scan {
  const known = { folded: foldCodes(codes), texts, graded, codeNumbers };
  // Texts last: what the fields leave may be nothing.
  const inOrder = query.toSorted((one, other) => Number(isText(one)) - Number(isText(other)));
  const clauses = inOrder.flatMap((clause) => {
    const find = finderOf(clause, known);
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
  graded: GradeReader = nothingGraded,
): (annotation: Annotation, article: Article | null) => boolean {
  if (query.length === 0) return () => true;
  const scan = createScan(query, codes, { graded });
  return (annotation, article) => {
    const heads = article === null ? [] : [headOf(article)];
    const entry = { ...entryOf(annotation), isTrashed: false };
    return scan(pack([entry], new Map(heads.map((head) => [annotation.articleId, head])))).length > 0;
  };
}

interface Known {
  folded: readonly FoldedCode[];
  texts: TextFinds;
  graded: GradeReader;
  codeNumbers: CodeNumbers;
}

/** Null where nothing is asked. */
function finderOf(ask: Clause, { folded, texts, graded, codeNumbers }: Known): Finder | null {
  switch (ask.field) {
    case 'text': {
      const found = texts.get(ask);
      return termOf(ask) && byArticle(({ id }) => found?.has(id) === true);
    }
    case 'any': {
      const term = termOf(ask);
      if (term === null) return null;
      const markCoded = byCode(codesWithWords(folded, term), codeNumbers);
      return (packed, found) => {
        markArticles(packed, found, ({ text }) => findTerm(text, term) >= 0);
        markCoded(packed, found);
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
    case 'only':
      return byCode(codesAtPlace(folded, ask), codeNumbers);
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
      return (packed, found) => markGraded(packed, found, (articleId) => graded(ask.grade, articleId));
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

function markGraded(
  { ids, articles, articleOf }: Packed,
  found: Uint8Array,
  idsOf: (articleId: string) => ReadonlySet<string> | null,
): void {
  const known = articles.map(({ id }) => idsOf(id));
  if (known.every((own) => own === null)) return;
  for (let index = 0; index < found.length; index += 1) {
    if (known[articleOf[index] ?? 0]?.has(ids[index] ?? '') === true) found[index] = 1;
  }
}

/** Marks those that have one of the codes. */
function byCode(ids: ReadonlySet<string>, codeNumbers: CodeNumbers): Finder {
  const flags = codeNumbers.flags(ids);
  if (flags === null) return () => {};
  return (packed, found) => markCodes(packed, found, flags, codeNumbers.numbersIn(packed));
}

/**
 * @param flags by the number of the code, 1 for those that are looked for
 * @param numbers by the index of the code
 */
function markCodes(
  { codeOf, codeEnds }: Packed,
  found: Uint8Array,
  flags: Uint8Array,
  numbers: Uint32Array,
): void {
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
