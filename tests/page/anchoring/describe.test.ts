// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { describe as describeWords } from '../../../page/anchoring/describe';
import { followPath } from '../../../page/anchoring/node-path';
import { readTextMap } from '../../../page/text/text-map';

function show(html: string) {
  document.body.innerHTML = html;
  const map = readTextMap(document.body);
  const article = document.querySelector('article');
  return { map, article: article === null ? { start: 0, end: map.text.length } : map.span(article) };
}

function rangeBetween(start: Node | null, startOffset: number, end: Node | null, endOffset: number): Range {
  if (start === null || end === null) throw new Error('no such node');
  const range = document.createRange();
  range.setStart(start, startOffset);
  range.setEnd(end, endOffset);
  return range;
}

it('keeps the quote with its context, its position in the article and its path', () => {
  const { map, article } = show('<nav>Menu</nav><article><p>One <b>two</b> three</p><p>four</p></article>');
  const [bold, second] = [document.querySelector('b'), document.querySelectorAll('p')[1]];
  expect(
    describeWords(rangeBetween(bold?.firstChild ?? null, 0, second?.firstChild ?? null, 2), map, article),
  ).toEqual({
    quote: { exact: 'two three\nfo', prefix: 'One ', suffix: 'ur' },
    position: { start: 4, end: 16 },
    range: {
      startPath: '/article[1]/p[1]/b[1]/text()[1]',
      startOffset: 0,
      endPath: '/article[1]/p[2]/text()[1]',
      endOffset: 2,
    },
    copies: 0,
  });
});

it('counts how often either end of the words stands elsewhere', () => {
  const { map, article } = show('<article><p>One two. One three.</p><p>Two three.</p></article>');
  const text = document.querySelector('p')?.firstChild ?? null;
  const copiesOf = (start: number, end: number) =>
    describeWords(rangeBetween(text, start, text, end), map, article)?.copies;
  expect(copiesOf(0, 3)).toBe(1);
  expect(copiesOf(0, 8)).toBe(0);
  expect(copiesOf(13, 19)).toBe(1);
});

it('has no position for words outside the article', () => {
  const { map, article } = show('<nav>Menu</nav><article><p>One</p></article>');
  const nav = document.querySelector('nav')?.firstChild ?? null;
  expect(describeWords(rangeBetween(nav, 0, nav, 4), map, article)).toMatchObject({
    quote: { exact: 'Menu', prefix: '', suffix: '\nOne' },
    position: null,
  });
});

it('takes more context where the first does not tell the words from another place, and only there', () => {
  const shared =
    'The chair thanked the engineers for their report and closed the meeting before noon on that day.';
  const { map, article } = show(
    `<article><p>It rained.</p><p>${shared} Done.</p><p>It was dry.</p><p>${shared} Done.</p><p>And so on, to the end of the road.</p></article>`,
  );
  const paragraph = document.querySelectorAll('p')[3]?.firstChild ?? null;
  const at = shared.length + 1;
  const done = describeWords(rangeBetween(paragraph, at, paragraph, at + 4), map, article);
  expect(done?.quote.prefix).toBe(`${shared} `.slice(-64));
  const closed = shared.indexOf('closed');
  const inside = describeWords(rangeBetween(paragraph, closed, paragraph, closed + 6), map, article);
  expect(inside?.quote.prefix).toContain('was dry.');
  expect(inside?.quote.suffix.length).toBeLessThanOrEqual(96);
});

it('leaves white space at the ends off, wherever the selection ends', () => {
  const { map, article } = show('<p>one</p> <p> two </p><p>three</p>');
  const range = rangeBetween(
    document.querySelector('p')?.firstChild ?? null,
    3,
    document.querySelectorAll('p')[2] ?? null,
    0,
  );
  expect(describeWords(range, map, article)?.quote.exact).toBe('two');
});

it('takes whole characters where a selection cuts through them', () => {
  const { map, article } = show('<p>ab 👩🏽‍💻e\u0301 🇨🇳🇫🇷</p>');
  const text = document.querySelector('p')?.firstChild ?? null;
  const at = (needle: string) => map.text.indexOf(needle);
  expect(describeWords(rangeBetween(text, at('👩') + 1, text, at('👩') + 5), map, article)?.quote.exact).toBe(
    '👩🏽‍💻',
  );
  expect(
    describeWords(rangeBetween(text, at('\u0301'), text, at('\u0301') + 1), map, article)?.quote.exact,
  ).toBe('e\u0301');
  expect(describeWords(rangeBetween(text, at('🇫') + 1, text, at('🇫') + 2), map, article)?.quote.exact).toBe(
    '🇫🇷',
  );
});

it('cuts no surrogate pair in half at the ends of the context', () => {
  const { map, article } = show(`<p>x${'𠮷'.repeat(40)}word${'𠮷'.repeat(40)}x</p>`);
  const text = document.querySelector('p')?.firstChild ?? null;
  const odd = describeWords(rangeBetween(text, 80, text, 86), map, article)?.quote;
  expect([odd?.prefix, odd?.suffix].every((context) => /^\p{Script=Han}+$/u.test(context ?? ''))).toBe(true);
});

it.each([
  ['an empty selection', '<p>one</p>', 'p', 0, 0],
  ['white space', '<p>one<i>  </i>two</p>', 'i', 0, 1],
  ['furigana', '<ruby>東<rt>ひがし</rt></ruby>', 'rt', 0, 1],
  ['a script', 'a<script>x</script>b', 'script', 0, 1],
])('gives null for %s', (_, html, selector, start, end) => {
  const { map, article } = show(html);
  const element = document.querySelector(selector);
  expect(describeWords(rangeBetween(element, start, element, end), map, article)).toBe(null);
});

it('follows a path back to the text node it was made of', () => {
  show('<p>one</p><div>two<!-- x --><b>three</b>four</div>');
  const last = document.querySelector('div')?.lastChild;
  expect(followPath('/div[1]/text()[2]', 1, document.body)).toEqual({ node: last, offset: 1 });
});

it.each([
  '',
  '/',
  '//p',
  '/p',
  '/p[0]/text()[1]',
  '/p[2]/text()[1]',
  '/p[1]',
  '/p[1]/text()[1]/b[1]',
  'x[',
  '/p[1]/text()[9]',
])('gives null for the path "%s"', (path) => {
  show('<p>one</p>');
  expect(followPath(path, 0, document.body)).toBe(null);
});
