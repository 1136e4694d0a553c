/** Every stored position counts in the text that it names, whatever the publisher did meanwhile. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnnotationDraft } from '../../core/library';
import { importArchive, readArchive } from '../../store/archive';
import { sha256 } from '../../store/digest';
import type { Store } from '../../store/open-store';
import { redo, undo } from '../../store/undo';
import { anId, anyText, someMetadata } from '../builders';
import { aLibrary, keep } from './a-library';

/** The first `exact` in `text`, as a page describes it. */
function draftOf(text: string, exact: string, at = text.indexOf(exact)): Partial<AnnotationDraft> {
  const position = { start: at, end: at + exact.length };
  const quote = {
    exact,
    prefix: text.slice(Math.max(0, at - 64), at),
    suffix: text.slice(position.end, position.end + 64),
  };
  return { selectors: { quote, position, range: null }, article: { metadata: someMetadata(), text } };
}

function withText(draft: Partial<AnnotationDraft>, text: string | null): Partial<AnnotationDraft> {
  return { ...draft, article: { metadata: someMetadata(), text } };
}

async function texts({ database }: Store): Promise<string[]> {
  return (await database.snapshots.toArray()).map(({ text }) => text).sort();
}

const filler = '全区经济稳中向好，各项指标符合预期，社会大局保持稳定，人民生活持续改善。'.repeat(3);
const first = `${filler}第一段：消费回暖。${filler}第二段：出口增长。${filler}`;

test('every annotation of an unchanged text names the text of the first one', async () => {
  const store = await aLibrary().open();
  const one = await keep(store, draftOf(first, '消费回暖'));
  const other = await keep(store, draftOf(first, '出口增长'));
  const digest = await sha256(first);
  expect([one.target.snapshot, other.target.snapshot]).toEqual([digest, digest]);
  expect(await store.database.articles.toArray()).toMatchObject([{ snapshot: digest }]);
  expect(await texts(store)).toEqual([first]);
});

test('after an edit before the words the new text is stored, and the first one stays that of the article', async () => {
  const store = await aLibrary().open();
  await keep(store, draftOf(first, '消费回暖'));
  const edited = `更正。${first}`;
  const kept = await keep(store, draftOf(edited, '出口增长'));
  expect(kept.target).toMatchObject({
    position: { start: edited.indexOf('出口增长') },
    snapshot: await sha256(edited),
  });
  expect(await store.database.articles.toArray()).toMatchObject([{ snapshot: await sha256(first) }]);
  expect(await texts(store)).toEqual([first, edited].sort());
});

test('a line that changes at each visit, after the words or as long as before, stores no further text', async () => {
  const store = await aLibrary().open();
  const at = (minutes: number) => `${minutes} minutes ago\n${first}\nRead by ${minutes ** 4}`;
  for (const minutes of [3, 4, 5, 9]) {
    const kept = await keep(store, draftOf(at(minutes), '出口增长'));
    expect(kept.target.snapshot).toBe(await sha256(at(3)));
  }
  expect(await texts(store)).toEqual([at(3)]);
});

test('a changing line that grows stores one more text, which the annotations after it share', async () => {
  const store = await aLibrary().open();
  const at = (minutes: number) => `${minutes} minutes ago\n${first}`;
  for (const minutes of [9, 10, 11, 30]) await keep(store, draftOf(at(minutes), '出口增长'));
  expect(await texts(store)).toEqual([at(9), at(10)].sort());
});

test('the same words at the same place in another context are not taken for the first text', async () => {
  const store = await aLibrary().open();
  await keep(store, draftOf(first, '消费回暖'));
  const rewritten = first.replace('第一段', '新一段');
  const kept = await keep(store, draftOf(rewritten, '消费回暖'));
  expect(kept.target.snapshot).toBe(await sha256(rewritten));
});

test('a position that the sent text does not confirm is stored as none, and so is its text', async () => {
  const store = await aLibrary().open();
  const honest = draftOf(first, '消费回暖');
  const { quote } = honest.selectors ?? {};
  if (quote === undefined) throw new Error('the draft has no quote');
  const start = first.indexOf('消费回暖');
  for (const position of [
    { start: start + 1, end: start + 5 },
    { start, end: start + 3 },
    { start, end: Number.MAX_SAFE_INTEGER },
    { start: start + 4, end: start },
    { start: first.length, end: first.length + 4 },
  ]) {
    const kept = await keep(store, { ...honest, selectors: { quote, position, range: null } });
    expect(kept.target).toMatchObject({ quote, position: null, snapshot: null });
  }
  expect(await texts(store)).toEqual([first]);
});

