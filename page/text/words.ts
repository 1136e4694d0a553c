/** Turns what a text node holds into the words that the page's text keeps of it, and finds the way between the two. */

export interface Words {
  /** Without white space at its ends, with single spaces inside, and without what nobody sees. */
  text: string;
  /** Whether white space stood there. */
  spaceBefore: boolean;
  spaceAfter: boolean;
}

/** Nobody sees these, and every copy of the text would carry them. */
const unseen = '\\u00ad\\u200b\\u2060\\ufeff';
const everyUnseen = new RegExp(`[${unseen}]+`, 'gu');
const everySpace = /\s+/gu;
/** What cannot be taken over as it is. `\s` counts U+FEFF as white space. */
const irregular = new RegExp(`[^\\S ]|[${unseen}]| (?: |$)|^ `);
/** What is taken over unchanged: visible characters with no more than one plain space between. */
const unchanged = new RegExp(`[^\\s${unseen}]+(?: [^\\s${unseen}]+)*`, 'gu');

export function wordsOf(data: string): Words {
  if (!irregular.test(data)) return { text: data, spaceBefore: false, spaceAfter: false };
  const text = data.replace(everyUnseen, '').replace(everySpace, ' ');
  if (text === ' ') return { text: '', spaceBefore: true, spaceAfter: true };
  const spaceBefore = text.startsWith(' ');
  const spaceAfter = text.endsWith(' ');
  return { text: text.slice(spaceBefore ? 1 : 0, spaceAfter ? -1 : undefined), spaceBefore, spaceAfter };
}

/** Characters that stand in both unchanged. */
interface Stretch {
  inData: number;
  inWords: number;
  length: number;
}

/** All offsets are UTF-16 units. Where the unit at `offset` of the words stands in the data; their end for what lies beyond. */
export function startInData(data: string, offset: number): number {
  const stretches = stretchesOf(data);
  const found = stretches[lastIndex(stretches.length, (index) => (stretches[index]?.inWords ?? 0) <= offset)];
  if (found === undefined) return 0;
  if (offset < found.inWords + found.length) return found.inData + Math.max(0, offset - found.inWords);
  const next = stretches[stretches.indexOf(found) + 1];
  return next?.inData ?? found.inData + found.length;
}

/** Where, in the data, the unit before `offset` of the words ends. */
export function endInData(data: string, offset: number): number {
  const stretches = stretchesOf(data);
  const found = stretches[lastIndex(stretches.length, (index) => (stretches[index]?.inWords ?? 0) < offset)];
  if (found === undefined) return 0;
  return found.inData + Math.min(Math.max(0, offset - found.inWords), found.length);
}

/** The offset in the words of an offset in the data; where that stands in white space, the end of what precedes it. */
export function inWords(data: string, offset: number): number {
  const stretches = stretchesOf(data);
  const found = stretches[lastIndex(stretches.length, (index) => (stretches[index]?.inData ?? 0) <= offset)];
  if (found === undefined) return 0;
  return found.inWords + Math.min(Math.max(0, offset - found.inData), found.length);
}

let lastData = '';
let lastStretches: Stretch[] = [];

/** Remembers the last answer: many places are asked of one long node. */
function stretchesOf(data: string): Stretch[] {
  if (data === lastData) return lastStretches;
  const stretches: Stretch[] = [];
  let written = 0;
  let read = 0;
  for (const { 0: words, index } of data.matchAll(unchanged)) {
    const gap = data.slice(read, index).replace(everyUnseen, '');
    if (stretches.length > 0 && gap !== '') written += 1;
    stretches.push({ inData: index, inWords: written, length: words.length });
    written += words.length;
    read = index + words.length;
  }
  [lastData, lastStretches] = [data, stretches];
  return stretches;
}

/** The last index below `count` of which `holds` is true, where it is true up to some index and false after; else 0. */
export function lastIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
