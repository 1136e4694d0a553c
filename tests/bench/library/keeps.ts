/** How long one keep takes until it is acknowledged, beside one bare record written with the same durability. */

import { Dexie } from 'dexie';
import type { Annotation } from '../../../core/annotation';
import { keepAnnotation } from '../../../store/annotations';
import { timed, warmed } from './measure';

/** Milliseconds. */
interface Keeps {
  own: number[];
  /** One `add` of a record into a table of its own with the same indexes. */
  floor: number[];
}

/** Each in another article that has annotations; the two kinds in turn. */
export async function measureKeeps(runs: number): Promise<Keeps> {
  const { store } = await warmed();
  const metadata = (await store.database.articles.toCollection().first())?.metadata;
  if (metadata === undefined) throw new Error('there is no article');
  const bare = new Dexie('bare', { chromeTransactionDurability: 'strict', cache: 'disabled' });
  bare.version(1).stores({ annotations: 'id, articleId, [modified+id], deleted, *codeIds' });
  const keeps: Keeps = { own: [], floor: [] };
  for (let run = 0; run < runs; run += 1) {
    const address = `https://news.example/${run * 7}.html`;
    const quote = { exact: `新的一条 ${run}`, prefix: '', suffix: '' };
    const draft = {
      selectors: { quote, position: null, range: null },
      codeIds: [],
      newCodes: [],
      note: '',
      article: { metadata, text: null },
    };
    const [own, kept] = await timed(() =>
      keepAnnotation(store, { commandId: crypto.randomUUID(), address, source: address, draft }),
    );
    const [floor] = await timed(() => bare.table<Annotation>('annotations').add(kept));
    keeps.own.push(own);
    keeps.floor.push(floor);
  }
  await bare.delete();
  return keeps;
}
