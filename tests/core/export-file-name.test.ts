/** A title of any kind becomes a name that every system takes. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName } from '../../core/export/file-name';
import { anyText } from '../builders';

describe('exportFileName', () => {
  it.each([
    ['全区经济：稳中向好', '全区经济：稳中向好.csv'],
    ['a/b\\c:d*e?f"g<h>i|j', 'a b c d e f g h i j.csv'],
    ['[note]#tag^block', 'note tag block.csv'],
    ['../../etc/passwd', 'etc passwd.csv'],
    ['.hidden', 'hidden.csv'],
    ['ends with dots . .', 'ends with dots.csv'],
    ['con', '_con.csv'],
    ['NUL.txt', '_NUL.txt.csv'],
    ['LPT¹', '_LPT¹.csv'],
    ['console', 'console.csv'],
    ['gpj.\u202Eexe', 'gpj. exe.csv'],
    ['e\u0301', '\u00E9.csv'],
    ['', 'pressmark.csv'],
    ['???', 'pressmark.csv'],
  ])('names %j %j', (stem, name) => {
    expect(exportFileName(stem, 'csv')).toBe(name);
  });

  it('cuts a long title between characters', () => {
    const name = exportFileName('好😀'.repeat(99), 'md');
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(200);
    expect(name).toBe(`${'好😀'.repeat(28)}.md`);
  });

  it('is safe for every text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const name = exportFileName(text, 'json');
        expect(name).toMatch(/^[^\\/:*?"<>|#^[\]\p{Cc}.\s][^\\/:*?"<>|#^[\]\p{Cc}]*\.json$/u);
        expect(name).toBe(name.normalize('NFC'));
        expect(name.isWellFormed()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
