/** Reads what a person typed into a search field. Every text is a query: what is no field is words. */

import type { Grade } from '../annotation';
import { parsePath } from '../code';
import type { Ask, Clause, Query } from './query';
import { readDate } from './query-date';
import { barePattern, quotedPattern } from './quotation';

const fields = 'code|only|id|outlet|before|after|lang|note|grade|has|text';

/** A word, a phrase or a field, which a minus may negate. A quotation mark without a partner counts as a blank. */
const token = new RegExp(
  `(?<minus>[-－−])?(?:(?<field>${fields})[:：](?<value>${quotedPattern}|${barePattern})?|(?<words>${quotedPattern}|${barePattern}))`,
  'giu',
);
const bare = new RegExp(`^${barePattern}$`, 'u');
const languageTag = /^[a-z]{1,8}(?:-[a-z0-9]{1,8})*$/u;

const grades = {
  exact: true,
  moved: true,
  changed: true,
  ambiguous: true,
  lost: true,
  pending: true,
} satisfies Record<Grade, true>;

export function parseQuery(text: string): Query {
  return Array.from(text.matchAll(token)).flatMap((match) => clauseOf(match) ?? []);
}

/** Null where nothing is asked. */
function clauseOf({ 0: typed, groups = {} }: RegExpExecArray): Clause | null {
  const { minus, field, value, words } = groups;
  const isNot = minus !== undefined;
  if (field === undefined) {
    const { text, isWhole } = readValue(words ?? '');
    const isNothing = text.trim() === '' || (!isWhole && /^[-－−]$/u.test(text));
    return isNothing ? null : { isNot, field: 'any', text, isWhole };
  }
  const unfinished = { field: 'unfinished', text: typed.slice(minus?.length ?? 0) } as const;
  return { isNot, ...(readField(field.toLowerCase(), readValue(value ?? '')) ?? unfinished) };
}

interface Value {
  text: string;
  /** It stood in quotation marks. */
  isWhole: boolean;
}

function readValue(typed: string): Value {
  const isWhole = typed !== '' && !bare.test(typed);
  return { text: isWhole ? typed.slice(1, -1) : typed, isWhole };
}

/** Null where the value makes no sense. */
function readField(field: string, { text, isWhole }: Value): Ask | null {
  if (text.trim() === '') return null;
  const word = text.normalize('NFKC').trim().toLowerCase();
  switch (field) {
    case 'code':
    case 'only': {
      const names = parsePath(text);
      return names.length === 0 ? null : { field, names, isFromTop: /^\s*[/／]/u.test(text), isWhole };
    }
    case 'id': {
      const ids = text.split(',').filter((id) => id !== '');
      return ids.length > 0 && ids.every((id) => /^[\da-z-]+$/iu.test(id)) ? { field, ids } : null;
    }
    case 'before':
    case 'after': {
      const date = readDate(word);
      return date === null ? null : { field, date };
    }
    case 'lang': {
      const tag = word.replaceAll('_', '-');
      return languageTag.test(tag) ? { field, tag } : null;
    }
    case 'grade':
      return isGrade(word) ? { field, grade: word } : null;
    case 'has':
      return word === 'note' ? { field, what: word } : null;
    case 'note':
    case 'outlet':
    case 'text':
      return { field, text, isWhole };
    default:
      return null;
  }
}

function isGrade(word: string): word is Grade {
  return Object.hasOwn(grades, word);
}
