// @vitest-environment jsdom
/** The same story is known by its text at another outlet, and different stories of one outlet are not. */

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fingerprint, likeEnough, likeness } from '../../core/identity/fingerprint';
import { readArticle } from '../../page/text/article-text';
import { bodiesOfSavedPages, hasSavedPages } from './saved-pages';

function practiceText(path: string): string {
  const html = readFileSync(`tests/practice/pages${path}`, 'utf8');
  const { map, span } = readArticle(new DOMParser().parseFromString(html, 'text/html'), () => false);
  return map.text.slice(span.start, span.end);
}

const report = practiceText('/zh/report.html');

/** What an outlet puts around each of its articles, and a reader of roots may leave in. */
const frames = {
  zh: (body: string) => `上游新闻 首页 要闻 区县 财经 文体 视频 专题
发布时间：2025年9月17日 来源：上游新闻 字号：大 中 小
${body}
责任编辑：谷亚淋 编审：罗梅 校对：苏展
版权声明：本网注明“来源：上游新闻”的作品，版权均属本网所有，未经本网授权不得转载、摘编或利用其它方式使用上述作品。
已经本网授权使用作品的，应在授权范围内使用，并注明来源。违反上述声明者，本网将追究其相关法律责任。
下载客户端，看更多本地新闻。关注我们的公众号，参与话题讨论，有机会获得精美礼品一份。相关阅读 热门推荐 今日热评`,
  en: (body: string) => `The Basin Courier News Opinion Sport Culture Lifestyle Subscribe Sign in
By our staff reporters. Last modified on Wed 17 Sep 2025 07.05 BST
${body}
We want to hear from you. Do you have a story to share, or an opinion on anything that you have read in this article? Email
our newsdesk, and please include a telephone number. You can contact us securely, and your name will not be published without
your consent. Sign up to First Edition, our free daily newsletter, every weekday morning at seven. This article is available
to subscribers only; by subscribing you agree to our terms and conditions and to our privacy policy. All rights reserved.`,
};

test('the practice report is recognised at its second address, whatever stands around it there', () => {
  const score = likeness(fingerprint(report), fingerprint(practiceText('/zh/mirror.html')));
  expect(score).toBeGreaterThan(0.8);
});

test.each(['/zh/list.html', '/en/long-read.html', '/changing.html', '/hostile.html', '/watching.html'])(
  'the practice report is not recognised at %s',
  (path) => {
    expect(likeness(fingerprint(report), fingerprint(practiceText(path)))).toBeLessThan(0.05);
  },
);

test('an edited copy is recognised: one paragraph gone, words changed, another outlet’s frame', () => {
  const [first = '', , ...rest] = report.split('\n');
  const copy = frames.zh([first, ...rest].join('\n').replaceAll('居民', '市民'));
  expect(likeness(fingerprint(report), fingerprint(copy))).toBeGreaterThan(likeEnough);
});

test('width, case, spaces and punctuation do not count', () => {
  const plain = 'The council met on 3 May, and it “decided” nothing. '.repeat(4) + report;
  const other = plain.toUpperCase().replaceAll('，', ', ').replaceAll('3', '３').replaceAll('“', '"');
  expect(likeness(fingerprint(plain), fingerprint(other))).toBe(1);
});

test('too short a text has no fingerprint, and is like nothing', () => {
  expect(fingerprint('正在加载，请稍候……')).toEqual([]);
  expect(likeness([], [])).toBe(0);
});

test('a fingerprint is 64 integers that differ in their places, whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 300, maxLength: 600 }), (text) => {
      const marks = fingerprint(text);
      expect([0, 64]).toContain(new Set(marks).size);
      expect(marks.every(Number.isSafeInteger)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

describe.skipIf(!hasSavedPages)('on saved pages', () => {
  test.each(['zh', 'en'] as const)(
    'of 210 pairs of different articles in one outlet’s frame (%s), none is joined',
    (language) => {
      const bodies = bodiesOfSavedPages(language).filter(({ length }) => length > 500);
      const marks = bodies.slice(0, 21).map((body) => fingerprint(frames[language](body)));
      const scores = marks.flatMap((one, index) =>
        marks.slice(index + 1).map((other) => likeness(one, other)),
      );
      expect(scores).toHaveLength(210);
      expect(scores.filter((score) => score >= likeEnough)).toEqual([]);
    },
    60_000,
  );

  test('every article is recognised in the frame of another outlet', () => {
    const bodies = bodiesOfSavedPages('zh').filter(({ length }) => length > 500);
    const missed = bodies.filter(
      (body) => likeness(fingerprint(body), fingerprint(frames.zh(body))) < likeEnough,
    );
    expect(missed).toEqual([]);
  }, 60_000);
});
