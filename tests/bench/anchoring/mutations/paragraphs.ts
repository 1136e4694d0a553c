/** Mutations of the paragraphs themselves: cut, joined, put in another order, numbered, shortened. */

import {
  type BenchPage,
  type Block,
  element,
  foreignText,
  type Mutation,
  moveChildren,
  otherNumber,
  sentencesOf,
  textOf,
} from './bench-page';

/** Paragraphs cut in two after a sentence, and neighbours joined. */
export const reflow: Mutation = (page, random) => {
  const blocks = page.blocks();
  for (const block of blocks) {
    const own = block.nodes.filter((node) => node.parentNode === block.el);
    const longest = own.sort((one, other) => other.length - one.length)[0];
    if (longest === undefined || !random.chance(0.4)) continue;
    const ends = sentencesOf(longest.data).map(({ end }) => end);
    const cut = ends[Math.floor(ends.length / 2)] ?? 0;
    if (cut === 0 || cut >= longest.length || !/^(?:P|DIV|LI|SECTION)$/u.test(block.el.tagName)) continue;
    const second = element(block.el.tagName);
    for (let node: Node | null = page.splitAt(longest, cut); node !== null; ) {
      const next: Node | null = node.nextSibling;
      second.append(node);
      node = next;
    }
    block.el.after(second);
  }
  for (const { el } of page.blocks()) {
    const next = el.nextElementSibling;
    if (next === null || next.tagName !== el.tagName || el.tagName !== 'P' || !random.chance(0.3)) continue;
    el.append(' ');
    moveChildren(next, el);
    next.remove();
  }
};

/** Two neighbouring sentences change places. */
export const sentences: Mutation = (page, random) => {
  for (const { nodes } of page.blocks()) {
    for (const node of nodes) {
      const spans = sentencesOf(node.data);
      if (spans.length < 3 || !random.chance(0.5)) continue;
      const index = random.int(0, spans.length - 2);
      const [first, second] = [spans[index], spans[index + 1]];
      if (first === undefined || second === undefined) continue;
      if (second.end < node.length) page.splitAt(node, second.end);
      const moved = page.splitAt(node, second.start);
      const before = first.start === 0 ? node : page.splitAt(node, first.start);
      before.before(moved);
    }
  }
};

/** Half of a paragraph is deleted: the first or the second. */
export const halved: Mutation = (page, random) => {
  for (const block of page.blocks()) {
    if (random.chance(0.4)) cutText(page, block, random.chance(0.5) ? 'first' : 'second');
  }
};

/** Every paragraph gets a number, with a new one put in before the second. */
export const renumbered: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  const added = random.int(1, Math.max(1, Math.min(3, blocks.length - 1)));
  blocks[added]?.el.before(element('p', `${added + 1}. ${foreignText(random, context, 140)}`));
  for (const [index, { nodes }] of blocks.entries()) {
    const first = nodes.find(({ data }) => data.trim() !== '');
    if (first === undefined) continue;
    const number = index < added ? index + 1 : index + 2;
    const old = /^\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})[.、)．]\s*/u.exec(first.data)?.[0] ?? '';
    page.editNode(first, [{ s: 0, e: old.length, text: `${number}. `, kind: old === '' ? 'new' : 'sub' }]);
  }
};

/** One figure in a paragraph is corrected (a date, a price, a count), and a note at the end says so with the old one. */
export const correction: Mutation = (page, random) => {
  const notes: string[] = [];
  for (const block of page.blocks()) {
    const figures = block.nodes.flatMap((node) =>
      [...node.data.matchAll(/\d+/gu)].map((match) => ({ node, at: match.index, figure: match[0] })),
    );
    if (figures.length === 0 || !random.chance(0.5)) continue;
    const { node, at, figure } = random.pick(figures);
    const sentence = textOf(block).slice(0, 120);
    const corrected = otherNumber(random, figure);
    page.editNode(node, [{ s: at, e: at + figure.length, text: corrected, kind: 'sub' }]);
    notes.push(`Correction 更正: “${sentence}” – ${figure} → ${corrected}`);
  }
  for (const note of notes.slice(0, 3)) document.body.append(element('p', note, 'correction'));
};

/** Keeps ids, as the emptied half is edited away rather than the node removed. */
export function cutText(page: BenchPage, block: Block, half: 'first' | 'second'): void {
  const total = textOf(block).length;
  const middle = Math.floor(total / 2);
  let at = 0;
  for (const node of block.nodes) {
    const start = at;
    at += node.length;
    const from = half === 'first' ? 0 : Math.max(0, middle - start);
    const to = half === 'first' ? Math.min(node.length, middle - start) : node.length;
    if (from < to) page.editNode(node, [{ s: from, e: to, text: '', kind: 'sub' }]);
  }
}
