/** A packet has what a second coder needs, and nothing of what others made of it. */

import { expect, it } from 'vitest';
import { type Archive, serializeArchive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import { packetExporter } from '../../../core/export/coding-packet';
import { readArchiveBytes } from '../../../core/import/archive-zip';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, aVariable } from '../../builders';
import { bytesOf, someOptions } from './written';

const [first, later] = [aSnapshot({ text: '一' }), aSnapshot({ text: '二' })];
const variable = aVariable();
const coded = anArticle({ snapshot: first.sha256, variables: { [variable.id]: '市' } });
const textless = anArticle();
const codes = [aCode({ name: '经济' }), aCode({ name: '社会' })];
const library = anArchive({
  articles: [coded, textless],
  snapshots: [first, later],
  codes,
  variables: [variable],
  annotations: [
    anAnnotation({
      articleId: coded.id,
      codeIds: [codes[0]?.id ?? ''],
      creator: '王五',
      target: aTarget({
        quote: { exact: '二', prefix: '', suffix: '' },
        position: { start: 0, end: 1 },
        snapshot: later.sha256,
      }),
    }),
  ],
});
const source = archiveSource(library, { hasTrash: true });

async function packet(isBlind: boolean): Promise<Archive> {
  const { archive, bad } = readArchiveBytes(await bytesOf(packetExporter, source, { isBlind }));
  expect(bad).toEqual([]);
  return archive;
}

it('has the articles with their first text, the whole codebook, and no codings', async () => {
  expect(await packet(false)).toEqual({
    ...library,
    exported: source.exported,
    articles: [coded],
    snapshots: [first],
    annotations: [],
    codes: expect.arrayContaining(codes),
  });
});

it('says that it has no codings, and which articles are left out because no text of them was kept', async () => {
  expect(await packetExporter.losses(source, someOptions)).toEqual([
    { what: 'codings', count: 1 },
    { what: 'textless-article', count: 1 },
  ]);
});

it('tells a blind coder neither names nor how the articles were judged', async () => {
  const archive = await packet(true);
  expect(serializeArchive(archive)).not.toMatch(/王五|市|我/u);
  expect(archive.variables).toEqual([]);
  expect(archive.codes).toHaveLength(codes.length);
});
