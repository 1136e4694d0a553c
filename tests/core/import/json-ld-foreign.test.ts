/** Web Annotations of other programs become annotations of ours, and what does not fit is named. */

import { describe, expect, it } from 'vitest';
import { codePath } from '../../../core/code';
import { jsonLdExporter } from '../../../core/export/json-ld';
import { readJsonLd } from '../../../core/import/json-ld';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget } from '../../builders';
import { writeAll } from '../export/write-all';
import { readFile } from './environment';

const context = 'http://www.w3.org/ns/anno.jsonld';
const page = 'https://news.example/1.html';
const quote = { type: 'TextQuoteSelector', exact: '稳中向好', prefix: '经济', suffix: '。' };

function annotation(over: object = {}): object {
  return {
    '@context': context,
    id: 'https://notes.example/1',
    type: 'Annotation',
    target: { source: page, selector: quote },
    ...over,
  };
}

async function read(file: unknown) {
  const imported = await readFile(readJsonLd, JSON.stringify(file));
  const codes = new Map(imported.archive.codes.map((code) => [code.id, code]));
  const paths = imported.archive.annotations.map(({ codeIds }) =>
    codeIds
      .map((id) => codes.get(id))
      .map((code) => (code === undefined ? '' : codePath(code, codes).join('/'))),
  );
  return { ...imported, paths, first: imported.archive.annotations[0] };
}

