import { expect, test } from 'vitest';
import { halfOf, siteOf } from './halves';

const at = (url: string) => ({ id: 'x-1', url, urlKnown: true });

test('pages of one publisher are one site, whatever their host', () => {
  const sites = ['https://news.sina.com.cn/a', 'https://www.sina.com.cn/b', 'https://finance.sina.com/c'].map(
    (url) => siteOf(at(url)),
  );
  expect(new Set(sites)).toEqual(new Set(['sina']));
});

test('pages without address are of one site where their ids say so, and fall into its half', () => {
  const saved = { id: 'gne-163-3', url: 'https://unknown.example/gne-163-3', urlKnown: false };
  expect(siteOf(saved)).toBe('163');
  expect(halfOf(saved)).toBe(halfOf(at('https://www.163.com/a')));
});
