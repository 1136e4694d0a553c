/** A link to the words in the live page says them in such a way that a browser finds them, and nothing else. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { liveLink, textFragmentLink } from '../../core/text-fragment';
import { anyText, aTarget } from '../builders';

const page = 'https://news.example/a.html';

/** What the fragment says, decoded. */
function partsOf(link: string) {
  const said = link.split(':~:text=')[1] ?? '';
  const parts = said.split(',');
  const before = parts[0]?.endsWith('-') ? parts.shift()?.slice(0, -1) : undefined;
  const after = parts.at(-1)?.startsWith('-') ? parts.pop()?.slice(1) : undefined;
  const decode = (part: string | undefined) => decodeURIComponent(part ?? '');
  return {
    before: decode(before),
    first: decode(parts[0]),
    last: decode(parts[1]),
    after: decode(after),
    parts,
  };
}

/** The stretch that a browser marks in this text, as the specification has it look: blanks may stand between the parts. */
function foundIn(text: string, link: string): string | null {
  const { before, first, last, after } = partsOf(link);
  const literal = (words: string) => words.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&').replaceAll(' ', '\\s+');
  const whole = last === '' ? literal(first) : `${literal(first)}[^]*?${literal(last)}`;
  const pattern = new RegExp(
    `(?<=${before === '' ? '' : `${literal(before)}\\s*`})${whole}(?=\\s*${literal(after)})`,
    'u',
  );
  return pattern.exec(text)?.[0] ?? null;
}

