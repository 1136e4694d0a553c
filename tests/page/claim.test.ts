// @vitest-environment jsdom
import { afterEach, expect, it, vi } from 'vitest';
import { fingerprint } from '../../core/identity/fingerprint';
import { createClaimReader, readCanonical } from '../../page/claim';

vi.mock(import('../../core/identity/fingerprint'), { spy: true });

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

it('reads the text only where another address is named, and prints it once for each text', () => {
  vi.spyOn(performance, 'getEntriesByType').mockReturnValue([{ name: here } as PerformanceEntry]);
  const readText = vi.fn(() => 'The wall fell at noon.');
  const readClaim = createClaimReader(readText);
  expect(readClaim()).toBeNull();
  expect(readText).not.toHaveBeenCalled();
  canonicalOf('/story-of-a-river');
  const first = readClaim();
  expect(first?.canonical).toBe(new URL('/story-of-a-river', here).href);
  expect(readClaim()).toEqual(first);
  expect(fingerprint).toHaveBeenCalledTimes(1);
  readText.mockReturnValue('Nobody was hurt.');
  readClaim();
  expect(fingerprint).toHaveBeenCalledTimes(2);
  vi.restoreAllMocks();
});
