/** The decided version says for each unit what was agreed or decided. */

import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Comparison, compareCoders } from '../../../core/agreement/compare-coders';
import { rateUnits } from '../../../core/agreement/rate-units';
import { unitKinds } from '../../../core/agreement/units';
import { type Archive, parseArchive, serializeArchive } from '../../../core/archive';
import { mergeCoders } from '../../../core/merge-coders';
import { decidedArchive, openUnits } from '../../../core/merge-coders-decided';
import { anyCodings, codedBy, coding, packetCodes, environment as plain } from './two-coders';

const environment = { ...plain, creator: '乙 + 甲' };

const both = (one: Archive, other: Archive) =>
  mergeCoders(
    [
      { coder: '甲', archive: one },
      { coder: '乙', archive: other },
    ],
    environment,
  );

/** The codes of each unit that has any. */
function codesIn(archive: Archive, { kind }: Pick<Comparison, 'kind'>): [string, readonly string[]][] {
  const texts = new Map(archive.snapshots.map(({ sha256, text }) => [sha256, text]));
  return archive.articles.flatMap((article) => {
    const annotations = archive.annotations.filter(({ articleId }) => articleId === article.id);
    const text = texts.get(article.snapshot ?? '') ?? null;
    return rateUnits({ article, text, annotations, readers: [] }, kind, () => '').units.flatMap(
      ({ unit, ratings }) => ratings.map(({ codes }): [string, readonly string[]] => [unit.id, codes]),
    );
  });
}

it.each(unitKinds)('has for each %s the codes that were decided, or else agreed upon', async (kind) => {
  await fc.assert(
    fc.asyncProperty(anyCodings, anyCodings, fc.boolean(), async (one, other, isFirst) => {
      const merged = await both(codedBy(...one), codedBy(...other));
      const comparison = compareCoders(merged, kind);
      const decisions = new Map(
        comparison.disagreements.map(({ unit, given }) => [
          unit.id,
          given.at(isFirst ? 0 : -1)?.codeIds ?? [],
        ]),
      );
      expect(openUnits(comparison, decisions)).toEqual([]);
      const decided = await decidedArchive(merged, comparison, decisions, environment);
      expect(parseArchive(serializeArchive(decided))).toEqual(decided);
      const wanted = comparison.units
        .map(({ unit, ratings }): [string, readonly string[]] => [
          unit.id,
          decisions.get(unit.id) ?? ratings[0]?.codes ?? [],
        ])
        .filter(([, codes]) => codes.length > 0);
      expect(codesIn(decided, comparison)).toEqual(wanted);
      expect(await decidedArchive(merged, comparison, decisions, environment)).toEqual(decided);
    }),
    { numRuns: 50 },
  );
});

it('leaves out what is open, and names it', async () => {
  const merged = await both(
    codedBy(coding(0, '经济', [0])),
    codedBy(coding(0, '经济', [1]), coding(1, '区委', [2])),
  );
  const comparison = compareCoders(merged, 'sentence');
  const [first, second] = comparison.disagreements.map(({ unit }) => unit.id);
  expect(openUnits(comparison, new Map())).toEqual([first, second]);
  const decisions = new Map([[second ?? '', [packetCodes[2]?.id ?? '']]]);
  expect(openUnits(comparison, decisions)).toEqual([first]);
  const { annotations } = await decidedArchive(merged, comparison, decisions, environment);
  expect(annotations).toMatchObject([
    {
      target: { quote: { exact: '区委部署。', prefix: '', suffix: '督导组到位。\n一把手负责。' } },
      codeIds: [packetCodes[2]?.id],
      created: environment.now,
    },
  ]);
  expect(annotations[0]?.creator).toBe('乙 + 甲');
});
