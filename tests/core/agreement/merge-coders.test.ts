/** Two people code one packet; what they made comes together, and shows where they differ. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareCoders } from '../../../core/agreement/compare-coders';
import { unitKinds } from '../../../core/agreement/units';
import { parseArchive, serializeArchive } from '../../../core/archive';
import { MergeError, mergeCoders } from '../../../core/merge-coders';
import { aCode, anId, aSnapshot } from '../../builders';
import { anyCodings, codedBy, coding, environment, packet, packetCodes } from './two-coders';

const merged = (...archives: ReturnType<typeof codedBy>[]) =>
  mergeCoders(
    archives.map((archive, index) => ({ coder: `coder ${index + 1}`, archive })),
    environment,
  );
const economy = packetCodes[0]?.id ?? '';

describe('mergeCoders', () => {
  it('keeps every annotation with the name of who made it, in a sound archive', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodings, anyCodings, async (one, other) => {
        const { archive, problems } = await merged(codedBy(...one), codedBy(...other));
        expect(problems).toEqual([]);
        expect(archive.annotations).toHaveLength(one.length + other.length);
        for (const { id, creator } of archive.annotations) {
          expect(creator).toBe(one.some((annotation) => annotation.id === id) ? 'coder 1' : 'coder 2');
        }
        expect(parseArchive(serializeArchive(archive))).toEqual(archive);
      }),
      { numRuns: 100 },
    );
  });

  it('gives the same in whatever order the archives and their records come', async () => {
    await fc.assert(
      fc.asyncProperty(anyCodings, anyCodings, async (one, other) => {
        const given = [
          { coder: '甲', archive: codedBy(...one) },
          { coder: '乙', archive: codedBy(...other) },
        ];
        const turned = given.toReversed().map(({ coder, archive }) => ({
          coder,
          archive: {
            ...archive,
            articles: archive.articles.toReversed(),
            annotations: archive.annotations.toReversed(),
            codes: archive.codes.toReversed(),
          },
        }));
        const [first, second] = [
          await mergeCoders(given, environment),
          await mergeCoders(turned, environment),
        ];
        expect(second).toEqual(first);
        for (const kind of unitKinds) expect(compareCoders(second, kind)).toEqual(compareCoders(first, kind));
      }),
      { numRuns: 50 },
    );
  });

  it('knows a code that two people made under one path for one code', async () => {
    const [one, other] = [aCode({ name: '新框架' }), aCode({ name: '新框架' })];
    const under = aCode({ name: '下位', parentId: other.id });
    const { archive } = await merged(
      { ...codedBy(coding(0, '经济', [], { codeIds: [one.id] })), codes: [...packetCodes, one] },
      { ...codedBy(coding(0, '经济', [], { codeIds: [other.id] })), codes: [...packetCodes, other, under] },
    );
    expect(archive.codes.filter(({ name }) => name === '新框架')).toEqual([one]);
    expect(archive.annotations.map(({ codeIds }) => codeIds)).toEqual([[one.id], [one.id]]);
    expect(archive.codes.find(({ id }) => id === under.id)?.parentId).toBe(one.id);
  });

  it('takes the newest version of a code that was changed, and says so', async () => {
    const [code = aCode()] = packetCodes;
    const changed = { ...code, definition: '新', modified: '2026-03-02T08:00:00.000Z' };
    const { archive, problems } = await merged(codedBy(), {
      ...codedBy(),
      codes: [changed, ...packetCodes.slice(1)],
    });
    expect(archive.codes.find(({ id }) => id === code.id)).toEqual(changed);
    expect(problems).toEqual([{ kind: 'changed-code', id: code.id, coder: null }]);
  });

  it('does not compare codings of another text, and says whose it is', async () => {
    const other = aSnapshot({ text: '别的。' });
    const [article, ...articles] = packet.articles;
    const archive = {
      ...codedBy(coding(0, '经济', [0])),
      articles: [...(article === undefined ? [] : [{ ...article, snapshot: other.sha256 }]), ...articles],
      snapshots: [...packet.snapshots, other],
    };
    const result = await merged(codedBy(), codedBy(), archive);
    expect(result.problems).toEqual([{ kind: 'other-text', id: article?.id, coder: 'coder 3' }]);
    expect(result.readers.get(article?.id ?? '')).toEqual(['coder 1', 'coder 2']);
    expect(result.archive.annotations).toHaveLength(1);
    expect(compareCoders(result, 'sentence').disagreements).toEqual([]);
  });

  it('counts an annotation that both archives have for nobody, and one that both have changed for each', async () => {
    const given = coding(0, '经济', [0]);
    const same = await merged(codedBy(given), codedBy(given));
    expect(same.archive.annotations).toEqual([given]);
    expect(same.problems).toEqual([{ kind: 'shared-annotation', id: given.id, coder: null }]);
    const apart = await merged(codedBy(given), codedBy({ ...given, codeIds: [] }));
    expect(new Set(apart.archive.annotations.map(({ id }) => id)).size).toBe(2);
    expect(compareCoders(apart, 'article').disagreements).toHaveLength(1);
  });

  it('refuses two coders of one name', async () => {
    const twice = [codedBy(), codedBy()].map((archive) => ({ coder: '甲', archive }));
    await expect(mergeCoders(twice, environment)).rejects.toThrow(MergeError);
  });
});

describe('compareCoders', () => {
  it.each(unitKinds)('coders who code the same agree wholly, by %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(anyCodings, async (codings) => {
        const again = codings.map((annotation) => ({ ...annotation, id: anId() }));
        const { agreement, disagreements } = compareCoders(
          await merged(codedBy(...codings), codedBy(...again)),
          kind,
        );
        expect(disagreements).toEqual([]);
        for (const { alpha } of [agreement, ...agreement.codes]) {
          expect(alpha === null || Math.abs(alpha - 1) < 1e-12).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('shows each disagreement in its text, with the codes and annotations of each coder', async () => {
    const [one, other] = [coding(0, '稳中向好', [0]), coding(0, '向好。𠮷野家', [0, 1])];
    const { disagreements, agreement } = compareCoders(
      await merged(codedBy(one), codedBy(other)),
      'sentence',
    );
    expect(disagreements).toMatchObject([
      {
        before: '',
        words: '😀全区经济稳中向好。',
        after: '𠮷野家开业！他说：“很好。”\n第二段。',
        given: [
          { coder: 'coder 1', codeIds: [economy], annotations: [{ id: one.id }] },
          { coder: 'coder 2', annotations: [{ id: other.id }] },
        ],
      },
      { words: '𠮷野家开业！', given: [{ codeIds: [], annotations: [] }, { coder: 'coder 2' }] },
    ]);
    expect(agreement.unitCount).toBe(7);
    expect(agreement.alpha).toBeLessThan(1);
  });

  it('counts a sentence that nobody coded as one on which they agree', async () => {
    const { agreement, disagreements } = compareCoders(await merged(codedBy(), codedBy()), 'sentence');
    expect([agreement.unitCount, agreement.alpha, disagreements.length]).toEqual([7, null, 0]);
  });
});
