/** What a query finds, said as plainly as can be: one annotation at a time, with regular expressions, nothing packed. */

import type { Annotation } from '../../../core/annotation';
import type { Article } from '../../../core/article';
import { type Code, codePath } from '../../../core/code';
import type { Clause, Query } from '../../../core/query/query';
import { foldForSearch } from '../../../core/search';

const letter =
  '(?![\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Bopomofo}\\p{scx=Thai}\\p{scx=Lao}\\p{scx=Khmer}\\p{scx=Myanmar}])[\\p{L}\\p{N}]';

/** @param texts what was kept of the article */
export function isFound(
  query: Query,
  codes: readonly Code[],
  annotation: Annotation,
  article: Article | null,
  texts: readonly string[] = [],
): boolean {
  return query.every((clause) => {
    const answer = answerTo(clause, codes, annotation, article, texts);
    return answer === null || answer !== clause.isNot;
  });
}

/** Null where the clause asks nothing. */
function answerTo(
  clause: Clause,
  codes: readonly Code[],
  annotation: Annotation,
  article: Article | null,
  kept: readonly string[],
): boolean | null {
  const { title, outlet, authors, published, language } = article?.metadata ?? {};
  const byId = new Map(codes.map((code) => [code.id, code]));
  const pathsOf = annotation.codeIds.flatMap((id) => {
    const code = byId.get(id);
    return code === undefined ? [] : [codePath(code, byId).map(fold)];
  });
  const day = published?.value.slice(0, 10).padEnd(10, '2024-01-01'.slice(published.value.length));
  switch (clause.field) {
    case 'any': {
      if (fold(clause.text) === '') return null;
      const texts = [
        annotation.target.quote.exact,
        annotation.note,
        title?.value ?? '',
        outlet?.value ?? '',
        ...(authors?.value ?? []),
        ...pathsOf.map((names) => names.join('/')),
      ];
      return texts.some((text) => hasWords(text, clause.text, clause.isWhole));
    }
    case 'text':
      if (fold(clause.text) === '') return null;
      return kept.some((text) => hasWords(text, clause.text, clause.isWhole));
    case 'note':
      if (fold(clause.text) === '') return null;
      return hasWords(annotation.note, clause.text, clause.isWhole);
    case 'outlet': {
      const wanted = fold(clause.text);
      if (wanted === '') return null;
      const name = outlet?.value ?? '';
      return clause.isWhole ? fold(name) === wanted : hasWords(name, clause.text, false);
    }
    case 'id':
      return clause.ids.includes(annotation.id) || clause.ids.includes(article?.id ?? '');
    case 'code':
    case 'only':
      return pathsOf.some((names) =>
        names.some((_, index) => {
          if (clause.field === 'only' && index < names.length - 1) return false;
          const above = names.slice(0, index + 1);
          const tail = above.slice(-clause.names.length);
          if (tail.length < clause.names.length || (clause.isFromTop && above.length > tail.length))
            return false;
          return clause.names.every((name, level) => {
            const own = tail[level] ?? '';
            if (level < clause.names.length - 1 || clause.isWhole) return own === fold(name);
            return hasWords(own, name, false);
          });
        }),
      );
    case 'before':
      return day !== undefined && day < clause.date.padEnd(10, '2024-01-01'.slice(clause.date.length));
    case 'after':
      return day !== undefined && day >= clause.date.padEnd(10, '2024-01-01'.slice(clause.date.length));
    case 'lang': {
      const tag = language?.value.toLowerCase();
      return tag === clause.tag || tag?.startsWith(`${clause.tag}-`) === true;
    }
    case 'grade':
      return false;
    case 'has':
      return fold(annotation.note) !== '';
    case 'unfinished':
      return null;
  }
}

function hasWords(text: string, words: string, isWhole: boolean): boolean {
  return patternOf(words, isWhole).test(fold(text));
}

function patternOf(words: string, isWhole: boolean): RegExp {
  const key = `${isWhole} ${words}`;
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const folded = fold(words);
  const literal = folded.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&');
  const startsWithLetter = new RegExp(`^${letter}`, 'u').test(folded);
  const endsWithLetter = new RegExp(`${letter}\\p{M}*$`, 'u').test(folded);
  const before = startsWithLetter ? `(?<!${letter}\\p{M}*)` : '';
  const after = isWhole && endsWithLetter ? `(?!\\p{M}|${letter})` : '';
  const pattern = new RegExp(before + literal + after, 'u');
  patterns.set(key, pattern);
  return pattern;
}

const patterns = new Map<string, RegExp>();
const foldedTexts = new Map<string, string>();

/** The same texts are asked for by every query. */
function fold(text: string): string {
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  if (foldedTexts.size > 50_000) foldedTexts.clear();
  const folded = foldForSearch(text);
  foldedTexts.set(text, folded);
  return folded;
}
