/** Mutations of the whole page: the same article in another template, behind a paywall, folded up, in a translated interface. */

import { type Block, element, foreignText, isAsian, type Mutation, moveChildren, textOf } from './bench-page';
import { cutText } from './paragraphs';

const credits = [
  'Photo: Agency · Reuse permitted',
  'Edited by the news desk',
  '来源：本网综合',
  '责任编辑：李明',
  'Reporting by our correspondents',
];

const words = [
  ['Share', 'Home', 'Read more', 'Subscribe', 'Log in', 'Most read', 'Follow us', 'Comments', 'Next article'],
  ['分享', '首页', '阅读更多', '订阅', '登录', '最热文章', '关注我们', '评论', '下一篇'],
  ['Teilen', 'Startseite', 'Weiterlesen', 'Abonnieren', 'Anmelden', 'Meistgelesen', 'Folgen', 'Kommentare'],
];

/** Another paper brings the article: its own frame and headings, captions at the end, other credit lines, other order of boxes. */
export const syndicated: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  const frame = element('main', '', 'story');
  const late = element('aside', '', 'gallery');
  frame.append(element('h1', foreignText(random, context, 60)), element('p', random.pick(credits), 'credit'));
  for (const [index, block] of blocks.entries()) {
    if (/^H\d$/u.test(block.el.tagName) && random.chance(0.5)) {
      frame.append(element('h3', foreignText(random, context, 40)));
      continue;
    }
    const copy = element(block.el.tagName === 'LI' ? 'p' : random.pick(['p', 'div']), '', `s${index}`);
    moveChildren(block.el, copy);
    if (block.el.tagName === 'FIGCAPTION') late.append(copy);
    else frame.append(copy);
    if (index % 5 === 4) frame.append(element('p', foreignText(random, context, 90), 'teaser'));
  }
  frame.append(late, element('p', random.pick(credits), 'credit'));
  document.body.replaceChildren(frame);
};

/** The light version for telephones: running text only, no inline markup, and nothing of the page around it. */
export const amp: Mutation = (page) => {
  const frame = element('main', '', 'amp-article');
  for (const block of page.blocks()) {
    const paragraph = element('p');
    for (const node of block.nodes) paragraph.append(node);
    frame.append(paragraph, element('amp-img'));
  }
  document.body.replaceChildren(frame);
};

/** Only the first three paragraphs and the start of the fourth are left; then an offer. */
export const paywall: Mutation = (page, random, context) => {
  const blocks = page.blocks();
  const paragraphs = blocks.filter((block) => textOf(block).length >= (isAsian(textOf(block)) ? 40 : 120));
  const teaser = paragraphs[3];
  const offer = element('div', '', 'paywall');
  offer.append(
    element('h2', 'Subscribe to read on 订阅后继续阅读'),
    element('p', foreignText(random, context, 200)),
  );
  if (teaser === undefined) return;
  teaser.el.before(offer);
  offer.before(teaser.el);
  const last = blocks.indexOf(teaser);
  cutText(page, teaser, 'second');
  for (const { el } of blocks.slice(last + 1)) el.remove();
};

/** The text is folded up after some lines: there, but cut off by its box; a copy of its start waits in a window that is not shown. */
export const collapsed: Mutation = (page, random) => {
  const blocks = page.blocks();
  const from = Math.floor(blocks.length * 0.3);
  for (const block of blocks.slice(from)) wrap(block, 'max-height:3em;overflow:hidden');
  const popup = element('dialog');
  for (const block of blocks.slice(from, from + 4)) popup.append(element('p', textOf(block)));
  document.body.prepend(popup);
  const button = element('button', random.pick(['Read more', '展开全文', 'Weiterlesen']));
  blocks[from]?.el.before(button);
};

/** The words around the article are in another language now, and there are more of them. */
export const interfaceWords: Mutation = (page, random) => {
  const blocks = page.blocks();
  const inside = new Set(blocks.flatMap(({ nodes }) => nodes));
  const language = random.pick(words);
  const parts = 'nav,header,footer,aside,form,button,menu,[role="navigation"],a';
  for (const part of document.body.querySelectorAll(parts)) {
    for (const node of part.childNodes) {
      if (!(node instanceof Text) || inside.has(node) || node.data.trim() === '' || node.length > 60)
        continue;
      const text = `${random.pick(language)} `.repeat(Math.ceil(node.length / 12));
      page.editNode(node, [{ s: 0, e: node.length, text, kind: 'sub' }]);
    }
  }
  for (const { el } of blocks) if (random.chance(0.2)) el.before(element('span', random.pick(language)));
};

function wrap({ el }: Block, style: string): void {
  const box = element('div');
  box.style.cssText = style;
  el.replaceWith(box);
  box.append(el);
}