describe('textFragmentLink', () => {
  it('encodes Chinese words and puts what stands around short ones beside them', () => {
    const link = textFragmentLink(page, { exact: '稳中向好', prefix: '今年全区经济', suffix: '。' });
    expect(link).toBe(
      `${page}#:~:text=${encodeURIComponent('今年全区经济')}-,${encodeURIComponent('稳中向好')},-${encodeURIComponent('。')}`,
    );
  });

  it('encodes the marks that mean something in a fragment or close a link', () => {
    const link = textFragmentLink(page, { exact: "R&D, so-called (it's)", prefix: '', suffix: '' });
    expect(link).toBe(`${page}#:~:text=R%26D%2C%20so%2Dcalled%20%28it%27s%29`);
  });

  it('stands on top of the fragment of the address, and takes the place of another text fragment', () => {
    const quote = { exact: '好', prefix: '', suffix: '' };
    expect(textFragmentLink(`${page}#!/top`, quote)).toBe(`${page}#!/top:~:text=%E5%A5%BD`);
    expect(textFragmentLink(`${page}#a:~:text=old`, quote)).toBe(`${page}#a:~:text=%E5%A5%BD`);
    expect(textFragmentLink(`${page}#:~:text=old`, quote)).toBe(`${page}#:~:text=%E5%A5%BD`);
  });

  it('names words in several paragraphs by their start and their end', () => {
    const { first, last } = partsOf(
      textFragmentLink(page, { exact: '第一段的话。\n中间。\n第三段的话。', prefix: '', suffix: '' }),
    );
    expect([first, last]).toEqual(['第一段的话。', '第三段的话。']);
  });

  it('names long words by their start and end, each cut between words', () => {
    const exact = Array.from({ length: 30 }, (_, index) => `Sentence number ${index} says something.`).join(
      ' ',
    );
    const { first, last, parts } = partsOf(textFragmentLink(page, { exact, prefix: '', suffix: '' }));
    expect([first, last]).toEqual(['Sentence number 0 says something', 'Sentence number 29 says something.']);
    expect(parts).toHaveLength(2);
  });

  it('makes the end longer until it stands in the words only once', () => {
    const row = (name: string) => `${name}：完成投资若干亿元，同比增长百分之十五点六个百分点。`;
    const exact = ['甲', '乙', '丙', '丁', '戊'].map(row).join('');
    const text = `前。${exact}后。`;
    const link = textFragmentLink(page, { exact, prefix: '前。', suffix: '后。' });
    expect(foundIn(text, link)).toBe(exact);
  });

  it('puts nothing around words that are long and whole', () => {
    const exact = '全区规模以上工业增加值同比增长百分之七点八，高于全市平均水平二点一个百分点。';
    const { before, after } = partsOf(
      textFragmentLink(page, { exact, prefix: '据统计，', suffix: '其中，' }),
    );
    expect([before, after]).toEqual(['', '']);
  });

  it('keeps what stands around words to one paragraph, and to a few words of it', () => {
    const { before, after } = partsOf(
      textFragmentLink(page, { exact: '好', prefix: '上一段。\n这一段', suffix: '\n\n  下一段。\n再下' }),
    );
    expect([before, after]).toEqual(['这一段', '']);
    const far = partsOf(
      textFragmentLink(page, { exact: 'good', prefix: 'many words that stand before it are ', suffix: '' }),
    );
    expect(far.before).toBe('stand before it are');
  });

  it('leaves the address as it is where the quote is blank', () => {
    expect(textFragmentLink(page, { exact: ' \n', prefix: '甲', suffix: '乙' })).toBe(page);
  });

  it('throws for no text, and each part stays within one line', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (exact, prefix, suffix) => {
        const link = textFragmentLink(page, { exact, prefix, suffix });
        const { before, first, last, after } = partsOf(link);
        for (const part of [before, first, last, after]) expect(part).not.toContain('\n');
        expect(link).toMatch(/^[!-~]+$/u);
      }),
    );
  });

  it('is found in the text that it was made from, wherever in it the words stand', () => {
    const word = fc.constantFrom(
      '经济',
      '稳中向好',
      '😀',
      '𠮷野家',
      '。',
      '，',
      'R&D',
      ' so-called ',
      '\n',
      '我们',
      'growth ',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 3, maxLength: 90 }), fc.nat(), fc.nat(), (words, from, to) => {
        const [start = 0, end = 0] = [from % words.length, to % words.length].sort((a, b) => a - b);
        const exact = words.slice(start, end + 1).join('');
        fc.pre(exact.trim() !== '');
        const [prefix, suffix] = [words.slice(0, start).join(''), words.slice(end + 1).join('')];
        const found = foundIn(
          `${prefix}${exact}${suffix}`,
          textFragmentLink(page, { exact, prefix, suffix }),
        );
        expect(found).not.toBeNull();
        const { first, last } = partsOf(textFragmentLink(page, { exact, prefix, suffix }));
        expect(found?.replace(/\s+/gu, ' ').startsWith(first)).toBe(true);
        expect(found?.replace(/\s+/gu, ' ').endsWith(last)).toBe(true);
      }),
    );
  });
});

const addresses = ['https://a.example/1.html', 'https://a.example/2.html', 'https://spa.example/#!/news/3'];

it('the link goes to the address at which the words were chosen', () => {
  const target = aTarget({
    source: 'https://a.example/2.html?utm_source=x',
    quote: { exact: '好', prefix: '', suffix: '' },
  });
  expect(liveLink(addresses, target)).toBe('https://a.example/2.html#:~:text=%E5%A5%BD');
});

it('an unknown address gives way to the first one of the article, a route keeps its fragment', () => {
  const target = aTarget({ source: 'https://old.example/', quote: { exact: '好', prefix: '', suffix: '' } });
  expect(liveLink(addresses, target)).toBe('https://a.example/1.html#:~:text=%E5%A5%BD');
  const route = aTarget({
    source: 'https://spa.example/#!/news/3',
    quote: { exact: '好', prefix: '', suffix: '' },
  });
  expect(liveLink(addresses, route)).toBe('https://spa.example/#!/news/3:~:text=%E5%A5%BD');
});

it('what is no web address becomes no link', () => {
  expect(liveLink(['javascript:alert(1)'], null)).toBeNull();
  expect(liveLink([], null)).toBeNull();
});
