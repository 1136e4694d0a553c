/** Which codes of the codebook a query means. */

import { type Code, codePath, pathMark } from '../code';
import { withCodesUnder } from '../codebook/tree';
import { foldForSearch } from '../search';
import type { Ask, Clause } from './query';
import { findTerm, type Term, termOf } from './terms';

/** Asks for this code and those under it. A code that no longer exists is asked for by its id, which no code is named. */
export function codeClause(id: string, codes: readonly Code[]): Clause {
  const byId = new Map(codes.map((code) => [code.id, code]));
  const code = byId.get(id);
  const names = code === undefined ? [id] : codePath(code, byId);
  return { isNot: false, field: 'code', names, isFromTop: true, isWhole: true };
}

/** A code with its names from the top down, folded. */
export interface FoldedCode {
  code: Code;
  names: string[];
}

/** Gives the list of before as long as the codes say the same to a search: whoever reads them anew has another list. */
export function createSameCodes(): (codes: readonly Code[]) => readonly Code[] {
  let last: readonly Code[] = [];
  return (codes) => {
    const isSame = codes.length === last.length && codes.every((code, at) => isSameCode(code, last[at]));
    if (!isSame) last = codes;
    return last;
  };
}

function isSameCode(one: Code, other: Code | undefined): boolean {
  return one.id === other?.id && one.name === other.name && one.parentId === other.parentId;
}

/** Of the same codebook as before, the same list: a search asks at each keystroke. */
export function foldCodes(codes: readonly Code[]): readonly FoldedCode[] {
  const known = folded.get(codes) ?? foldAll(codes);
  folded.set(codes, known);
  return known;
}

const folded = new WeakMap<readonly Code[], readonly FoldedCode[]>();

function foldAll(codes: readonly Code[]): FoldedCode[] {
  const byId = new Map(codes.map((code) => [code.id, code]));
  return codes.map((code) => ({ code, names: codePath(code, byId).map(foldForSearch) }));
}

/** Those in whose path the words stand. */
export function codesWithWords(codes: readonly FoldedCode[], term: Term): Set<string> {
  const found = codes.filter(({ names }) => findTerm(names.join(pathMark), term) >= 0);
  return new Set(found.map(({ code }) => code.id));
}

/** Those at the place that is asked for; with `code`, all codes under them too. */
export function codesAtPlace(
  codes: readonly FoldedCode[],
  { field, names, isFromTop, isWhole }: Extract<Ask, { names: string[] }>,
): Set<string> {
  const upper = names.slice(0, -1).map(foldForSearch);
  const last = termOf({ text: names.at(-1) ?? '', isWhole: false });
  const isMeant = ({ names: levels }: FoldedCode) => {
    const above = levels.slice(0, -1);
    const name = levels.at(-1) ?? '';
    const rest = above.length - upper.length;
    if (rest < 0 || (isFromTop && rest > 0)) return false;
    if (!upper.every((level, index) => level === above[rest + index])) return false;
    return last === null || (isWhole ? name === last.text : findTerm(name, last) >= 0);
  };
  const meant = codes.filter(isMeant).map(({ code }) => code.id);
  if (field === 'only') return new Set(meant);
  return withCodesUnder(
    codes.map(({ code }) => code),
    meant,
  );
}
