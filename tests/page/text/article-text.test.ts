// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { readArticle } from '../../../page/text/article-text';

const none = () => false;

it('reads the body, with the whole of it as the article where none stands out', () => {
  document.body.innerHTML = '<p>One.</p><p>Two.</p>';
  const { map, span, draft } = readArticle(document, none);
  expect([map.text, span]).toEqual(['One.\nTwo.', { start: 0, end: 9 }]);
  expect(draft().text).toBe('One.\nTwo.');
});

it('sends only the article of a page that marks it', () => {
  const words = 'The city council met for hours about the wall, and went home. '.repeat(8).trim();
  document.body.innerHTML = `<nav>Menu</nav><div itemprop="articleBody"><p>${words}</p></div><p>More</p>`;
  const { map, span, draft } = readArticle(document, none);
  expect(map.text.slice(span.start, span.end)).toBe(words);
  expect(draft().text).toBe(words);
});

it('sends no text that is too long, and metadata all the same', () => {
  document.body.innerHTML = `<h1>Long</h1><p>${'word '.repeat(130_000)}</p>`;
  expect(readArticle(document, none).draft()).toMatchObject({
    text: null,
    metadata: { title: { value: 'Long' } },
  });
});

it('reads a page that has no body for a moment', () => {
  document.documentElement.removeChild(document.body);
  expect(readArticle(document, none).map.text).toBe('');
});
