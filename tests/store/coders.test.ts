/** The decided version of two coders: written as one step beside their own codings, replaced by a later one, and taken back. */

import { expect, test } from 'vitest';
import { compareCoders } from '../../core/agreement/compare-coders';
import type { Annotation } from '../../core/annotation';
import type { Archive } from '../../core/archive';
import { mergeCoders } from '../../core/merge-coders';
import { type Decisions, decidedArchive } from '../../core/merge-coders-decided';
import { importArchive } from '../../store/archive';
import { codingOf, keepDecided, uncodedArticles } from '../../store/coders';
import { renameCode } from '../../store/codes';
import type { Store } from '../../store/open-store';
import { undo } from '../../store/undo';
import { anId } from '../builders';
import { codedBy, coding, environment, packet, packetCodes } from '../core/agreement/two-coders';
import { aLibrary, records } from './a-library';
import { expectInStep } from './in-step';

const creator = '乙 + 甲';
const [economy = '', actor = '', rule = ''] = packetCodes.map(({ id }) => id);
const articleIds = packet.articles.map(({ id }) => id);

async function aCodedLibrary(): Promise<Store> {
  const store = await aLibrary().open();
  await importArchive(store, anId(), codedBy(coding(0, '经济', [0]), coding(1, '区委', [1])));
  return store;
}

async function decided(
  store: Store,
  other: Archive,
  decisions: (unitId: string) => readonly string[],
  only: ReadonlySet<string> | null = null,
): Promise<Archive> {
  const own = await codingOf(store, articleIds);
  const merged = await mergeCoders(
    [
      { coder: '甲', archive: own },
      { coder: '乙', archive: other },
    ],
    environment,
  );
  const comparison = compareCoders(merged, 'sentence', only);
  const all: Decisions = new Map(comparison.disagreements.map(({ unit }) => [unit.id, decisions(unit.id)]));
  return decidedArchive(merged, comparison, all, { ...environment, creator });
}

const theirs = codedBy(coding(0, '稳中', [0]), coding(1, '督导组', [2]));

async function ofDecider({
  database,
}: Store): Promise<(Pick<Annotation, 'codeIds' | 'deleted'> & { words: string })[]> {
  const all = await database.annotations.filter((annotation) => annotation.creator === creator).toArray();
  return all
    .map(({ codeIds, deleted, target }) => ({ codeIds, deleted, words: target.quote.exact }))
    .sort((one, two) => (one.words < two.words ? -1 : 1));
}

test('it is one step, after which both coders’ own codings are as they were, and undo gives the very library of before', async () => {
  const store = await aCodedLibrary();
  const before = await records(store);
  const archive = await decided(store, theirs, () => [rule]);
  await keepDecided(store, anId(), { archive, creator, codeIds: null });
  expect(await ofDecider(store)).toEqual([
    { words: '区委部署。', codeIds: [rule], deleted: null },
    { words: '督导组到位。', codeIds: [rule], deleted: null },
    { words: '😀全区经济稳中向好。', codeIds: [economy], deleted: null },
  ]);
  const after = await records(store);
  expect(after.annotations.filter((one) => one.creator === undefined)).toEqual(before.annotations);
  expect({ ...after, annotations: [] }).toEqual({ ...before, annotations: [] });
  await expectInStep(store);
  expect(await undo(store, anId())).toMatchObject({ kind: 'decide' });
  expect(await records(store)).toEqual(before);
  await expectInStep(store);
});

test('a decided version is not compared as if it were a coder’s', async () => {
  const store = await aCodedLibrary();
  const first = await decided(store, theirs, () => [rule]);
  await keepDecided(store, anId(), { archive: first, creator, codeIds: null });
  expect((await decided(store, theirs, () => [rule])).annotations).toEqual(first.annotations);
});

test('deciding again replaces what was decided, and what has no code any more goes to the trash', async () => {
  const store = await aCodedLibrary();
  await keepDecided(store, anId(), {
    archive: await decided(store, theirs, () => [rule]),
    creator,
    codeIds: null,
  });
  const archive = await decided(store, theirs, (id) => (id.endsWith('s1') ? [actor] : []));
  await keepDecided(store, anId(), { archive, creator, codeIds: null });
  const kept = (await ofDecider(store)).filter(({ deleted }) => deleted === null);
  expect(kept.flatMap(({ codeIds }) => codeIds).sort()).toEqual([economy, actor].sort());
  expect(await ofDecider(store)).toHaveLength(3);
});

test('what is left open stays as it was decided before', async () => {
  const store = await aCodedLibrary();
  const first = await decided(store, theirs, () => [rule]);
  await keepDecided(store, anId(), { archive: first, creator, codeIds: null });
  const before = await ofDecider(store);
  const archive = { ...first, annotations: [] };
  await keepDecided(store, anId(), { archive, creator, codeIds: null, isOpen: () => true });
  expect(await ofDecider(store)).toEqual(before);
});

test('deciding some codes leaves what was decided of others', async () => {
  const store = await aCodedLibrary();
  await keepDecided(store, anId(), {
    archive: await decided(store, theirs, () => [actor]),
    creator,
    codeIds: null,
  });
  const archive = await decided(store, theirs, () => [rule], new Set([rule]));
  await keepDecided(store, anId(), { archive, creator, codeIds: [rule] });
  const codes = (await ofDecider(store)).map(({ codeIds }) => codeIds);
  expect(codes).toHaveLength(3);
  expect(codes).toEqual(expect.arrayContaining([[economy], [actor], [actor, rule]]));
});

test('a code that was renamed here keeps its name, though the other coder has the old one', async () => {
  const store = await aCodedLibrary();
  await renameCode(store, { commandId: anId(), id: economy, name: '新经济' });
  const archive = await decided(store, theirs, () => [economy]);
  const newer = {
    ...archive,
    codes: archive.codes.map((code) => ({ ...code, modified: '2040-01-01T00:00:00.000Z' })),
  };
  await keepDecided(store, anId(), { archive: newer, creator, codeIds: null });
  expect((await store.database.codes.get(economy))?.name).toBe('新经济');
});

test('two archives of others are decided in a library that has neither article nor code of them', async () => {
  const store = await aLibrary().open();
  const empty = await records(store);
  const merged = await mergeCoders(
    [
      { coder: '甲', archive: codedBy(coding(0, '经济', [0])) },
      { coder: '乙', archive: theirs },
    ],
    environment,
  );
  const comparison = compareCoders(merged, 'sentence');
  const archive = await decidedArchive(merged, comparison, new Map(), { ...environment, creator });
  await keepDecided(store, anId(), { archive, creator, codeIds: null });
  expect(await store.database.articles.count()).toBe(1);
  expect(await store.database.codes.toArray()).toMatchObject([{ id: economy }]);
  await undo(store, anId());
  expect(await records(store)).toEqual(empty);
});

test('articles of a packet that were not annotated yet are listed', async () => {
  const store = await aLibrary().open();
  await importArchive(store, anId(), codedBy(coding(0, '经济', [0])));
  expect((await uncodedArticles(store)).map(({ id }) => id)).toEqual([articleIds[1]]);
});
