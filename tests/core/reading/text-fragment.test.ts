/** The link to the words on the live page goes to the right address of the article. */

import { expect, test } from 'vitest';
import { liveLink } from '../../../core/reading/text-fragment';
import { aTarget } from '../../builders';

const quoted = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

const addresses = ['https://a.example/1.html', 'https://a.example/2.html', 'https://spa.example/#!/news/3'];

test('the link goes to the address at which the words were chosen', () => {
  const target = aTarget({ source: 'https://a.example/2.html?utm_source=x', quote: quoted('好') });
  expect(liveLink(addresses, target, 'zh-CN')).toBe('https://a.example/2.html#:~:text=%E5%A5%BD');
});

test('an unknown address gives way to the first one of the article, a route keeps its fragment', () => {
  const target = aTarget({ source: 'https://old.example/', quote: quoted('好') });
  expect(liveLink(addresses, target, null)).toBe('https://a.example/1.html#:~:text=%E5%A5%BD');
  const route = aTarget({ source: 'https://spa.example/#!/news/3', quote: quoted('好') });
  expect(liveLink(addresses, route, null)).toBe('https://spa.example/#!/news/3:~:text=%E5%A5%BD');
});

test('what is no web address becomes no link', () => {
  expect(liveLink(['javascript:alert(1)'], null, null)).toBeNull();
  expect(liveLink([], null, null)).toBeNull();
});
