// @vitest-environment jsdom
/** The report that the customer sent: each field as a person reads it off the page. */

import { describe, expect, test } from 'vitest';
import { readArticle } from '../../../page/metadata/read-article';
import { customerExample, hasSavedPages } from '../saved-pages';

const captions = [
  '区委平安江津建设领导小组会贯彻落实政法工作条例',
  '开展法治宣传活动',
  '面向群众宣传政法工作条例',
];

describe.skipIf(!hasSavedPages)('the customer’s example', () => {
  const read = () => readArticle(customerExample(), 'http://www.jiangjin.example/a/1.html');

  test('has its kicker, and its title without the site', () => {
    const { kicker, title } = read().metadata;
    expect(kicker?.value).toBe('要闻');
    expect(title).toMatchObject({
      value: '刁伟:全面深化“1+3+N”建设 提升政法工作制度化水平',
      from: 'heading',
    });
  });

  test('has its minute, with Beijing time marked as assumed', () => {
    expect(read().metadata.published).toMatchObject({
      value: '2024-01-10T09:31+08:00',
      from: 'credit-line',
      zoneAssumed: true,
    });
  });

  test('has its source, which is not its outlet', () => {
    const { source, outlet } = read().metadata;
    expect(source?.value).toBe('江津融媒体中心');
    expect(outlet).toBeNull();
  });

  test('has its reporter as the author, and each credit with its part', () => {
    const { authors, credits } = read().metadata;
    expect(authors?.value).toEqual(['苏展']);
    expect(credits?.value).toEqual([
      { name: '苏展', role: 'reporter' },
      { name: '谷亚淋', role: 'duty-editor' },
      { name: '罗梅', role: 'reviewer' },
    ]);
  });

  test('has its lead without the label', () => {
    expect(read().metadata.lead?.value).toMatch(/^《中国共产党政法工作条例》.*答疑。$/u);
  });

  test('has each caption once, in the list and in the text', () => {
    const { metadata, body } = read();
    expect(metadata.captions?.value).toEqual(captions);
    for (const caption of captions) expect(body?.text.split(caption)).toHaveLength(2);
  });

  test('has neither credits nor promotion in its text', () => {
    const lines = read().body?.text.split('\n') ?? [];
    expect(lines[0]).toMatch(/^核心提示/u);
    expect(lines.at(-1)).toMatch(/^记者手记/u);
    expect(lines.join('')).not.toMatch(/APP|责任编辑|编审/u);
  });

  test('names no licence, no change and no restriction, since the page names none', () => {
    const { licence, modified, access, subtitle, section, language } = read().metadata;
    expect([licence, modified, access, subtitle, section, language]).toEqual([
      null,
      null,
      null,
      null,
      null,
      null,
    ]);
  });
});
