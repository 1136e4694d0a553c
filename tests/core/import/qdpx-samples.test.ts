/** The samples of REFI-QDA projects, by hand and from another program, come in with every quote right. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { codePath } from '../../../core/code';
import { readQdpx } from '../../../core/import/qdpx';
import { environment } from '../refi-qda/a-project';
import { hasSamples, samples } from '../refi-qda/xmllint';

function readSample(name: string) {
  return readQdpx({ name, bytes: new Uint8Array(readFileSync(join(samples, name))) }, environment);
}

describe.runIf(hasSamples)('the samples', () => {
  it.each([
    ['hand-made.qdpx', ['备忘：典型措辞', '第二位编码员的分析备忘']],
    ['qualcoder-reexport.qdpx', ['备忘：典型措辞', '']],
  ])('%s comes in with every quote right in spite of any byte order mark', async (name, notes) => {
    const { archive, bad, mended } = await readSample(name);
    expect({ bad, mended }).toEqual({ bad: [], mended: [] });
    const [snapshot] = archive.snapshots;
    const [article] = archive.articles;
    const codes = new Map(archive.codes.map((code) => [code.id, code]));
    expect(snapshot?.text.startsWith('𠮷野家在北京开店引发热议\n\n')).toBe(true);
    expect(article).toMatchObject({
      addresses: ['https://example.cn/a?x=1&y=2'],
      metadata: {
        title: { value: '吉野家在北京开店引发热议' },
        published: { value: '2026-11-22T00:00:00+08:00' },
      },
      snapshot: snapshot?.sha256,
    });
    const seen = archive.annotations.map(({ target, creator, codeIds, note }) => {
      const { start = 0, end = 0 } = target.position ?? {};
      expect(snapshot?.text.slice(start, end)).toBe(target.quote.exact);
      const paths = codeIds.map((id) => {
        const code = codes.get(id);
        return code === undefined ? '' : codePath(code, codes).join('/');
      });
      return [target.quote.exact, creator, paths, note];
    });
    expect(seen).toEqual([
      ['稳中向好', '编码员甲', ['框架/经济框架'], notes[0]],
      ['反对者称', 'Coder B', ['框架/冲突框架'], notes[1]],
    ]);
  });

  it('both name the same annotations by the same ids, though every GUID differs', async () => {
    const [one, other] = [await readSample('hand-made.qdpx'), await readSample('qualcoder-reexport.qdpx')];
    const ids = ({ archive }: typeof one) => ({
      annotations: archive.annotations.map(({ id }) => id),
      codes: archive.codes.map(({ id }) => id),
      articles: archive.articles.map(({ id }) => id),
    });
    expect(ids(other)).toEqual(ids(one));
  });
});
