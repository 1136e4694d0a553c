/** What other programs have taught about REFI-QDA projects: each rule of the design page on formats is one test. */

import { describe, expect, it } from 'vitest';
import {
  aCode,
  anAnnotation,
  anArchive,
  anArticle,
  aSnapshot,
  aTarget,
  aVariable,
  someMetadata,
} from '../../builders';
import { codedText, projectOf } from '../refi-qda/a-project';
import { textOf } from '../zip/written';

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/iu;

async function onlyText(archive: Parameters<typeof projectOf>[0]): Promise<string> {
  const { zip, names } = await projectOf(archive);
  return textOf(zip.bytes(names.find((name) => name.startsWith('sources/')) ?? ''));
}

describe('qdpxExporter', () => {
  it('1. writes texts without a byte order mark, and as long as they are where one stood in them', async () => {
    expect(await onlyText(codedText('全区经济。', ['经济']))).toBe('全区经济。');
    expect(await onlyText(codedText('\uFEFF全区经济。', ['经济']))).toBe(' 全区经济。');
  });

  it('2. writes texts with LF only, and as long as they are', async () => {
    expect(await onlyText(codedText('全区\r\n经济\r。', ['经济']))).toBe('全区\n\n经济\n。');
  });

  it('3. counts code points, so that what stands behind 𠮷 and 😀 is right', async () => {
    const { xml } = await projectOf(codedText('𠮷野家😀稳中向好，𠮷。', ['稳中向好', '𠮷', '，𠮷。']));
    const places = Array.from(
      xml.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/gu),
      ([, ...place]) => place,
    );
    expect(places).toEqual([
      ['0', '1'],
      ['4', '8'],
      ['8', '11'],
    ]);
  });

  it('4. writes a memo as Description and as Note, since some programs know only one of them', async () => {
    const archive = codedText('稳中向好', ['稳中']);
    const annotations = archive.annotations.map((annotation) => ({ ...annotation, note: '典型 <措辞>' }));
    const { xml } = await projectOf({ ...archive, annotations });
    expect(xml).toContain('<Description>典型 &lt;措辞&gt;</Description>');
    const [, guid = ''] = /<NoteRef targetGUID="([^"]+)"/u.exec(xml) ?? [];
    expect(xml).toMatch(
      new RegExp(`<Note guid="${guid}"[^>]*>\\n<PlainTextContent>典型 &lt;措辞&gt;</PlainTextContent>`, 'u'),
    );
    expect(xml).toMatch(/<Note [^>]*creatingUser="[^"]+" creationDateTime="[^"]+"/u);
  });

  it('5. keeps a highlight that has neither code nor memo', async () => {
    const archive = codedText('稳中向好', ['稳中']);
    const annotations = archive.annotations.map((annotation) => ({ ...annotation, codeIds: [] }));
    const { xml } = await projectOf({ ...archive, annotations });
    expect(xml).toMatch(/<PlainTextSelection [^>]*name="稳中"[^>]*>\s*<\/PlainTextSelection>/u);
  });

  it('6. calls the second code of a name by its path, since QualCoder keeps one of each', async () => {
    const [upper, other] = [aCode({ name: '框架' }), aCode({ name: '主体' })];
    const codes = [upper, other, aCode({ parentId: upper.id }), aCode({ parentId: other.id })];
    const { xml } = await projectOf(anArchive({ codes }));
    expect(Array.from(xml.matchAll(/<Code [^>]*name="([^"]+)"/gu), ([, name]) => name)).toEqual([
      '主体',
      '经济框架',
      '框架',
      '框架/经济框架',
    ]);
  });

  it('7. calls a code a folder that is never given and has codes under it', async () => {
    const upper = aCode({ name: '框架' });
    const given = aCode({ name: '主体' });
    const codes = [upper, given, aCode({ parentId: upper.id }), aCode({ parentId: given.id })];
    const archive = codedText('稳中向好', ['稳中'], { codes });
    const annotations = archive.annotations.map((annotation) => ({ ...annotation, codeIds: [given.id] }));
    const { xml } = await projectOf({ ...archive, annotations });
    expect(Array.from(xml.matchAll(/name="([^"]+)" isCodable="(\w+)"/gu), ([, ...found]) => found)).toEqual([
      ['主体', 'true'],
      ['经济框架', 'true'],
      ['框架', 'false'],
      ['框架/经济框架', 'true'],
    ]);
  });

  it('8. gives variables to sources only, none to the cases that outlets are', async () => {
    const variable = aVariable({ kind: 'number', name: '版次', choices: [] });
    const article = anArticle({ variables: { [variable.id]: '3' } });
    const { xml } = await projectOf(
      anArchive({
        articles: [article],
        variables: [variable],
        annotations: [anAnnotation({ articleId: article.id })],
      }),
    );
    const [cases = ''] = /<Cases>[\s\S]*<\/Cases>/u.exec(xml) ?? [];
    expect(cases).toContain(`name="静安报">\n<SourceRef targetGUID="${article.id}"/>`);
    expect(cases).not.toContain('Variable');
    expect(xml).toContain(`<VariableRef targetGUID="${variable.id}"/><FloatValue>3</FloatValue>`);
  });

  it('9. writes every time in UTC without fraction', async () => {
    const { xml } = await projectOf(codedText('稳中向好', ['稳中']));
    const times = Array.from(xml.matchAll(/DateTime="([^"]+)"/gu), ([, time]) => time);
    expect(times.length).toBeGreaterThan(4);
    for (const time of times) expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/u);
  });

  it('10. is project.qde and the lower-case folder sources, each text named by the GUID of its source', async () => {
    const archive = codedText('稳中向好', ['稳中']);
    const { names, xml } = await projectOf(archive);
    const id = archive.articles[0]?.id;
    expect(names).toEqual(['project.qde', `sources/${id}.txt`]);
    expect(xml).toContain(`plainTextPath="internal://${id}.txt"`);
  });

  it('11. gives everything the same GUID at every export, that of the library where it has one', async () => {
    const archive = codedText('稳中向好', ['稳中', '向好']);
    const [first, second] = [await projectOf(archive), await projectOf(archive)];
    expect(second.xml).toBe(first.xml);
    const guids = Array.from(first.xml.matchAll(/ guid="([^"]+)"/gu), ([, guid]) => guid ?? '');
    expect(guids.every((guid) => uuid.test(guid))).toBe(true);
    expect(new Set(guids).size).toBe(guids.length);
    for (const { id } of [...archive.annotations, ...archive.codes, ...archive.articles])
      expect(guids).toContain(id);
  });

  it('12. names no path of any computer, and no address that tells how a reader got there', async () => {
    const article = anArticle({ addresses: ['https://me:secret@news.example/1.html?utm_source=x&id=7#top'] });
    const { xml } = await projectOf(
      anArchive({ articles: [article], annotations: [anAnnotation({ articleId: article.id })] }),
    );
    expect(xml).toContain('<TextValue>https://news.example/1.html?id=7</TextValue>');
    expect(xml).not.toMatch(/basePath|currentPath|file:|utm_|secret|#top/u);
  });

  it('13. leaves what XML cannot hold out of attributes and memos, never out of texts', async () => {
    const text = '全\u0001区经济\uFFFE，';
    const archive = codedText(text, ['全\u0001区', '经济\uFFFE']);
    const annotations = archive.annotations.map((annotation) => ({ ...annotation, note: 'a\u0002b' }));
    const { zip, names, xml } = await projectOf({ ...archive, annotations });
    expect(textOf(zip.bytes(names[1] ?? ''))).toBe(text);
    expect(xml).toContain('name="全区" startPosition="0" endPosition="3"');
    expect(xml).toContain('name="经济" startPosition="3" endPosition="6"');
    expect(xml).toContain('<Description>ab</Description>');
  });

  it('cuts a long quote at 80 code points, in one line, never inside a character', async () => {
    const quote = `第一段\n\n第二段${'𠮷'.repeat(90)}`;
    const { xml } = await projectOf(codedText(quote, [quote]));
    expect(xml).toContain(`name="第一段 第二段${'𠮷'.repeat(73)}"`);
  });

  it('writes several codes of one quote as one selection with several codings', async () => {
    const codes = [aCode(), aCode({ name: '冲突框架' })];
    const archive = codedText('稳中向好', ['稳中'], { codes });
    const annotations = archive.annotations.map((one) => ({ ...one, codeIds: codes.map(({ id }) => id) }));
    const { xml } = await projectOf({ ...archive, annotations });
    expect(xml.match(/<PlainTextSelection /gu)).toHaveLength(1);
    expect(Array.from(xml.matchAll(/<CodeRef targetGUID="([^"]+)"/gu), ([, id]) => id)).toEqual(
      codes.map(({ id }) => id),
    );
  });

  it('names who coded: the person of the library, and those whose annotations came in', async () => {
    const archive = codedText('稳中向好', ['稳中', '向好']);
    const [first, second] = archive.annotations;
    const annotations = [first ?? anAnnotation(), { ...(second ?? anAnnotation()), creator: 'Coder B' }];
    const { xml } = await projectOf({ ...archive, annotations });
    const users = Array.from(xml.matchAll(/<User guid="([^"]+)" name="([^"]+)"/gu), ([, ...user]) => user);
    expect(users.map(([, name]) => name)).toEqual(['编码员甲', 'Coder B']);
    const coders = Array.from(
      xml.matchAll(/<PlainTextSelection [^>]*creatingUser="([^"]+)"/gu),
      ([, id]) => id,
    );
    expect(coders).toEqual(users.map(([id]) => id));
  });

  it('lists annotations whose words no text holds in a note of the article', async () => {
    const archive = codedText('稳中向好', ['稳中']);
    const lost = anAnnotation({
      articleId: archive.articles[0]?.id ?? '',
      codeIds: archive.codes.map(({ id }) => id),
      note: '见下文',
      target: aTarget({ quote: { exact: '已删除', prefix: '', suffix: '' } }),
    });
    const { xml } = await projectOf({ ...archive, annotations: [...archive.annotations, lost] });
    expect(xml).toContain('name="orphans"');
    expect(xml).toContain('<PlainTextContent>已删除\n经济框架\n见下文</PlainTextContent>');
  });

  it('writes the quotes alone where texts are not wanted, or none was kept', async () => {
    const archive = codedText('全区经济稳中向好，𠮷野家开业。', ['稳中向好', '𠮷野家']);
    const { zip, names, xml } = await projectOf(archive, { hasTexts: false });
    expect(textOf(zip.bytes(names[1] ?? ''))).toBe('稳中向好\n\n𠮷野家');
    expect(xml).toContain('startPosition="6" endPosition="9"');
    expect(xml).toContain('<TextValue>quotes</TextValue>');
    const untold = { ...archive, snapshots: [] };
    expect(textOf((await projectOf(untold)).zip.bytes(names[1] ?? ''))).toBe('稳中向好\n\n𠮷野家');
  });

  it('calls no two sources the same, nor a variable as one of ours is called', async () => {
    const articles = [anArticle(), anArticle(), anArticle({ metadata: someMetadata({ title: null }) })];
    const variables = [
      aVariable({ name: 'URL' }),
      aVariable({ name: '级 别' }),
      aVariable({ name: '级 别' }),
    ];
    const annotations = articles.map(({ id }) => anAnnotation({ articleId: id }));
    const { xml } = await projectOf(anArchive({ articles, variables, annotations }));
    const names = Array.from(xml.matchAll(/<TextSource [^>]*name="([^"]+)"/gu), ([, name]) => name);
    expect(new Set(names).size).toBe(3);
    expect(names).toContain('https://news.example/2024/01/10/1.html');
    for (const name of ['URL 2', '级 别', '级 别 2']) expect(xml).toContain(`name="${name}" typeOfVariable`);
  });

  it('has one source for each text in which annotations count their places', async () => {
    const archive = codedText('稳中向好', ['稳中']);
    const later = aSnapshot({ text: '今天：稳中向好' });
    const quote = { exact: '向好', prefix: '', suffix: '' };
    const annotation = anAnnotation({
      articleId: archive.articles[0]?.id ?? '',
      target: aTarget({ quote, position: { start: 5, end: 7 }, snapshot: later.sha256 }),
    });
    const { names, xml } = await projectOf({
      ...archive,
      snapshots: [...archive.snapshots, later],
      annotations: [...archive.annotations, annotation],
    });
    expect(names).toHaveLength(3);
    expect(xml).toContain('name="向好" startPosition="5" endPosition="7"');
  });
});
