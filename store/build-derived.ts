/** Makes the segments and counts anew from the records, with one segment and one batch of records in memory. */

import type { Annotation } from '../core/annotation';
import { type Entry, entryOf, pack } from '../core/query/packed';
import { toStored } from '../core/query/stored-packed';
import { type CountTable, createTally } from './counts';
import { wholeArticlesAfter } from './packed-records';
import { keyOf, nextStamp, partSize, readHeads, type SegmentTables } from './segments';

/** All within one transaction of the caller's. */
export async function buildDerived(tables: SegmentTables & { counts: CountTable }): Promise<void> {
  const { articles, segments, counts } = tables;
  const stamp = await nextStamp(segments);
  await segments.clear();
  const tally = createTally();
  let waiting: Entry[] = [];
  let from = '';
  const putFirst = async (size: number) => {
    const own = waiting.slice(0, size);
    waiting = waiting.slice(size);
    const heads = await readHeads(articles, [...new Set(own.map(({ articleId }) => articleId))]);
    const until = waiting[0] === undefined ? null : keyOf(waiting[0]);
    await segments.put({ ...toStored(pack(own, heads)), from, until, stamp });
    from = until ?? from;
  };
  for (let after = ''; ; ) {
    const batch: Annotation[] = await wholeArticlesAfter(tables, after);
    for (const annotation of batch) {
      tally.add(annotation, 1);
      waiting.push(entryOf(annotation));
    }
    // One more than fits tells where the next segment starts.
    while (waiting.length > partSize) await putFirst(partSize);
    const last = batch.at(-1);
    if (last === undefined) break;
    after = last.articleId;
  }
  if (waiting.length > 0) await putFirst(waiting.length);
  await counts.clear();
  await counts.bulkPut(tally.counts());
}
