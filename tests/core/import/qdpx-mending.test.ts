/** Projects of other programs: places that they count otherwise are found and told, and what they say in their own way is read. */

import { describe, expect, it } from 'vitest';
import type { Archive } from '../../../core/archive';
import { readQdpx } from '../../../core/import/qdpx';
import { environment } from '../refi-qda/a-project';
import { rawZip } from '../zip/raw-zip';

const text = '𠮷野家😀开业\n\n第一段：经济稳中向好。\n第二段：经济稳中向好，😀就业扩大。\n';

interface Told {
  selections: string;
  bytes?: string | Uint8Array;
  project?: string;
  attributes?: string;
  after?: string;
  origin?: string;
  folder?: string;
}

function projectFile({
  selections,
  bytes = text,
  after = '',
  attributes = '',
  folder = 'sources',
  origin = 'x',
}: Told) {
  const xml = `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="${origin}">
<Users><User guid="22222222-2222-4222-8222-222222222201" name="甲"/><User guid="22222222-2222-4222-8222-222222222202" name="乙"/></Users>
<CodeBook><Codes><Code guid="33333333-3333-4333-8333-333333333301" name="框架" isCodable="true"/>
<Code guid="33333333-3333-4333-8333-333333333302" name="主体" isCodable="true"/></Codes></CodeBook>
<Sources><TextSource guid="11111111-1111-4111-8111-111111111110" name="a" plainTextPath="internal://t.txt"${attributes}>${selections}</TextSource></Sources>${after}</Project>`;
  return rawZip([
    { name: 'My project.qde', content: xml },
    { name: `${folder}/t.txt`, content: bytes },
  ]);
}

const selection = (name: string, start: number, end: number, inside = '') =>
  `<PlainTextSelection guid="44444444-4444-4444-8444-44444444440${start % 10}" name="${name}" startPosition="${start}" endPosition="${end}">${inside}</PlainTextSelection>`;

async function read(told: Told) {
  return readQdpx({ name: 'a.qdpx', bytes: projectFile(told) }, environment);
}

function quotesOf({ annotations, snapshots }: Archive) {
  return annotations.map(({ target }) => {
    const kept = snapshots[0]?.text ?? '';
    const { start = 0, end = 0 } = target.position ?? {};
    return target.position === null ? `${target.quote.exact} nowhere` : kept.slice(start, end);
  });
}

const inPoints = (words: string, at = text) => [...at.slice(0, at.indexOf(words))].length;
const second = '好，😀就业';