test('without a text a position stands alone, unless a kept text confirms it', async () => {
  const store = await aLibrary().open();
  const draft = draftOf(first, '消费回暖');
  const alone = await keep(store, withText(draft, null));
  expect(alone.target).toMatchObject({ position: draft.selectors?.position, snapshot: null });
  const stored = await keep(store, draft);
  const digest = await sha256(first);
  expect(stored.target.snapshot).toBe(digest);
  expect(await store.database.articles.toArray()).toMatchObject([{ snapshot: null }]);
  expect((await keep(store, withText(draft, null))).target.snapshot).toBe(digest);
});

test('a quote outside the article has no position and stores no further text', async () => {
  const store = await aLibrary().open();
  await keep(store, draftOf(first, '消费回暖'));
  const quote = { exact: '相关阅读', prefix: '', suffix: '' };
  const outside = withText({ selectors: { quote, position: null, range: null } }, `更正。${first}`);
  expect((await keep(store, outside)).target).toMatchObject({ position: null, snapshot: null });
  expect(await texts(store)).toEqual([first]);
});

test('undoing an annotation of a later text leaves that text for redo', async () => {
  const store = await aLibrary().open();
  await keep(store, draftOf(first, '消费回暖'));
  const kept = await keep(store, draftOf(`更正。${first}`, '出口增长'));
  await undo(store, anId());
  await redo(store, anId());
  expect(await store.database.annotations.get(kept.id)).toEqual(kept);
  expect(await texts(store)).toHaveLength(2);
});

test('a text that an archive came without is stored when a page brings it again', async () => {
  const source = await aLibrary().open();
  await keep(source, draftOf(first, '消费回暖'));
  const target = await aLibrary().open();
  await importArchive(target, anId(), { ...(await readArchive(source, 'everything')), snapshots: [] });
  expect(await texts(target)).toEqual([]);
  const kept = await keep(target, draftOf(first, '出口增长'));
  expect(kept.target.snapshot).toBe(await sha256(first));
  expect(await texts(target)).toEqual([first]);
});

test('texts that differ in a lone surrogate have one digest, and no position counts in the wrong one', async () => {
  const store = await aLibrary().open();
  await keep(store, draftOf('甲\uD842乙', '乙'));
  const kept = await keep(store, draftOf('甲\uFFFD乙', '\uFFFD'));
  expect(await sha256('甲\uD842乙')).toBe(await sha256('甲\uFFFD乙'));
  expect(kept.target).toMatchObject({ position: null, snapshot: null });
});

/** A visit: an edit of the text, then words chosen from it, told truly or not. */
const visits = fc.array(
  fc.record({
    at: fc.nat(60),
    taken: fc.nat(3),
    put: fc.oneof(fc.constant(''), fc.constantFrom('更正。', '3', '12'), anyText),
    start: fc.nat(60),
    length: fc.integer({ min: 1, max: 9 }),
    shift: fc.constantFrom(0, 0, 0, 1, -1),
    isSent: fc.constantFrom(true, true, true, false),
  }),
  { minLength: 1, maxLength: 8 },
);

test('whatever happens to the text, a stored position cuts its quote out of the stored text that it names', async () => {
  await fc.assert(
    fc.asyncProperty(visits, async (steps) => {
      const store = await aLibrary().open();
      let text = '全区经济稳中向好。𠮷野家开业。\n更新：3 minutes ago';
      for (const { at, taken, put, start, length, shift, isSent } of steps) {
        text = text.slice(0, at) + put + text.slice(at + taken);
        const from = start % Math.max(1, text.length);
        const exact = text.slice(from, from + length);
        if (exact === '') continue;
        const draft = draftOf(text, exact, from);
        const position = { start: Math.max(0, from + shift), end: from + shift + exact.length };
        const selectors = { ...draft.selectors, position } as AnnotationDraft['selectors'];
        const kept = await keep(store, withText({ selectors }, isSent ? text : null));
        if (isSent && shift === 0 && text.isWellFormed()) expect(kept.target.snapshot).not.toBeNull();
      }
      await expectTrue(store);
      const copy = await aLibrary().open();
      await importArchive(copy, anId(), await readArchive(store, 'everything'));
      await expectTrue(copy);
      expect(await copy.database.annotations.toArray()).toEqual(await store.database.annotations.toArray());
      store.database.close();
      copy.database.close();
    }),
    { numRuns: 150 },
  );
}, 60_000);

async function expectTrue({ database }: Store): Promise<void> {
  for (const { target } of await database.annotations.toArray()) {
    if (target.snapshot === null) continue;
    const { start, end } = target.position ?? { start: 0, end: 0 };
    const snapshot = await database.snapshots.get(target.snapshot);
    expect(snapshot?.text.slice(start, end)).toBe(target.quote.exact);
  }
}
