/** Links to the words on the live page follow the syntax of text fragments. */

import { expect, test } from 'vitest';
import { liveLink, textDirective } from '../../../core/reading/text-fragment';
import { aTarget } from '../../builders';

const quoted = (exact: string, prefix = '', suffix = '') => ({ exact, prefix, suffix });

test.each([
  ['a hyphen', 'well-known', 'text=well%2Dknown'],
  ['a comma', 'first, second', 'text=first%2C%20second'],
  ['an ampersand', 'R&D', 'text=R%26D'],
  ['a hash and a percent sign', '#1: 5 %', 'text=%231%3A%205%20%25'],
])('%s in the quote is percent-encoded', (_, exact, directive) => {
  expect(textDirective(quoted(exact), 'en')).toBe(directive);
});

test('Chinese is encoded as UTF-8', () => {
  expect(textDirective(quoted('经济'), 'zh-CN')).toBe('text=%E7%BB%8F%E6%B5%8E');
  expect(textDirective(quoted('𠮷'), 'zh-CN')).toBe('text=%F0%A0%AE%B7');
});

test('half a character does not break the link', () => {
  expect(textDirective(quoted('好\uD842'), 'zh-CN')).toBe(`text=${encodeURIComponent('好\uFFFD')}`);
});

test('context on the same line stands before and after, whole words of it', () => {
  const directive = textDirective(
    quoted('rose by 3%', 'Earlier.\nLast year the prices of bread ', ', said the office.\nLater.'),
    'en',
  );
  expect(decodeURIComponent(directive ?? '')).toBe('text=the prices of bread-,rose by 3%,-, said the office');
});

test('context of another paragraph is left out: a picture may stand in between', () => {
  expect(textDirective(quoted('稳中向好', '上一段。\n', '\n下一段。'), 'zh-CN')).toBe(
    `text=${encodeURIComponent('稳中向好')}`,
  );
});

test('a quote over several paragraphs is named by its beginning and its end', () => {
  const directive = textDirective(quoted('第一段稳中向好。\n中间一段。\n最后一段结束'), 'zh-CN');
  expect(decodeURIComponent(directive ?? '')).toBe('text=第一段稳中向好,最后一段结束');
});

test('a long quote is named by whole words of its beginning and its end', () => {
  const exact = `The committee decided on Monday to ${'go on and '.repeat(30)}reach the end of the matter`;
  const [start = '', end = ''] = decodeURIComponent(textDirective(quoted(exact), 'en') ?? '')
    .slice(5)
    .split(',');
  expect(start).toBe('The committee decided on Monday to go on');
  expect(exact.endsWith(end)).toBe(true);
  expect(end.length).toBeLessThanOrEqual(40);
});

test('a quote without words has no fragment', () => {
  expect(textDirective(quoted(' \n '), null)).toBeNull();
});

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
