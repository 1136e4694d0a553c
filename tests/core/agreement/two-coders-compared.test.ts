/** Two coders compared by some codes only, their figures as rows and as CSV, what was confused with what, and what is decided. */

import { parse } from 'papaparse';
import { expect, it } from 'vitest';
import { agreementOf } from '../../../core/agreement/agreement';
import { compareCoders } from '../../../core/agreement/compare-coders';
import { confusionOf } from '../../../core/agreement/confusion';
import { coderNames, codesByVerdict, deciderName, verdicts } from '../../../core/agreement/deciding';
import { type CoderPair, figureRows } from '../../../core/agreement/figures';
import { judgementTable } from '../../../core/export/agreement-table';
import { writeDataCsv } from '../../../core/export/csv-table';
import { figureTable } from '../../../core/export/figure-table';
import { mergeCoders } from '../../../core/merge-coders';
import { writtenBytes } from '../export/written';
import { codedBy, coding, environment, packet, packetCodes } from './two-coders';

const pair: CoderPair = ['乙', '甲'];
const [economy = '', actor = '', rule = ''] = packetCodes.map(({ id }) => id);

// The second article has been read by the first only: its three sentences are missing.
const merged = await mergeCoders(
  [
    {
      coder: '乙',
      archive: codedBy(coding(0, '经济', [0, 1]), coding(0, '开业', [1]), coding(0, '他说', [2])),
    },
    {
      coder: '甲',
      archive: {
        ...codedBy(coding(0, '稳中', [0]), coding(0, '开业', [2])),
        articles: packet.articles.slice(0, 1),
      },
    },
  ],
  environment,
);
const comparison = compareCoders(merged, 'sentence');

it('counts what both have read, what only one has, and what was judged alike, beside the figures of the core', () => {
  const ratings = comparison.units.flatMap((unit) => unit.ratings);
  const { alpha, masiAlpha, pairs, codes } = agreementOf(ratings);
  const [whole, ...rows] = figureRows(comparison, pair);
  expect(whole).toEqual({
    codeId: null,
    units: 4,
    missing: 3,
    agreed: 1,
    given: [3, 2],
    alpha,
    kappa: pairs[0]?.kappa,
    masiAlpha,
  });
  expect(rows).toEqual(
    codes.map((code) => expect.objectContaining({ codeId: code.codeId, alpha: code.alpha, missing: 3 })),
  );
  expect(rows.find(({ codeId }) => codeId === economy)).toMatchObject({ agreed: 4, given: [1, 1], alpha: 1 });
});

it('says as CSV the very numbers that were computed', async () => {
  const rows = figureRows(comparison, pair);
  const table = figureTable(rows, { kind: 'sentence', coders: pair, pathOf: (id) => `code ${id}` });
  const read = parse<Record<string, string>>((await writtenBytes(writeDataCsv(table))).toString('utf8'), {
    header: true,
    skipEmptyLines: true,
  }).data;
  const numberIn = (cell = '') => (cell === '' ? null : Number(cell));
  expect(
    read.map(({ code, alpha, kappa, masi_alpha }) => [code, ...[alpha, kappa, masi_alpha].map(numberIn)]),
  ).toEqual(
    rows.map(({ codeId, alpha, kappa, masiAlpha }) => [
      codeId === null ? '' : `code ${codeId}`,
      alpha,
      kappa,
      masiAlpha,
    ]),
  );
  expect(read[0]).toMatchObject({
    unit_kind: 'sentence',
    coder_1: '乙',
    coder_2: '甲',
    units: '4',
    missing: '3',
  });
});

it('lists every judgement, so that anybody can compute the figures again', async () => {
  const texts = new Map(merged.archive.snapshots.map(({ sha256, text }) => [sha256, text]));
  const snapshots = new Map(merged.archive.articles.map(({ id, snapshot }) => [id, snapshot]));
  const table = judgementTable(
    comparison.units,
    (id) => texts.get(snapshots.get(id) ?? '') ?? null,
    (id) => id,
  );
  const csv = (await writtenBytes(writeDataCsv(table))).toString('utf8');
  const [, ...rows] = parse<string[]>(csv, { skipEmptyLines: true }).data;
  const again = Map.groupBy(rows, ([unit, , , , , coder]) => `${unit} ${coder}`);
  const ratings = [...again.values()].map((given) => ({
    unit: given[0]?.[0] ?? '',
    coder: given[0]?.[5] ?? '',
    codes: given.flatMap(([, , , , , , code = '', value]) => (value === '1' ? [code] : [])),
  }));
  expect(agreementOf(ratings)).toEqual(comparison.agreement);
});

it('compares the wanted codes as if there were no other', () => {
  const narrowed = compareCoders(merged, 'sentence', new Set([economy]));
  expect(narrowed.disagreements).toEqual([]);
  expect(narrowed.agreement).toMatchObject({ alpha: 1, codes: [{ codeId: economy, count: 2 }] });
});

it('sets what one gave against what the other gave instead, and against no code where there is nothing', () => {
  const { codeIds, counts } = confusionOf(comparison.units, pair);
  expect(codeIds).toEqual([...[economy, actor, rule].sort(), null]);
  const cell = (row: string | null, column: string | null) =>
    counts[codeIds.indexOf(row)]?.[codeIds.indexOf(column)];
  expect(cell(economy, economy)).toBe(1);
  expect(cell(actor, null)).toBe(1);
  expect(cell(actor, rule)).toBe(1);
  expect(cell(rule, null)).toBe(1);
  expect(cell(null, null)).toBe(1);
  expect(counts.flat().reduce((sum, count) => sum + count, 0)).toBe(5);
});

it('knows the codes of each verdict', () => {
  const given = [
    { coder: '乙', codeIds: [economy, actor], annotations: [] },
    { coder: '甲', codeIds: [actor, rule], annotations: [] },
  ];
  expect(verdicts.map((verdict) => codesByVerdict({ given }, pair, verdict))).toEqual([
    [economy, actor],
    [actor, rule],
    [economy, actor, rule],
    [],
  ]);
});

it('tells two people apart whatever their names are', () => {
  expect(coderNames([' Ann ', 'Ben'], ['I', 'Other'])).toEqual(['Ann', 'Ben']);
  expect(coderNames(['', ' '], ['I', 'Other'])).toEqual(['I', 'Other']);
  expect(coderNames(['Ann', 'Ann'], ['I', 'Other'])).toEqual(['Ann', 'Ann 2']);
  expect(deciderName(['Ben', 'Ann'])).toBe(deciderName(['Ann', 'Ben']));
});

it('knows an article that a coder had kept before the packet came by its address', async () => {
  const own = '99999999-0000-4000-8000-000000000000';
  const [article, ...others] = packet.articles;
  const theirs = codedBy(coding(0, '经济', [0]));
  const renamed = {
    ...theirs,
    articles: [{ ...article, id: own } as (typeof packet.articles)[number], ...others],
    annotations: theirs.annotations.map((annotation) => ({ ...annotation, articleId: own })),
  };
  const coders = [
    { coder: '乙', archive: codedBy(coding(0, '稳中', [0])) },
    { coder: '甲', archive: renamed },
  ];
  const together = await mergeCoders(coders, environment);
  expect(together.archive.articles.map(({ id }) => id)).toEqual(packet.articles.map(({ id }) => id).sort());
  expect(compareCoders(together, 'sentence')).toMatchObject({
    disagreements: [],
    agreement: { alpha: 1, unitCount: 7 },
  });
});
