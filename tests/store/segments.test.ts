/** Packed texts and counts say what the records say, whatever was done, and reading them is enough to search. */

import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { editAnnotation } from '../../store/annotations';
import { importArchive } from '../../store/archive';
import { correctMetadata } from '../../store/articles';
import { removeAnnotations } from '../../store/many';
import { emptyTrash } from '../../store/trash';
import { undo } from '../../store/undo';
import { anAnnotation, anArchive, anArticle, anId } from '../builders';
import { address, aLibrary, keep } from './a-library';
import { anyCommand, run } from './any-command';
import { expectInStep } from './in-step';

test('whatever is done, segments and counts are those of the records', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCommand, { maxLength: 60, size: 'max' }), async (commands) => {
      const store = await aLibrary().open();
      for (const command of commands) await run(store, command);
      await expectInStep(store);
      store.database.close();
    }),
    { numRuns: 30 },
  );
}, 600_000);

describe('a segment', { timeout: 120_000 }, () => {
  it('is parted when an import fills it, and stays where undo empties it', async () => {
    const store = await aLibrary().open();
    const { id } = await keep(store);
    const articles = Array.from({ length: 40 }, (_, index) =>
      anArticle({ addresses: [`https://news.example/${index}`] }),
    );
    const annotations = Array.from({ length: 1_100 }, (_, index) =>
      anAnnotation({ articleId: articles[index % articles.length]?.id ?? '', note: `${index}` }),
    );
    await importArchive(store, anId(), anArchive({ articles, annotations }));
    expect(await store.database.segments.count()).toBe(7);
    await expectInStep(store);

    await removeAnnotations(store, { commandId: anId(), ids: annotations.map((one) => one.id) });
    await expectInStep(store);
    await emptyTrash(store, { commandId: anId(), before: null });
    expect(await store.database.segments.count()).toBe(7);
    await expectInStep(store);
    for (let step = 0; step < 4; step += 1) await undo(store, anId());
    expect((await store.database.segments.toArray()).map(({ count }) => count)).toEqual([
      0, 0, 0, 0, 0, 0, 0,
    ]);
    expect(await store.database.annotations.get(id)).toBe(undefined);
    await expectInStep(store);
  });

  it('of another article is not written when an annotation changes', async () => {
    const store = await aLibrary().open();
    const { id } = await keep(store);
    const others = Array.from({ length: 1_100 }, () => anAnnotation());
    await importArchive(
      store,
      anId(),
      anArchive({
        articles: others.map(({ articleId }) =>
          anArticle({ id: articleId, addresses: [`https://x.example/${articleId}`] }),
        ),
        annotations: others,
      }),
    );
    const before = await store.database.segments.toArray();
    await editAnnotation(store, { commandId: anId(), id, address, edit: { note: '新' } });
    const after = await store.database.segments.toArray();
    const changed = after.filter(({ stamp }, index) => stamp !== before[index]?.stamp);
    expect(changed.length).toBe(1);
    expect(Math.max(...after.map(({ stamp }) => stamp))).toBe(changed[0]?.stamp);
  });

  it('has the new title of an article whose title was corrected', async () => {
    const store = await aLibrary().open();
    const { articleId } = await keep(store);
    await correctMetadata(store, { commandId: anId(), articleId, field: 'title', value: 'Économie' });
    const [segment] = await store.database.segments.toArray();
    expect(segment?.articles[0]?.text).toMatch(/^economie\n/u);
    await expectInStep(store);
  });
});
