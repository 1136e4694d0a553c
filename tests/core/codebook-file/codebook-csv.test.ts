/** The codebook as CSV: read back to the letter, and shaped as the readers of Taguette and QualCoder want it. */

import * as fc from 'fast-check';
import { parse } from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readCodebookCsv, toCodebookCsv } from '../../../core/codebook-file/codebook-csv';
import { guardExactly, withoutGuards } from '../../../core/csv-cells';
import { anId, anyText } from '../../builders';
import { aFileCode, byPath, codebooks } from './any-codebook';

const codes = [
  aFileCode(['3 主体'], { id: anId(), colour: 'blue', definition: '谁来做，“主体”', examples: [] }),
  aFileCode(['3 主体', '区委'], { id: anId(), colour: 'pink', definition: '=1+1', examples: ['责任\n落实'] }),
  aFileCode(['N 制度', '区委'], { id: anId(), colour: 'teal', definition: '', examples: [] }),
];

/** Another program's reading: all rows, as it finds them. */
function table(csv: string): string[][] {
  return parse<string[]>(csv.slice(1), { delimiter: ',', newline: '\r\n', skipEmptyLines: true }).data;
}

describe('toCodebookCsv and readCodebookCsv', () => {
  it('give back names, tree, colours, definitions, examples and ids', () => {
    fc.assert(
      fc.property(codebooks, (file) => {
        const read = readCodebookCsv(toCodebookCsv(file));
        expect(read.faults).toEqual([]);
        expect(byPath(read.file)).toEqual(byPath(file));
      }),
      { numRuns: 400 },
    );
  });

  it('are for Excel: with a byte order mark, CRLF, and no cell that is a formula', () => {
    const csv = toCodebookCsv({ codes });
    expect(csv.startsWith('\uFEFF,description,tag,color,id\r\n')).toBe(true);
    expect(
      table(csv)
        .flat()
        .filter((cell) => /^[=+\-@]/u.test(cell)),
    ).toEqual([]);
  });
});

describe('the guard that reads back', () => {
  it('is taken off again from any text', () => {
    const quotes = fc.array(fc.constantFrom("'", '=', '-', '\t', '\n', ';', ' ', 'a', '＝'), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(
        fc.oneof(
          anyText,
          quotes.map((all) => all.join('')),
        ),
        (text) => {
          expect(withoutGuards(guardExactly(text))).toBe(text);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('takes long runs in its stride', () => {
    const started = performance.now();
    for (const run of ["'", ' ', '\n\t ', "'="]) {
      const text = run.repeat(50_000);
      expect(withoutGuards(guardExactly(text))).toBe(text);
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

/**
 * What Taguette's importer does with a file (as of 1.5): it finds one column called tag, name or path, and description.
 */
function asTaguette(csv: string): { path: string; description: string }[] {
  const [headings = [], ...rows] = table(csv);
  const lower = headings.map((heading) => heading.toLowerCase());
  expect(lower.filter((heading) => ['tag', 'name', 'path'].includes(heading))).toEqual(['tag']);
  expect(lower).not.toContain('parent');
  return rows.map((row) => ({
    path: (row[lower.indexOf('tag')] ?? '').trim(),
    description: (row[lower.indexOf('description')] ?? '').trim(),
  }));
}

/** What QualCoder's importer does (as of 3.8): no headings, a path with `>>`, then a memo; lines without a path are skipped. */
function asQualCoder(csv: string): { path: string[]; memo: string }[] {
  return table(csv)
    .filter(([path = '']) => path.trim() !== '')
    .map(([path = '', memo = '']) => ({ path: path.split('>>').map((name) => name.trim()), memo }));
}

it('Taguette finds each code by its path, with what it is for', () => {
  expect(asTaguette(toCodebookCsv({ codes }))).toEqual([
    { path: '3 主体', description: '谁来做，“主体”' },
    { path: '3 主体/区委', description: "'=1+1\n\n例：\n• 责任\n  落实" },
    { path: 'N 制度/区委', description: '' },
  ]);
});

it('QualCoder finds each code once, under its categories, and takes no heading for a code', () => {
  expect(asQualCoder(toCodebookCsv({ codes })).map(({ path }) => path)).toEqual([
    ['3 主体'],
    ['3 主体', '区委'],
    ['N 制度', 'N 制度/区委'],
  ]);
});

describe('readCodebookCsv', () => {
  const paths = (text: string) => readCodebookCsv(text).file.codes.map(({ path }) => path.join('/'));

  it('reads what Taguette writes, and leaves unsaid what it does not say', () => {
    const { file } = readCodebookCsv(
      'tag,description,number of highlights\r\n区委/责任,谁负责,3\r\n空,,0\r\n',
    );
    expect(file.codes).toEqual([
      aFileCode(['区委']),
      aFileCode(['区委', '责任'], { definition: '谁负责' }),
      aFileCode(['空']),
    ]);
  });

  it('reads a parent in a column of its own', () => {
    expect(paths('name,parent\nb,a\na,\n')).toEqual(['a', 'a/b']);
  });

  it('reads what QualCoder writes, without headings, and by tabs as well', () => {
    expect(paths('a>>b,memo\n"c, d"\n')).toEqual(['a', 'a/b', 'c, d']);
    expect(paths('a>>b\tmemo\na>>b>>>c\n')).toEqual(['a', 'a/b', 'a/b/c']);
  });

  it('reads semicolons, as Excel writes them in many countries', () => {
    expect(paths('tag;description\r\na;"b;\r\nc"\r\nd/e;\r\n')).toEqual(['a', 'd', 'd/e']);
  });

  it.each([
    ['title,url,quote\na,b,c\n', 'line 1: no column is called "tag"'],
    ['tag\n"a\n\n', 'line 2: a quotation mark is never closed'],
  ])('refuses %j and says where', (text, why) => {
    expect(() => readCodebookCsv(text)).toThrow(why);
  });

  it('names the line of each code that it leaves out', () => {
    const { file, faults } = readCodebookCsv('tag,description\n"a\nb",x\n /,y\na b,z\n');
    expect(file.codes).toMatchObject([{ path: ['a b'], definition: 'x' }]);
    expect(faults).toEqual([
      { where: 'line 4', why: 'names no code' },
      { where: 'line 5', why: 'stands twice in the codebook: a b' },
    ]);
  });
});
