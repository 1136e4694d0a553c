// @vitest-environment jsdom
import { afterEach, expect, it } from 'vitest';
import { readCanonical } from '../../page/claim';

const here = location.href;
afterEach(() => {
  document.head.innerHTML = '';
  history.replaceState(null, '', here);
});

function canonicalOf(...hrefs: string[]): string | null {
  document.head.innerHTML = hrefs.map((href) => `<link rel="Canonical" href="${href}">`).join('');
  return readCanonical(document, location.href);
}

it('reads the address that the page names, made absolute and clean', () => {
  expect(canonicalOf('/story-of-a-river?utm_source=x#top')).toBe(new URL('/story-of-a-river', here).href);
});

it.each([
  ['names none', []],
  ['names itself', [here]],
  ['names a form of itself', [`${here}index.html`]],
  ['names two', ['/a-1', '/b-2']],
  ['names nothing that can be opened', ['javascript:1', 'http://']],
])('reads none where the page %s', (_, hrefs) => {
  expect(canonicalOf(...hrefs)).toBeNull();
});

it('reads none after the address changed without a load: it may be the former article’s', () => {
  history.pushState(null, '', '/second');
  document.head.innerHTML = '<link rel="canonical" href="/first-article">';
  expect(readCanonical(document, here)).toBeNull();
});

it('reads it whatever the page calls by the names of the document', () => {
  document.body.innerHTML = '<form name="querySelectorAll"></form>';
  expect(canonicalOf('/story-of-a-river')).toBe(new URL('/story-of-a-river', here).href);
  document.body.innerHTML = '';
});
