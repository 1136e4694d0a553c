/** What our own mutations use of the bench's in-page library; every change of text goes through it, so that it knows where each character went. */

export interface Edit {
  /** UTF-16 units in the node, end exclusive. */
  s: number;
  e: number;
  text: string;
  /** `sub`: written in place of the old words; `same`: the same characters in another form; `new`: added. */
  kind: 'sub' | 'same' | 'new';
}

export interface Block {
  el: HTMLElement;
  nodes: Text[];
}

export interface BenchPage {
  splitAt(node: Text, offset: number): Text;
  /** Edits are sorted and do not overlap. */
  editNode(node: Text, edits: readonly Edit[]): void;
  blocks(): Block[];
}

export interface Random {
  (): number;
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  chance(share: number): boolean;
}

export interface Context {
  /** Paragraphs of another page in a like language. */
  foreign: readonly string[];
}

export type Mutation = (page: BenchPage, random: Random, context: Context) => void;

const asian = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u;

export function isAsian(text: string): boolean {
  return asian.test(text);
}

export function textOf(block: Block): string {
  return block.nodes.map(({ data }) => data).join('');
}

export function foreignText(random: Random, { foreign }: Context, most: number): string {
  return (foreign.length === 0 ? 'Other news of the day.' : random.pick(foreign)).slice(0, most);
}

/** Spans of the sentences of a text; what follows the last full stop is one too. */
export function sentencesOf(text: string): { start: number; end: number }[] {
  const pattern = isAsian(text) ? /[^。！？!?]+[。！？!?”」』]*/gu : /[^.!?]+[.!?]*["”’)]*(?:\s+|$)/gu;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Spans of words; in Chinese and Japanese of two characters. */
function wordsOf(text: string): { start: number; end: number }[] {
  const pattern =
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{N}’'-])+/gu;
  return [...text.matchAll(pattern)].map(({ index, 0: { length } }) => ({
    start: index,
    end: index + length,
  }));
}

/** Another number of as many digits. */
export function otherNumber(random: Random, number: string): string {
  const [first = '0', ...rest] = [...number].map((digit) => (Number(digit) + random.int(1, 8)) % 10);
  return `${first === 0 ? 1 : first}${rest.join('')}`;
}

/** Some words exchanged for others, and every number for another. */
export function likeness(random: Random, context: Context, text: string, share: number): string {
  const supply = foreignText(random, context, 2_000);
  const others = wordsOf(supply).map(({ start, end }) => supply.slice(start, end));
  let out = '';
  let at = 0;
  for (const { start, end } of wordsOf(text)) {
    out += text.slice(at, start);
    const word = text.slice(start, end);
    if (/^\d+$/u.test(word)) out += otherNumber(random, word);
    else out += others.length > 0 && random.chance(share) ? random.pick(others) : word;
    at = end;
  }
  return (out + text.slice(at)).replace(/\s+/gu, ' ').trim();
}

export function element(tag: string, text = '', className = ''): HTMLElement {
  const made = document.createElement(tag);
  made.textContent = text;
  if (className !== '') made.className = className;
  return made;
}

export function moveChildren(from: Element, to: Element): void {
  while (from.firstChild !== null) to.append(from.firstChild);
}
