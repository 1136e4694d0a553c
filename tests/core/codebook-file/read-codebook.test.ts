/** Codebook files from anywhere: the right reader, the right letters, and no harm from a hostile one. */

import { describe, expect, it } from 'vitest';
import { toCodebookCsv } from '../../../core/codebook-file/codebook-csv';
import { CodebookError } from '../../../core/codebook-file/codebook-error';
import { toQdc } from '../../../core/codebook-file/qdc';
import { longestCodebookFile, readCodebook } from '../../../core/codebook-file/read-codebook';
import { anId } from '../../builders';
import { aFileCode } from './any-codebook';

const bytes = (text: string) => new TextEncoder().encode(text);
const paths = (file: Uint8Array) => readCodebook(file).file.codes.map(({ path }) => path.join('/'));

/** The fault, where the file is refused. */
function faultOf(file: Uint8Array): string {
  try {
    readCodebook(file);
    return 'none';
  } catch (error) {
    if (error instanceof CodebookError) return error.fault;
    throw error;
  }
}

const file = { codes: [aFileCode(['区委'], { id: anId(), colour: 'pink', definition: '党', examples: [] })] };

describe('what is in the file decides', () => {
  it('for the reader', () => {
    expect(readCodebook(bytes(toQdc(file, anId))).file).toEqual(file);
    expect(readCodebook(bytes(toCodebookCsv(file))).file).toEqual(file);
  });

  it('for the letters: UTF-8, UTF-16 with its mark, and what a Chinese Excel saves', () => {
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(new Uint16Array([...'tag\n区委'].map((c) => c.charCodeAt(0))).buffer),
    ]);
    expect(paths(utf16)).toEqual(['区委']);
    expect(paths(new Uint8Array([...bytes('tag\n'), 0xc7, 0xf8, 0xce, 0xaf]))).toEqual(['区委']);
  });

  it('for what is refused', () => {
    expect(faultOf(bytes('{"codes": []}'))).toBe('not-a-codebook');
    expect(faultOf(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 0]))).toBe('not-a-codebook');
    expect(faultOf(bytes('<!DOCTYPE html><html></html>'))).toBe('codebook-unsafe');
    expect(faultOf(new Uint8Array(longestCodebookFile + 1))).toBe('codebook-too-large');
  });
});

describe('a hostile file', () => {
  it('may use names of our language', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    expect(paths(bytes(`tag\n${names.join('\n')}`))).toEqual(names);
    expect(paths(bytes(toQdc({ codes: names.map((name) => aFileCode([name])) }, anId)))).toEqual(names);
    expect(paths(bytes('tag,__proto__\na,b\n'))).toEqual(['a']);
  });

  it('is refused when it has a million lines', () => {
    expect(faultOf(bytes('a\n'.repeat(1_000_000)))).toBe('codebook-too-large');
    expect(faultOf(bytes(`<CodeBook><Codes>${'<Code name="a"/>'.repeat(200_000)}</Codes></CodeBook>`))).toBe(
      'codebook-too-large',
    );
  });

  it('ends at the hundredth level when it goes ten thousand deep', () => {
    const deep = `<CodeBook><Codes>${'<Code name="a">'.repeat(10_000)}${'</Code>'.repeat(10_000)}</Codes></CodeBook>`;
    const read = readCodebook(bytes(deep));
    expect(read.file.codes).toHaveLength(100);
    expect(read.faults).toHaveLength(1);
    expect(readCodebook(bytes(`tag\n${'a/'.repeat(10_000)}`))).toMatchObject({
      file: { codes: [] },
      faults: [{}],
    });
  });

  it.each([
    ['quotation marks', '"'.repeat(2_000_001)],
    ['apostrophes', `tag\n${"'".repeat(2_000_000)}`],
    ['blanks', `tag\n${' '.repeat(2_000_000)}=`],
    ['a tag without an end', `<CodeBook><Code ${'a="" '.repeat(400_000)}`],
    ['comments', `<CodeBook>${'<!---->'.repeat(250_000)}`],
    ['ampersands', `<CodeBook><Codes><Code name="${'&amp;'.repeat(400_000)}"/></Codes></CodeBook>`],
  ])('made of %s takes no time', (_, text) => {
    const started = performance.now();
    faultOf(bytes(text));
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
