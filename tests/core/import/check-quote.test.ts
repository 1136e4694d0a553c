/** Quotes are found at the place that a file gives for them, or at the place that it meant. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuotes, type QuoteClaim } from '../../../core/import/check-quote';

const text = '𠮷野家😀开业。\n全区经济稳中向好。\n第三行：经济“稳中向好”😀。';

/** The quote as a program claims it that counts in `counted`: the text as that program had it. */
function claimIn(counted: string, unit: 'code-points' | 'utf-16-units', exact: string, from = 0): QuoteClaim {
  const at = counted.indexOf(exact, from);
  const count = (units: number) => (unit === 'utf-16-units' ? units : [...counted.slice(0, units)].length);
  return { exact, prefix: '', suffix: '', place: { start: count(at), end: count(at + exact.length) } };
}

function wordsAt(position: { start: number; end: number } | null): string | null {
  return position === null ? null : text.slice(position.start, position.end);
}

const crlf = text.replaceAll('\n', '\r\n');
const second = text.indexOf('稳中向好', text.indexOf('第三行'));

describe('checkQuotes', () => {
  it.each([
    { case: 'code points', counted: text, unit: 'code-points', how: null },
    {
      case: 'a byte order mark that was counted',
      counted: `\uFEFF${text}`,
      unit: 'code-points',
      how: 'byte-order-mark',
    },
    { case: 'lines that end in CR LF', counted: crlf, unit: 'code-points', how: 'line-ends' },
    { case: 'both', counted: `\uFEFF${crlf}`, unit: 'code-points', how: 'line-ends' },
    { case: 'UTF-16 units', counted: text, unit: 'utf-16-units', how: 'utf-16-units' },
    {
      case: 'UTF-16 units after a mark',
      counted: `\uFEFF${text}`,
      unit: 'utf-16-units',
      how: 'utf-16-units',
    },
    { case: 'UTF-16 units with CR LF', counted: crlf, unit: 'utf-16-units', how: 'utf-16-units' },
  ] as const)(
    'finds every quote behind 𠮷 and 😀 when a code point format counts $case',
    ({ counted, unit, how }) => {
      const claims = ['开业', '全区', '稳中向好', '经济“稳中向好”'].map((exact) =>
        claimIn(counted, unit, exact),
      );
      claims.push(claimIn(counted, unit, '稳中向好', counted.indexOf('第三行')));
      const checked = checkQuotes(text, 'code-points', claims);
      expect(checked.map(({ position }) => wordsAt(position))).toEqual(claims.map(({ exact }) => exact));
      expect(checked.map((one) => one.how)).toEqual(claims.map(() => how));
      expect(checked.at(-1)?.position?.start).toBe(second);
    },
  );

  it('finds quotes when a format of UTF-16 units counts code points', () => {
    const [checked] = checkQuotes(text, 'utf-16-units', [claimIn(text, 'code-points', '稳中向好')]);
    expect(wordsAt(checked?.position ?? null)).toBe('稳中向好');
    expect(checked?.how).toBe('code-points');
  });

  it('believes what all other quotes show where words stand at the claimed place by chance', () => {
    const laughing = '哈哈哈哈。甲乙丙丁。';
    const claims = [
      claimIn(`\uFEFF${laughing}`, 'code-points', '甲乙'),
      claimIn(`\uFEFF${laughing}`, 'code-points', '丙丁'),
    ];
    const chance: QuoteClaim = { exact: '哈哈', prefix: '', suffix: '', place: { start: 1, end: 3 } };
    const checked = checkQuotes(laughing, 'code-points', [...claims, chance]);
    expect(checked[2]).toEqual({ position: { start: 0, end: 2 }, how: 'byte-order-mark' });
  });

  it('believes what stands around the quote more than the place', () => {
    const claim: QuoteClaim = { exact: '哈', prefix: '甲', suffix: '', place: { start: 2, end: 3 } };
    expect(checkQuotes('甲哈哈', 'code-points', [claim])).toEqual([
      { position: { start: 1, end: 2 }, how: 'byte-order-mark' },
    ]);
  });

  it('looks for words that stand elsewhere, and says so', () => {
    const claim: QuoteClaim = { exact: '第三行', prefix: '', suffix: '', place: { start: 0, end: 3 } };
    expect(checkQuotes(text, 'code-points', [claim])[0]?.how).toBe('found-by-quote');
    expect(checkQuotes(text, 'code-points', [{ ...claim, place: null }])[0]).toEqual({
      position: { start: text.indexOf('第三行'), end: text.indexOf('第三行') + 3 },
      how: null,
    });
  });

  it('tells words that stand twice apart by what stands around them, and gives no place where nothing does', () => {
    const claim: QuoteClaim = { exact: '稳中向好', prefix: '经济“', suffix: '”', place: null };
    expect(checkQuotes(text, 'code-points', [claim])[0]?.position?.start).toBe(second);
    const bare = { ...claim, prefix: '', suffix: '' };
    expect(checkQuotes(text, 'code-points', [bare])[0]).toEqual({ position: null, how: null });
  });

  it('gives no place to words that the text does not say', () => {
    const claims: QuoteClaim[] = [
      { exact: '不在', prefix: '', suffix: '', place: { start: 0, end: 2 } },
      { exact: '', prefix: '', suffix: '', place: { start: 3, end: 3 } },
      { exact: '甲', prefix: '', suffix: '', place: { start: -5, end: 1e9 } },
      { exact: null, prefix: '', suffix: '', place: { start: 4, end: 2 } },
    ];
    for (const one of checkQuotes(text, 'code-points', claims))
      expect(one).toEqual({ position: null, how: null });
  });

  it('reads the words at a place alone, as the other quotes show that places are counted', () => {
    const claims = [
      claimIn(`\uFEFF${text}`, 'code-points', '全区'),
      { ...claimIn(`\uFEFF${text}`, 'code-points', '第三行'), exact: null },
    ];
    const checked = checkQuotes(text, 'code-points', claims);
    expect(wordsAt(checked[1]?.position ?? null)).toBe('第三行');
  });

  it('takes a quote of which the file has only the beginning on one line, where others show how it counts', () => {
    const whole = '开业。\n全区经济稳中向好';
    const claim = {
      ...claimIn(`\uFEFF${crlf}`, 'code-points', whole.replace('\n', '\r\n')),
      exact: '开业。 全区',
      isCut: true,
    };
    const [checked] = checkQuotes(text, 'code-points', [
      claim,
      claimIn(`\uFEFF${crlf}`, 'code-points', '第三行'),
    ]);
    expect(wordsAt(checked?.position ?? null)).toBe(whole);
    expect(checked?.how).toBe('line-ends');
  });

  it('reads CR LF within a quote as the one line break that the text has', () => {
    const claim = claimIn(crlf, 'code-points', '开业。\r\n全区');
    expect(wordsAt(checkQuotes(text, 'code-points', [claim])[0]?.position ?? null)).toBe('开业。\n全区');
  });

  it('finds each stretch of any text, however it was counted', () => {
    const texts = fc.array(fc.constantFrom('𠮷', '😀', '\n', '甲', '乙', 'a'), {
      minLength: 2,
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        texts,
        fc.nat(),
        fc.nat(),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (characters, one, other, isMarked, isCrlf, isUtf16) => {
          const [from = 0, to = 0] = [one % characters.length, other % characters.length].sort(
            (a, b) => a - b,
          );
          const line = isCrlf ? '\r\n' : '\n';
          const foreign = (part: string[]) => part.join('').replaceAll('\n', line);
          const before = (isMarked ? '\uFEFF' : '') + foreign(characters.slice(0, from));
          const exact = foreign(characters.slice(from, to + 1));
          const length = (words: string) => (isUtf16 ? words.length : [...words].length);
          const claim: QuoteClaim = {
            exact,
            prefix: foreign(characters.slice(0, from)),
            suffix: foreign(characters.slice(to + 1)),
            place: { start: length(before), end: length(before) + length(exact) },
          };
          const [checked] = checkQuotes(characters.join(''), 'code-points', [claim]);
          expect(checked?.position?.start).toBe(characters.slice(0, from).join('').length);
          expect(checked?.position?.end).toBe(characters.slice(0, to + 1).join('').length);
        },
      ),
    );
  });

  it('does not search without end', () => {
    const claims = Array.from({ length: 20_000 }, (_, index) => ({
      exact: `无${index}`,
      prefix: '',
      suffix: '',
      place: null,
    }));
    const start = performance.now();
    checkQuotes('甲'.repeat(1_000_000), 'code-points', claims);
    checkQuotes('a'.repeat(1_000_000), 'code-points', Array(500).fill({ ...claims[0], exact: 'a' }));
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
