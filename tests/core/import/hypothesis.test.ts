/** Annotations of Hypothesis come in with their words, tags and threads. */

import { describe, expect, it } from 'vitest';
import { codePath } from '../../../core/code';
import { readHypothesis } from '../../../core/import/hypothesis';
import { readFile, refusalOf } from './environment';

const page = 'https://news.example/1.html';
const selector = [
  {
    type: 'RangeSelector',
    startContainer: '/div[1]/p[2]',
    startOffset: 3,
    endContainer: '/div[1]/p[2]',
    endOffset: 7,
  },
  { type: 'TextPositionSelector', start: 120, end: 124 },
  { type: 'TextQuoteSelector', exact: '稳中向好', prefix: '全区经济', suffix: '。' },
];

function row(over: object = {}): Record<string, unknown> {
  return {
    id: 'h7PqLGNfEe2zXy9WkYbT1A',
    created: '2024-05-01T09:00:00.123456+00:00',
    updated: '2024-05-02T09:00:00.000000+00:00',
    user: 'acct:zhangsan@hypothes.is',
    user_info: { display_name: '张三' },
    uri: page,
    text: '见**下文**',
    tags: ['框架/经济框架', 'fish'],
    group: '__world__',
    target: [{ source: page, selector }],
    document: {
      title: ['标题'],
      link: [{ href: `${page}?utm_source=x` }, { href: 'https://m.news.example/1.html' }, { href: 'urn:x' }],
    },
    ...over,
  };
}

const exported = (...annotations: unknown[]) =>
  JSON.stringify({ export_date: 'x', export_userid: '', client_version: '1.1', annotations });

describe('readHypothesis', () => {
  it.each([
    ["the client's export", exported(row())],
    ['the answer of a search', JSON.stringify({ total: 1, rows: [row()] })],
    ['a bare list', JSON.stringify([row()])],
  ])('reads %s', async (_name, file) => {
    const { archive, bad, mended } = await readFile(readHypothesis, file);
    expect([bad, mended]).toEqual([[], []]);
    const codes = new Map(archive.codes.map((code) => [code.id, code]));
    expect(archive.articles).toMatchObject([
      { addresses: [page, 'https://m.news.example/1.html'], metadata: { title: { value: '标题' } } },
    ]);
    const [annotation] = archive.annotations;
    expect(annotation).toMatchObject({
      target: {
        source: page,
        quote: { exact: '稳中向好', prefix: '全区经济', suffix: '。' },
        position: null,
        range: null,
      },
      note: '见**下文**',
      creator: '张三',
      created: '2024-05-01T09:00:00.123Z',
      modified: '2024-05-02T09:00:00.000Z',
    });
    const paths = annotation?.codeIds.map((id) => codes.get(id)).map((code) => code && codePath(code, codes));
    expect(paths).toEqual([['框架', '经济框架'], ['fish']]);
    expect(await readFile(readHypothesis, file)).toEqual({ archive, bad, mended });
  });

  it('keeps replies in the note of what they answer, each with its writer', async () => {
    const reply = (id: string, over: object) =>
      row({ id, references: ['h7PqLGNfEe2zXy9WkYbT1A', 'x'], target: [{ source: page }], tags: [], ...over });
    const { archive, bad } = await readFile(
      readHypothesis,
      exported(
        reply('r1', {
          text: '不同意',
          user: 'acct:lisi@hypothes.is',
          user_info: undefined,
          updated: '2024-06-01T00:00:00Z',
        }),
        row(),
        reply('r2', { text: '同意', tags: ['争论'] }),
        reply('r3', { references: ['elsewhere'] }),
      ),
    );
    expect(archive.annotations).toHaveLength(1);
    expect(archive.annotations[0]?.note).toBe('见**下文**\n\nlisi: 不同意\n\n张三: 同意');
    expect(archive.annotations[0]?.modified).toBe('2024-06-01T00:00:00.000Z');
    expect(archive.codes.map(({ name }) => name)).toContain('争论');
    expect(bad).toEqual([{ where: 'annotation 4', why: 'answers an annotation that is not in the file' }]);
  });

  it('names each annotation that it leaves out', async () => {
    const { archive, bad } = await readFile(
      readHypothesis,
      exported(
        row(),
        row({ id: 'note', target: [{ source: page }] }),
        row(),
        row({ id: 'file', uri: 'file:///C:/a.pdf' }),
        row({ id: 7 }),
        row({ id: 'tags', tags: 'fish' }),
        row({ id: 'text', text: {} }),
        row({ id: 'target', target: 'x' }),
        row({ id: 'exact', target: [{ source: page, selector: [{ type: 'TextQuoteSelector' }] }] }),
        null,
      ),
    );
    expect(archive.annotations).toHaveLength(1);
    expect(bad.map(({ where, why }) => `${where}: ${why}`).sort()).toEqual([
      'annotation 10: is not a record',
      'annotation 2: is a note on a whole page: it quotes nothing',
      'annotation 3: has the same id as annotation 1',
      'annotation 4: its page has no web address',
      'annotation 5: id is not text',
      'annotation 6: tags is not a list of texts',
      'annotation 7: text is not text',
      'annotation 8: target is not a list of records',
      'annotation 9: target.selector.exact is not text',
    ]);
  });

  it('refuses what is no file of Hypothesis, and what has nothing to take', async () => {
    expect(await refusalOf(readHypothesis, '{}')).toBe(
      'file: has neither "annotations" nor "rows" of Hypothesis',
    );
    expect(await refusalOf(readHypothesis, exported(row({ id: 7 }), 7))).toBe(
      'annotation 1: id is not text (and 1 more)',
    );
    expect(await refusalOf(readHypothesis, exported())).toBe('taken');
  });
});
