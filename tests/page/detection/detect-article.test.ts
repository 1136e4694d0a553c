// @vitest-environment jsdom
/** Whether a page is an article, on small pages made for one trap each and on a few saved ones. */

import { beforeAll, describe, expect, test, vi } from 'vitest';
import { detectArticle } from '../../../page/detection/detect-article';
import { judgeHead } from '../../../page/detection/judge-head';
import { customerExample, hasSavedPages, openSavedPage, savedPages } from '../saved-pages';

const sentence =
  'The council voted on the plan for the harbour, and the mayor said that work would start in spring. ';
const chinese = '会议要求，各部门要把这项工作放在重要位置，明确责任，抓好落实，确保各项措施取得实效。';
const paragraphs = (text: string, count: number) => `<p>${text.repeat(3)}</p>`.repeat(count);
const teaser = (name: number) =>
  `<div class="card"><h3><a href="/${name}">Headline number ${name} of the day</a></h3><p>${sentence}</p></div>`;

function pageOf(body: string, head = ''): Document {
  const html = `<!doctype html><html><head><title>A page</title>${head}</head><body>${body}</body></html>`;
  return new DOMParser().parseFromString(html, 'text/html');
}

describe('detectArticle', () => {
  test('takes JSON-LD NewsArticle as a reason', () => {
    const head = '<script type="application/ld+json">{"@type": "NewsArticle", "broken": }</script>';
    const { isArticle, reasons } = detectArticle(
      pageOf(paragraphs(sentence, 6), head),
      'https://n.example/x',
    );
    expect(isArticle).toBe(true);
    expect(reasons).toContain('structured_article');
  });

  test('takes a plain text without any metadata for an article when it has a date line and sentences', () => {
    const body = `<h1>Harbour plan</h1><div>By Ann Lee, March 3, 2024</div>${paragraphs(sentence, 8)}`;
    const { isArticle, reasons } = detectArticle(
      pageOf(body),
      'https://n.example/harbour-plan-passes-council',
    );
    expect(isArticle).toBe(true);
    expect(reasons).toEqual(expect.arrayContaining(['long_text', 'date_line', 'byline', 'article_address']));
  });

  test('knows a Chinese report by its credit lines, though its paragraphs are short', () => {
    const body = `<div>要闻</div><div>2024-01-10 09:31 来源:江津融媒体中心</div>${paragraphs(chinese, 5)}<p>记者 苏展</p><p>责任编辑:谷亚淋</p>`;
    const { isArticle, reasons } = detectArticle(pageOf(body), 'https://www.cq.example/x/1234.html');
    expect(isArticle).toBe(true);
    expect(reasons).toContain('credit_lines');
  });

  test('finds the text below a menu that is longer than what it reads of a page', () => {
    const menu = `<nav>${'<a href="/x">News</a> '.repeat(2_000)}</nav>`;
    const body = `${menu}<h1>Harbour plan</h1><div>By Ann Lee, March 3, 2024</div>${paragraphs(sentence, 8)}`;
    expect(detectArticle(pageOf(body), 'https://n.example/harbour-plan-passes').isArticle).toBe(true);
  });

  test('takes no number of a product for a date', () => {
    const reasonsAt = (path: string) =>
      detectArticle(pageOf('<p>A</p>'), `https://n.example/${path}`).reasons;
    expect(reasonsAt('p/N82E16820236956')).not.toContain('dated_address');
    expect(reasonsAt('council-harbour-plan-passes-t20240115')).toContain('dated_address');
  });

  test('reads text that is cut up by <br> instead of paragraphs', () => {
    const body = `<div>2024年3月1日</div><div>${`${chinese}<br><br>`.repeat(12)}</div>`;
    expect(detectArticle(pageOf(body), 'https://n.example/a/20240301.html').isArticle).toBe(true);
  });

  test.each([
    [
      'a front page',
      'https://n.example/',
      Array.from({ length: 20 }, (_, name) => teaser(name)).join(''),
      'front_page',
    ],
    [
      'a section list of long teasers',
      'https://n.example/category/politics/',
      Array.from({ length: 15 }, (_, name) => teaser(name)).join(''),
      'other_address',
    ],
    [
      'a list with a plain address',
      'https://n.example/politics',
      Array.from({ length: 15 }, (_, name) => teaser(name)).join(''),
      'list_of_links',
    ],
    [
      'search results',
      'https://n.example/search?q=harbour',
      Array.from({ length: 10 }, (_, name) => teaser(name)).join(''),
      'search_page',
    ],
    [
      'a log-in form',
      'https://n.example/member',
      '<form><input name="u"><input type="password"></form>',
      'form_page',
    ],
    ['a forum thread', 'https://bbs.n.example/thread-1-1.html', paragraphs(sentence, 4), 'forum_page'],
    ['a page with hardly a text', 'https://n.example/x', '<p>Loading</p>', 'little_text'],
    ['an empty page', 'about:blank', '', 'little_text'],
  ])('does not take %s for an article', (_, url, body, reason) => {
    const { isArticle, probability, reasons } = detectArticle(pageOf(body), url);
    expect(isArticle).toBe(false);
    expect(probability).toBeLessThan(0.5);
    expect(reasons).toContain(reason);
  });

  test('does not believe a front page that calls itself an article', () => {
    const head = '<meta property="og:type" content="article">';
    const body = Array.from({ length: 20 }, (_, name) => teaser(name)).join('');
    expect(detectArticle(pageOf(body, head), 'https://n.example/index.html').isArticle).toBe(false);
  });

  test('does not take a product for an article because its text is long', () => {
    const head =
      '<meta property="og:type" content="product"><script type="application/ld+json">{"@type":"Product"}</script>';
    const { isArticle, reasons } = detectArticle(
      pageOf(paragraphs(sentence, 8), head),
      'https://n.example/boots',
    );
    expect(isArticle).toBe(false);
    expect(reasons[0]).toBe('other_type');
  });

  test('reads a page whose elements take the names of the document and of its forms', () => {
    const names = ['body', 'documentElement', 'querySelectorAll', 'createTreeWalker', 'title', 'head'];
    const clobbers = names.map((name) => `<img name="${name}">`).join('');
    const inputs = ['parentElement', 'nodeName', 'textContent', 'closest', 'id'].map(
      (name) => `<input name="${name}">`,
    );
    const body = `${clobbers}<form>${inputs.join('')}<div>March 3, 2024</div>${paragraphs(sentence, 8)}</form>`;
    expect(detectArticle(pageOf(body), 'https://n.example/harbour-plan-passes').isArticle).toBe(true);
  });

  test('changes nothing and asks for no layout', async () => {
    const layout = vi.spyOn(window, 'getComputedStyle');
    const changes: MutationRecord[] = [];
    const page = pageOf(paragraphs(sentence, 8));
    const observer = new MutationObserver((records) => changes.push(...records));
    observer.observe(page, { subtree: true, childList: true, attributes: true, characterData: true });
    detectArticle(page, 'https://n.example/x');
    changes.push(...observer.takeRecords());
    expect(changes).toEqual([]);
    expect(layout).not.toHaveBeenCalled();
  });

  test('ends on a page of 40,000 nodes after its beginning', () => {
    const page = pageOf('<i>x</i>'.repeat(20_000));
    expect(detectArticle(page, 'https://n.example/x').isArticle).toBe(false);
  });
});