describe('readQdpx', () => {
  it.each([
    ['nothing where the file is right', null, inPoints(second), text],
    [
      'nothing where a byte order mark stands before the text but is not counted',
      null,
      inPoints(second),
      `\uFEFF${text}`,
    ],
    ['a byte order mark that is counted', 'byte-order-mark', inPoints(second) + 1, `\uFEFF${text}`],
    ['line breaks that are counted twice', 'line-ends', inPoints(second) + 3, text.replaceAll('\n', '\r\n')],
    ['line breaks that the program counts twice and writes once', 'line-ends', inPoints(second) + 3, text],
    ['UTF-16 units', 'utf-16-units', text.indexOf(second), text],
    [
      'a byte order mark and line breaks',
      'line-ends',
      inPoints(second) + 4,
      `\uFEFF${text.replaceAll('\n', '\r\n')}`,
    ],
    ['a byte order mark and UTF-16 units', 'utf-16-units', text.indexOf(second) + 1, `\uFEFF${text}`],
    ['what nothing explains, by the words', 'found-by-quote', 3, text],
  ])('mends %s', async (what, how, start, bytes) => {
    const length = what.includes('UTF-16') ? second.length : [...second].length;
    const { archive, bad, mended } = await read({
      selections: selection(second, start, start + length),
      bytes,
    });
    expect(quotesOf(archive)).toEqual([second]);
    expect(archive.snapshots[0]?.text).toBe(text);
    expect(bad).toEqual([]);
    const places = mended.filter((one) => one.how !== 'made-address');
    expect(places).toEqual(how === null ? [] : [{ where: 'source 1, selection 1', how }]);
  });

  it('finds the words that are nearest to the place, and those of a name that was cut', async () => {
    const long = text.slice(text.indexOf('第一段'), text.indexOf('，'));
    const { archive } = await read({
      selections: [
        selection('稳中向好', 29, 33),
        selection('经济稳中', 2, 6),
        selection(`${long.slice(0, 24)}…`.replace(/\n/gu, ' '), 2, 2 + [...long].length),
      ].join(''),
    });
    expect(quotesOf(archive)).toEqual(['稳中向好', '经济稳中', long]);
    expect(archive.annotations[0]?.target.position?.start).toBe(text.lastIndexOf('稳中向好'));
    expect(archive.annotations[1]?.target.position?.start).toBe(text.indexOf('经济稳中'));
  });

  it('gives no place to words that the text does not say, and says nothing of them where there are none', async () => {
    const { archive, bad } = await read({
      selections: selection('稳中向好', 16, 20) + selection('没有的话', 3, 7) + selection('', 90, 99),
    });
    expect(quotesOf(archive)).toEqual(['稳中向好', '没有的话 nowhere']);
    expect(bad).toEqual([
      { where: 'source 1, selection 3', why: 'has neither words nor a place in the text' },
    ]);
  });

  it('takes places as they are where a program gives its selections names of another kind', async () => {
    const { archive, mended } = await read({
      selections: selection('Quotation 1', 0, 3) + selection('', 4, 6),
    });
    expect(quotesOf(archive)).toEqual(['𠮷野家', '开业']);
    expect(mended.map(({ how }) => how)).toEqual(['made-address']);
  });

  it('reads several codings on one selection, and makes one annotation of each person', async () => {
    const coding = (code: number, user: number) =>
      `<Coding guid="55555555-5555-4555-8555-55555555550${code}" creatingUser="22222222-2222-4222-8222-22222222220${user}"><CodeRef targetGUID="33333333-3333-4333-8333-33333333330${code}"/></Coding>`;
    const { archive } = await read({
      selections: selection(
        '开业',
        4,
        6,
        `<Description>备忘</Description>${coding(1, 1)}${coding(2, 1)}${coding(2, 2)}`,
      ),
    });
    const names = new Map(archive.codes.map(({ id, name }) => [id, name]));
    expect(
      archive.annotations.map(({ creator, codeIds, note }) => [
        creator,
        codeIds.map((id) => names.get(id)),
        note,
      ]),
    ).toEqual([
      ['甲', ['框架', '主体'], '备忘'],
      ['乙', ['主体'], ''],
    ]);
    expect(new Set(archive.annotations.map(({ id }) => id)).size).toBe(2);
  });

  it('joins a description and notes, a note that says the same once', async () => {
    const note = (number: number, content: string) =>
      `<Note guid="88888888-8888-4888-8888-88888888880${number}" name="n${number}"><PlainTextContent>${content}</PlainTextContent></Note>`;
    const refs = [1, 2].map(
      (number) => `<NoteRef targetGUID="88888888-8888-4888-8888-88888888880${number}"/>`,
    );
    const { archive, bad } = await read({
      selections: selection('开业', 4, 6, `<Description>备忘</Description>${refs.join('')}`),
      after: `<Notes>${note(1, '备忘')}${note(2, '又')}${note(3, '无主')}</Notes>`,
    });
    expect(archive.annotations[0]?.note).toBe('备忘\n\n又');
    expect(bad).toEqual([{ where: 'note “n3”', why: 'belongs to no selection' }]);
  });

  it.each([
    ['UTF-16 with its mark', new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le')), 'sources'],
    ['the folder Sources', text, 'Sources'],
  ])('reads texts in %s', async (_, bytes, folder) => {
    const { archive } = await read({ selections: selection('开业', 4, 6), bytes, folder });
    expect(quotesOf(archive)).toEqual(['开业']);
    expect(archive.snapshots[0]?.text).toBe(text);
  });

  it('makes an address that opens nothing where the file names none, and says so', async () => {
    const { archive, mended } = await read({ selections: selection('开业', 4, 6) });
    const [article] = archive.articles;
    expect(article?.addresses).toEqual([`https://imported.invalid/${archive.snapshots[0]?.sha256}`]);
    expect(archive.annotations[0]?.target.source).toBe(article?.addresses[0]);
    expect(mended).toEqual([{ where: 'source 1', how: 'made-address' }]);
  });

  it('says what has no place in a library', async () => {
    const { bad } = await read({
      selections: `${selection('开业', 4, 6)}<Coding guid="55555555-5555-4555-8555-555555555501"><CodeRef targetGUID="33333333-3333-4333-8333-333333333301"/></Coding>`,
      after: '<Sets><Set guid="1" name="s"/></Sets>',
    });
    expect(bad).toEqual([
      { where: 'source 1', why: 'codes of a whole source are left out' },
      { where: '<Set>', why: 'has no place in a library (1 left out)' },
    ]);
  });
});
