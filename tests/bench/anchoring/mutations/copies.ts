/** Mutations that put the article's own words, or words like them, on the page a second time. */

import {
  type Context,
  element,
  foreignText,
  likeness,
  type Mutation,
  type Random,
  sentencesOf,
  textOf,
} from './bench-page';

/** A box at the top says the article's main sentences again, lightly edited. */
export const summary: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  const [first] = blocks;
  if (first === undefined) return;
  const box = element('section', '', 'key-points');
  box.append(element('h3', 'Key points 要点'));
  const list = element('ul');
  for (let point = 0; point < 6; point += 1) {
    const sentence = pickSentence(random, textOf(random.pick(blocks)));
    list.append(element('li', likeness(random, context, sentence, random.pick([0, 0.08, 0.15]))));
  }
  box.append(list);
  first.el.before(box);
};

/** Readers' comments below quote the article word for word and answer. */
export const comments: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  if (blocks.length === 0) return;
  const section = element('section', '', 'reader-comments');
  section.append(element('h2', 'Comments 评论'));
  for (let count = 0; count < 12; count += 1) {
    const comment = element('article');
    comment.append(element('span', `reader${random.int(10, 99)} · ${random.int(1, 12)} h`));
    const quote = element('blockquote', pickSentence(random, textOf(random.pick(blocks))));
    comment.append(quote, element('p', foreignText(random, context, random.int(30, 160))));
    section.append(comment);
  }
  document.body.append(section);
};

/**
 * Items like a paragraph, with other times and prices, stand around it; some paragraphs are deleted, and what is like
 * them elsewhere on the page then shares a third of their words.
 */
export const lookalikes: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  for (const [index, block] of blocks.entries()) {
    if (!random.chance(0.3)) continue;
    const text = textOf(block);
    if (random.chance(0.33)) {
      const far = blocks.filter(({ el }, other) => Math.abs(other - index) >= 3 && el.isConnected);
      if (far.length === 0) continue;
      random.pick(far).el.before(element('p', likeness(random, context, text, 0.65)));
      block.el.remove();
    } else if (block.el.isConnected) {
      block.el.before(stamped(random, context, text));
      block.el.after(stamped(random, context, text));
    }
  }
};

/** A live blog goes on: new entries above, each with its time, and the first of them says an old one again in part. */
export const liveBlog: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  const [first] = blocks;
  if (first === undefined) return;
  const entries = random.int(5, 12);
  for (let entry = 0; entry < entries; entry += 1) {
    const item = element('div', '', 'live-entry');
    item.append(element('time', `${random.int(10, 23)}:${random.int(10, 59)}`));
    item.append(element('p', foreignText(random, context, random.int(80, 500))));
    if (entry === 0) item.append(element('p', `… ${pickSentence(random, textOf(random.pick(blocks)))}`));
    first.el.before(item);
  }
};

function stamped(random: Random, context: Context, text: string): HTMLElement {
  const time = `${random.int(10, 23)}:${random.int(10, 59)} `;
  return element('p', time + likeness(random, context, text, 0.15));
}

function pickSentence(random: Random, text: string): string {
  const spans = sentencesOf(text).filter(({ start, end }) => end - start >= 8);
  if (spans.length === 0) return text.slice(0, 200);
  const { start, end } = random.pick(spans);
  return text.slice(start, end).replace(/\s+/gu, ' ').trim();
}
