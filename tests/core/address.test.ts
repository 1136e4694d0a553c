/** The identity key of an address. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanAddress } from '../../core/address';

describe('cleanAddress', () => {
  test.each(['about:blank', 'file:///home/a.html', 'chrome://newtab', 'mailto:a@b.example', 'news', ''])(
    'gives no key to %j, which is no web page',
    (address) => expect(cleanAddress(address)).toBeNull(),
  );

  test.each([
    ['a host in capitals', 'HTTPS://News.Example/A', 'https://news.example/A'],
    ['a default port', 'http://news.example:80/a', 'http://news.example/a'],
    ['a fragment', 'https://news.example/a#comments', 'https://news.example/a'],
    ['a name and password', 'https://me:secret@news.example/a', 'https://news.example/a'],
    [
      'campaign parameters',
      'https://news.example/a?utm_source=x&UTM_Medium=y&id=7',
      'https://news.example/a?id=7',
    ],
    ['click ids', 'https://news.example/a?fbclid=1&gclid=2&spm=a.b.c', 'https://news.example/a'],
    ['the WeChat surface', 'https://news.example/a?from=timeline&isappinstalled=0', 'https://news.example/a'],
    ['an empty search', 'https://news.example/a?', 'https://news.example/a'],
  ])('forgets %s', (_, address, key) => expect(cleanAddress(address)).toBe(key));

  test.each([
    ['parameters that choose the page', 'https://news.example/a?id=7&source=wire&src=2&t=30'],
    ['a port of its own', 'http://localhost:4173/a'],
    ['a `from` that is no WeChat surface', 'https://news.example/trains?from=chongqing'],
    ['a route behind #/', 'https://app.example/#/post?id=1080'],
    ['a route behind #!', 'https://app.example/#!news/7'],
    ['a slash at the end', 'https://news.example/a/'],
    ['bytes that are not UTF-8', 'https://news.example/s?w=%D6%D0%B9%FA'],
    ['a parameter without a value', 'https://news.example/a?print'],
  ])('keeps %s', (_, address) => expect(cleanAddress(address)).toBe(address));

  test('sorts parameters by name and leaves equal names in their order', () => {
    expect(cleanAddress('https://news.example/?b=1&a=2&b=0')).toBe('https://news.example/?a=2&b=1&b=0');
  });

  test('does not change a key that it gave', () => {
    const parameter = fc
      .tuple(fc.constantFrom('id', 'utm_x', 'from', 'b', '中'), fc.string())
      .map((pair) => pair.join('='));
    const page = fc.tuple(fc.constantFrom('http://A.Example:80', 'https://b.example:444'), fc.webPath());
    const address = fc.oneof(
      fc.webUrl({ withFragments: true, withQueryParameters: true, size: 'xsmall' }),
      fc
        .tuple(
          page.map((parts) => parts.join('')),
          fc.array(parameter),
          fc.constantFrom('', '#a', '#!/a', '#/b?c'),
        )
        .map(([path, parameters, fragment]) => `${path}?${parameters.join('&')}${fragment}`),
    );
    fc.assert(
      fc.property(address, (given) => {
        const key = cleanAddress(given);
        expect(key).not.toBeNull();
        expect(cleanAddress(key ?? '')).toBe(key);
      }),
    );
  });

  test('gives one key whatever the order of distinct parameters', () => {
    const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,6}$/u), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(names, (list) => {
        const forward = list.map((name) => `${name}=1`).join('&');
        const backward = list
          .map((name) => `${name}=1`)
          .reverse()
          .join('&');
        expect(cleanAddress(`https://a.example/?${forward}`)).toBe(
          cleanAddress(`https://a.example/?${backward}`),
        );
      }),
    );
  });
});
