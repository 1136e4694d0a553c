// @vitest-environment jsdom
/** What is found beside the fields that are kept: kicker, lead, captions, changes, access, licence, and what was passed over. */

import { expect, test } from 'vitest';
import { readArticle } from '../../../page/metadata/read-article';

const sentence = 'The council voted on the plan for the harbour, and the mayor said that work would start. ';

function read(head: string, before: string, after = '', text = `<p>${sentence.repeat(2)}</p>`.repeat(4)) {
  const html = `<!doctype html><html lang="en"><head><title>Harbour plan passes | The Daily</title>${head}</head><body><nav><a href="/">Home</a></nav><article>${before}${text}${after}</article></body></html>`;
  return readArticle(new DOMParser().parseFromString(html, 'text/html'), 'https://n.example/harbour');
}

const headline = '<h1>Harbour plan passes</h1>';

test('the short line above the headline is the kicker, the heading below it the subtitle', () => {
  const { kicker, title, subtitle } = read(
    '',
    `<p>City</p>${headline}<h2>Work begins in spring</h2>`,
  ).metadata;
  expect([kicker?.value, title?.value, subtitle?.value]).toEqual([
    'City',
    'Harbour plan passes',
    'Work begins in spring',
  ]);
});

test('what was published and what was changed are told apart', () => {
  const data = {
    '@type': 'NewsArticle',
    datePublished: '2024-03-03T08:05:00Z',
    dateModified: '2024-03-05T10:00:00Z',
  };
  const { published, modified } = read(
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
    headline,
  ).metadata;
  expect([published?.value, modified?.value]).toEqual(['2024-03-03T08:05:00Z', '2024-03-05T10:00:00Z']);
});

test('a restricted text says so, and names its licence', () => {
  const data = { '@type': 'NewsArticle', isAccessibleForFree: 'False', license: 'https://l.example/by' };
  const { access, licence } = read(
    `<script type="application/ld+json">${JSON.stringify(data)}</script>`,
    headline,
  ).metadata;
  expect([access?.value, licence?.value]).toEqual(['restricted', 'https://l.example/by']);
});

test('a date that another place contradicts stays as an alternative', () => {
  const meta = '<meta property="article:published_time" content="2024-03-03">';
  const { published } = read(meta, `${headline}<p>4 March 2024</p>`).metadata;
  expect(published?.alternatives.map(({ value }) => value.slice(0, 10))).toHaveLength(1);
  expect(published?.confidence).toBeGreaterThan(0.5);
});

test('a byline is read from its link, without the office of its author', () => {
  const byline = '<div><a href="/authors/ann-lee">Ann Lee</a><span>Senior Editor</span></div>';
  expect(read('', headline + byline).metadata.authors?.value).toEqual(['Ann Lee']);
});

test('who only pressed the button of a blog program is not the author', () => {
  const data = { '@type': 'Article', author: { '@type': 'Person', name: 'Jo Button' } };
  expect(
    read(`<script type="application/ld+json">${JSON.stringify(data)}</script>`, headline).metadata.authors,
  ).toBeNull();
});

test('the text is without related texts, promotion and hidden parts', () => {
  const after = `<p hidden>${sentence}Hidden.</p><p>Sign up for our newsletter</p><h3>Related articles</h3><div class="related"><p>${sentence}Other.</p></div>`;
  const { body } = read('', headline, after);
  expect(body?.root.nodeName).toBe('ARTICLE');
  expect(body?.text.split('\n')).toHaveLength(4);
  expect(body?.text).not.toMatch(/Hidden|newsletter|Other/u);
});
