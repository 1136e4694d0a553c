/** An archive of some annotations has what they need, and no more. */

import { expect, it } from 'vitest';
import { parseArchive, serializeArchive } from '../../core/archive';
import { narrowArchive } from '../../core/narrow-archive';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget, aVariable } from '../builders';

it('takes along the article, its first text, the texts that the annotations name, the codes up to the top, and the variables with values', () => {
  const [first, later, unwanted, foreign] = ['一', '二', '三', '四'].map((text) => aSnapshot({ text }));
  const [year, place] = [aVariable(), aVariable()];
  const article = anArticle({ snapshot: first?.sha256 ?? null, variables: { [year.id]: '市' } });
  const other = anArticle({ snapshot: foreign?.sha256 ?? null, variables: { [place.id]: '区' } });
  const top = aCode({ name: '主体' });
  const code = aCode({ name: '区委', parentId: top.id });
  const unused = aCode({ name: '经济' });
  const naming = (digest: string | undefined) =>
    aTarget({
      quote: { exact: '二', prefix: '', suffix: '' },
      position: { start: 0, end: 1 },
      snapshot: digest ?? null,
    });
  const wanted = anAnnotation({ articleId: article.id, codeIds: [code.id], target: naming(later?.sha256) });
  const archive = anArchive({
    articles: [article, other],
    snapshots: [first, later, unwanted, foreign].filter((snapshot) => snapshot !== undefined),
    annotations: [
      wanted,
      anAnnotation({ articleId: article.id, target: naming(unwanted?.sha256) }),
      anAnnotation({ articleId: other.id, codeIds: [unused.id] }),
    ],
    codes: [top, code, unused],
    variables: [year, place],
  });
  const narrow = narrowArchive(archive, new Set([wanted.id]));
  expect(narrow).toEqual({
    ...archive,
    articles: [article],
    snapshots: [first, later],
    annotations: [wanted],
    codes: [top, code],
    variables: [year],
  });
  expect(() => parseArchive(serializeArchive(narrow))).not.toThrow();
});
