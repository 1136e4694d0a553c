// @vitest-environment jsdom
/** Which element holds the article's text. */

import { describe, expect, test } from 'vitest';
import { findArticleRoot } from '../../../page/text/article-root';
import { customerExample, hasSavedPages } from '../saved-pages';

const sentence =
  'The council voted on the plan for the harbour, and the mayor said that work would start in spring. ';
const chinese = '会议要求，各部门要把这项工作放在重要位置，明确责任，抓好落实，确保各项措施取得实效。';
const paragraphs = (text: string, count: number) => `<p>${text}</p>`.repeat(count);

function pageOf(body: string): Document {
  return new DOMParser().parseFromString(`<!doctype html><body>${body}</body>`, 'text/html');
}

describe('findArticleRoot', () => {
  test('finds the element around the paragraphs, and leaves navigation and comments outside', () => {
    const page =
      pageOf(`<nav>${paragraphs(sentence, 3)}</nav><div id="text"><h1>Harbour</h1>${paragraphs(sentence, 6)}</div>
      <div class="comments">${paragraphs(sentence, 20)}</div>`);
    expect(findArticleRoot(page)?.id).toBe('text');
  });

  test('takes the body that the page marks as its own', () => {
    const page = pageOf(
      `<div id="wide">${paragraphs(sentence, 2)}<div id="marked" itemprop="articleBody">${paragraphs(sentence, 3)}</div></div>`,
    );
    expect(findArticleRoot(page)?.id).toBe('marked');
  });

  test('is a brief below the headline, though its part is named like a window and a list of longer teasers follows', () => {
    const teasers = `<ul>${`<li><div>${paragraphs(sentence, 4)}</div></li>`.repeat(8)}</ul>`;
    const page = pageOf(
      `<title>Harbour plan passes</title><div class="modal"><h1>Harbour plan passes</h1><div id="text">${paragraphs(sentence, 2)}</div></div>${teasers}`,
    );
    expect(findArticleRoot(page)?.id).toBe('text');
  });

  test('goes up to the element that holds all parts of a text that is cut in sections', () => {
    const section = `<section>${paragraphs(sentence, 3)}</section>`;
    const page = pageOf(
      `<header>Site</header><main id="text">${section.repeat(4)}</main><footer>Imprint</footer>`,
    );
    expect(findArticleRoot(page)?.id).toBe('text');
  });

  test('finds text that is cut up by <br> instead of paragraphs', () => {
    const page = pageOf(`<div id="wrap"><div id="text">${`${chinese}<br>`.repeat(10)}</div></div>`);
    expect(findArticleRoot(page)?.id).toBe('text');
  });

  test('stays on the same element when a paragraph is added, a caption comes late or an advertisement is inserted', () => {
    const body = (more: string) =>
      `<div id="wrap"><div id="text">${paragraphs(chinese, 6)}${more}</div><div>友情链接</div></div>`;
    for (const more of [
      '',
      `<p>${chinese}</p>`,
      '<figure><figcaption>会议现场</figcaption></figure>',
      '<div class="ad"><a href="/x">Buy</a></div>',
    ]) {
      expect(findArticleRoot(pageOf(body(more)))?.id).toBe('text');
    }
  });

  test.each([
    ['a page without text', ''],
    [
      'a list of links',
      Array.from({ length: 30 }, (_, name) => `<li><a href="/${name}">${sentence}</a></li>`).join(''),
    ],
    ['a form', '<form><label>Name <input name="parentElement"></label></form>'],
  ])('finds no article in %s', (_, body) => expect(findArticleRoot(pageOf(body))).toBeNull());

  test('gives an element of the document itself, and the same one each time', () => {
    const page = pageOf(`<div>${paragraphs(sentence, 5)}</div>`);
    const root = findArticleRoot(page);
    expect(page.contains(root)).toBe(true);
    expect(findArticleRoot(page)).toBe(root);
  });
});

describe.skipIf(!hasSavedPages)('on the customer’s example', () => {
  test('holds the lead, both captions and the credits, and not the navigation', () => {
    const root = findArticleRoot(customerExample());
    expect(root?.id).toBe('zoom');
    expect(root?.textContent).toContain('责任编辑:谷亚淋');
    expect(root?.textContent).not.toContain('首页');
  });
});