describe('readJsonLd', () => {
  it('takes quote, page, codes, note, creator and times of a single annotation', async () => {
    const { archive, paths, first, bad } = await read(
      annotation({
        creator: { type: 'Person', name: '张三' },
        created: '2026-01-02T11:04:05+08:00',
        modified: '2026-01-03T00:00:00Z',
        body: [
          { type: 'TextualBody', purpose: 'tagging', value: '框架/经济框架' },
          { type: 'TextualBody', purpose: 'commenting', value: '见下文\r\n第二行' },
          { type: 'TextualBody', format: 'text/html', value: '<p>一 &amp; 二</p><script>x</script>' },
        ],
        target: { source: { id: page, label: '标题' }, selector: quote },
      }),
    );
    expect(bad).toEqual([]);
    expect(paths).toEqual([['框架/经济框架']]);
    expect(first).toMatchObject({
      target: { source: page, quote: { exact: '稳中向好', prefix: '经济', suffix: '。' }, position: null },
      note: '见下文\n第二行\n\n一 & 二',
      creator: '张三',
      created: '2026-01-02T03:04:05.000Z',
      modified: '2026-01-03T00:00:00.000Z',
    });
    expect(archive.articles[0]?.metadata.title?.value).toBe('标题');
    expect(archive.articles[0]?.addresses).toEqual([page]);
  });

  it('gives the same ids whenever it is read, and keeps those that are UUIDs', async () => {
    const file = annotation({ body: { purpose: 'tagging', value: '框架', type: 'TextualBody' } });
    const [one, other] = [await read(file), await read(file)];
    expect(one.archive).toEqual(other.archive);
    const uuid = 'AAAAAAAA-0000-4000-8000-000000000001';
    expect((await read(annotation({ id: `urn:uuid:${uuid}` }))).first?.id).toBe(uuid.toLowerCase());
  });

  it('reads collections, pages and lists alike', async () => {
    const page1 = {
      '@context': context,
      id: 'https://notes.example/p',
      type: 'AnnotationPage',
      items: [annotation()],
    };
    const collection = {
      ...page1,
      id: 'https://notes.example/c',
      type: ['AnnotationCollection'],
      first: page1,
    };
    for (const file of [annotation(), [annotation()], page1, collection]) {
      expect((await read(file)).archive.annotations).toHaveLength(1);
    }
  });

  it('finds the quote behind other selectors, and one annotation for each target', async () => {
    const refined = {
      type: 'FragmentSelector',
      value: 'p1',
      refinedBy: [{ type: 'XPathSelector', value: '/p', refinedBy: quote }],
    };
    const { first } = await read(annotation({ target: { source: page, selector: refined } }));
    expect(first?.target.quote.exact).toBe('稳中向好');
    const targets = [page, { source: page, selector: quote }, { source: `${page}?id=2`, selector: [quote] }];
    const { archive, bad } = await read(annotation({ target: targets }));
    expect(archive.annotations.map(({ target }) => target.source)).toEqual([page, `${page}?id=2`]);
    expect(new Set(archive.annotations.map(({ id }) => id)).size).toBe(2);
    expect(archive.articles).toHaveLength(2);
    expect(bad).toEqual([
      { where: 'annotation 1, target 1', why: 'has no quote: it stands on a whole page' },
    ]);
  });

  it('reads tags from the motivation, from concepts and from addresses', async () => {
    const { paths } = await read([
      annotation({ motivation: 'tagging', body: { type: 'TextualBody', value: '经济' } }),
      annotation({
        id: 'https://notes.example/2',
        body: [
          { purpose: 'tagging', source: { id: 'urn:x:1', prefLabel: '社会' } },
          { purpose: 'classifying', source: 'https://vocabulary.example/terms#%E5%8C%BA%E5%A7%94' },
          { purpose: 'tagging', type: 'TextualBody', value: ' ／ ' },
        ],
      }),
    ]);
    expect(paths).toEqual([['经济'], ['社会', '区委']]);
  });

  it('names each thing that it leaves out with its place', async () => {
    const choice = {
      type: 'Choice',
      items: [
        { type: 'TextualBody', value: '一' },
        { type: 'TextualBody', value: '二' },
      ],
    };
    const { archive, bad } = await read({
      '@context': context,
      id: 'https://notes.example/p',
      type: 'AnnotationPage',
      next: 'https://notes.example/p2',
      items: [
        annotation({ body: [choice, { type: 'TextualBody', purpose: 'tagging', value: '/' }] }),
        annotation(),
        'https://notes.example/3',
        annotation({
          id: 'https://notes.example/4',
          target: { source: page, selector: { type: 'TextPositionSelector', start: 1, end: 2 } },
        }),
        annotation({ id: 'https://notes.example/5', target: { source: 'urn:isbn:1', selector: quote } }),
        annotation({
          id: 'https://notes.example/6',
          target: { source: page, selector: { ...quote, exact: ' ' } },
        }),
        annotation({
          id: 'https://notes.example/7',
          target: { source: page, selector: { ...quote, exact: 7 } },
        }),
        7,
      ],
    });
    expect(archive.annotations.map(({ note }) => note)).toEqual(['一']);
    expect(bad.map(({ where, why }) => `${where}: ${why}`)).toEqual([
      'file: has further pages in other files',
      'annotation 1: body 1 is a choice, of which the first is taken',
      'annotation 1: body 2 is a tag without a name',
      'annotation 2: has the same id as annotation 1',
      'annotation 3: is but an address: it stands in another file',
      'annotation 4: has no quote, but TextPositionSelector',
      'annotation 5: its page has no web address',
      'annotation 6: has no quote',
      'annotation 7: target.0.selector.0.exact is not text',
      'annotation 8: is not a record',
    ]);
  });

  it('reads one of our annotations that somebody cut out of its collection', async () => {
    const parent = aCode({ name: '框架' });
    const code = aCode({ name: '经济框架', parentId: parent.id });
    const article = anArticle();
    const own = anAnnotation({ articleId: article.id, codeIds: [code.id], note: '见下文' });
    const archive = anArchive({ articles: [article], codes: [parent, code], annotations: [own] });
    const file = JSON.parse(await writeAll(jsonLdExporter, archive));
    const { first, paths } = await read({ '@context': file['@context'], ...file.first.items[0] });
    expect(first).toMatchObject({ id: own.id, note: '见下文', target: { quote: own.target.quote } });
    expect(paths).toEqual([['框架/经济框架']]);
  });

  it('mends positions of ours that another program has counted anew, and says so', async () => {
    const snapshot = aSnapshot({ text: '𠮷野家😀\n全区经济稳中向好' });
    const article = anArticle({ snapshot: snapshot.sha256 });
    const target = aTarget({ position: { start: 11, end: 15 }, snapshot: snapshot.sha256 });
    const own = anAnnotation({
      articleId: article.id,
      target: { ...target, position: { start: 11, end: 15 } },
    });
    const archive = anArchive({ articles: [article], snapshots: [snapshot], annotations: [own] });
    const file = JSON.parse(await writeAll(jsonLdExporter, archive));
    const [item] = file.first.items;
    expect(item.target.selector[1]).toEqual({ type: 'TextPositionSelector', start: 9, end: 13 });
    item.target.selector[1] = { type: 'TextPositionSelector', start: 12, end: 16 };
    item.target.utf16Start += 1;
    item.target.utf16End += 1;
    const { first, mended } = await read(file);
    expect(first?.target.position).toEqual({ start: 11, end: 15 });
    expect(mended).toEqual([{ where: 'annotation 1', how: 'utf-16-units' }]);
    item.target.selector[0].exact = '不在其中';
    const lost = await read(file);
    expect(lost.first?.target).toMatchObject({ position: null, snapshot: null });
  });
});
