/** A packet has what a second coder needs, and nothing of what others made of it. */

import { expect, it } from 'vitest';
import { parseArchive, serializeArchive } from '../../../core/archive';
import { codingPacket } from '../../../core/export/coding-packet';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, aVariable } from '../../builders';

const [first, later] = [aSnapshot({ text: '一' }), aSnapshot({ text: '二' })];
const variable = aVariable();
const coded = anArticle({ snapshot: first.sha256, variables: { [variable.id]: '市' } });
const [textless, unwanted] = [anArticle(), anArticle({ snapshot: later.sha256 })];
const codes = [aCode({ name: '经济' }), aCode({ name: '社会' })];
const library = anArchive({
  articles: [coded, textless, unwanted],
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
const articleIds = new Set([coded.id, textless.id]);

it('has the articles with their first text, the whole codebook, and no codings', () => {
  const { archive, withoutText } = codingPacket(library, { articleIds, isBlind: false });
  expect(archive).toEqual({ ...library, articles: [coded], snapshots: [first], annotations: [] });
  expect(withoutText).toEqual([textless]);
  expect(parseArchive(serializeArchive(archive))).toEqual(archive);
});

it('tells a blind coder neither names nor how the articles were judged', () => {
  const { archive } = codingPacket(library, { articleIds, isBlind: true });
  expect(serializeArchive(archive)).not.toMatch(/王五|市/u);
  expect(archive.variables).toEqual([]);
  expect(archive.codes).toEqual(codes);
});
