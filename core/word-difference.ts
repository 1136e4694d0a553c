/** What was changed in a text, word by word, and character by character where words are not set apart by spaces. */

/** A stretch of the text as it was (`same`, `removed`) or as it is now (`same`, `added`). */
export interface Stretch {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** More edits than this are no longer read as edits: then everything is replaced. Bounds the cost for long quotes. */
const mostEdits = 1_000;

const character = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]\p{M}*`;
const word = String.raw`(?:(?!${character})[\p{L}\p{N}\p{M}])+`;
// An emoji with all that is joined to it is one.
const sign = String.raw`.(?:\u200d.|[\p{M}\p{Emoji_Modifier}])*`;
const tokens = new RegExp(String.raw`${character}|${word}|\s+|${sign}`, 'gsu');

/** White space and one mark, or one Chinese character: alone between two changes they only make the change hard to read. */
const isSmall = new RegExp(String.raw`^(?:\s*\p{P}?\s*|${character})$`, 'u');

/**
 * Same and removed stretches make up `before`, same and added ones `after`; kinds of white space count as one.
 * Of a change, what was removed comes first. Cost grows with the length times the number of edits, by the method of
 * E. W. Myers, "An O(ND) difference algorithm" (1986). A library has the method, not the tokens or the joining.
 */
export function wordDifference(before: string, after: string): Stretch[] {
  const [was, is] = [before.match(tokens) ?? [], after.match(tokens) ?? []];
  const joined: { kept: string; removed: string; added: string }[] = [{ kept: '', removed: '', added: '' }];
  for (const [kept, removed, added] of alignTokens(was, is, isSameToken)) {
    const last = joined.at(-1);
    const isChange = removed + added !== '';
    if (last === undefined) continue;
    if (!isChange && last.removed + last.added === '') last.kept += kept;
    else if (!isChange) joined.push({ kept, removed: '', added: '' });
    else if (joined.length > 1 && last.removed + last.added === '' && isSmall.test(last.kept)) {
      joined.pop();
      const earlier = joined.at(-1);
      if (earlier === undefined) continue;
      earlier.removed += last.kept + removed;
      earlier.added += last.kept + added;
    } else {
      last.removed += removed;
      last.added += added;
    }
  }
  return joined.flatMap(({ kept, removed, added }) => {
    // White space that both end in is no part of the change.
    const space = added === '' ? '' : (/\s*$/u.exec(removed)?.[0] ?? '');
    const isShared = space !== '' && /\s$/u.test(added);
    const stretches: Stretch[] = [
      { kind: 'same', text: kept },
      { kind: 'removed', text: isShared ? removed.trimEnd() : removed },
      { kind: 'added', text: isShared ? added.trimEnd() : added },
      { kind: 'same', text: isShared ? space : '' },
    ];
    return stretches.filter(({ text }) => text !== '');
  });
}

/** A token that was kept, or removed, or added; the two others are empty. */
type Step = readonly [kept: string, removed: string, added: string];

/** In order; what makes up the one side, and the other, is lossless. Past too many edits one step replaces all by all. */
export function alignTokens(
  was: readonly string[],
  is: readonly string[],
  isEqual: (one: string, other: string) => boolean,
): Step[] {
  /** For each number of edits, how far into `was` each diagonal reached before them, from diagonal `-edits - 1` on. */
  const trace: Int32Array[] = [];
  const most = Math.min(was.length + is.length, mostEdits);
  const reached = new Int32Array(2 * most + 3);
  const middle = most + 1;
  for (let edits = 0; edits <= most; edits += 1) {
    trace.push(reached.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const [left, right] = [reached[middle + diagonal - 1] ?? 0, reached[middle + diagonal + 1] ?? 0];
      const isAddition = diagonal === -edits || (diagonal !== edits && left < right);
      let at = isAddition ? right : left + 1;
      while (at < was.length && at - diagonal < is.length && isEqual(was[at] ?? '', is[at - diagonal] ?? ''))
        at += 1;
      reached[middle + diagonal] = at;
      if (at >= was.length && at - diagonal >= is.length) return stepsBack(was, is, trace);
    }
  }
  return [['', was.join(''), is.join('')]];
}

function stepsBack(was: readonly string[], is: readonly string[], trace: readonly Int32Array[]): Step[] {
  const steps: Step[] = [];
  let [x, y] = [was.length, is.length];
  const keepBackTo = (end: number) => {
    for (; x > end; y -= 1) {
      x -= 1;
      steps.push([was[x] ?? '', '', '']);
    }
  };
  for (let edits = trace.length - 1; edits > 0; edits -= 1) {
    const diagonal = x - y;
    const before = trace[edits] ?? new Int32Array();
    const [left, right] = [before[diagonal + edits] ?? 0, before[diagonal + edits + 2] ?? 0];
    const isAddition = diagonal === -edits || (diagonal !== edits && left < right);
    keepBackTo(isAddition ? right : left + 1);
    if (isAddition) y -= 1;
    else x -= 1;
    steps.push(isAddition ? ['', '', is[y] ?? ''] : ['', was[x] ?? '', '']);
  }
  keepBackTo(0);
  return steps.reverse();
}

function isSameToken(one: string, other: string): boolean {
  return one === other || (/^\s/u.test(one) && /^\s/u.test(other));
}