describe.skipIf(!hasSavedPages)('on saved pages', () => {
  const judge = (label: string) =>
    savedPages(label, 28).map((page) => {
      const document = openSavedPage(page);
      const url = page.urlKnown ? page.url : '';
      return { head: judgeHead(document, url), whole: detectArticle(document, url) };
    });
  let articles: ReturnType<typeof judge>;
  let others: ReturnType<typeof judge>;
  beforeAll(() => {
    [articles, others] = [judge('article'), judge('nonarticle')];
  }, 60_000);

  test('takes the customer’s example for an article', () => {
    expect(detectArticle(customerExample(), 'http://www.jiangjin.example/a/1.html').isArticle).toBe(true);
  });

  test('by their head alone, loses none of the articles and spares half of the other pages', () => {
    for (const { head, whole } of [...articles, ...others]) {
      if (head.isSure) expect(head.detection).toEqual(whole);
    }
    const spared = others.filter(({ head }) => head.isSure).length;
    expect(spared / others.length).toBeGreaterThan(0.4);
  });

  test('finds nine articles in ten and raises few false alarms', () => {
    const taken = (pages: typeof articles) =>
      pages.filter(({ whole }) => whole.isArticle).length / pages.length;
    expect(taken(articles)).toBeGreaterThan(0.88);
    expect(taken(others)).toBeLessThan(0.1);
  });
});
