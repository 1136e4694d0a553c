/** An article with annotations in the library of the page's origin, beside all that a bench has put there. */

import { cleanAddress } from '../../../core/address';
import type { Annotation } from '../../../core/annotation';
import type { Article } from '../../../core/article';
import { importArchive } from '../../../store/archive';
import { open } from './measure';

/** @param quotes words of the page, one annotation for each */
export async function keepArticle({ address, quotes }: { address: string; quotes: readonly string[] }) {
  const store = await open();
  const [code] = await store.database.codes.limit(1).toArray();
  const now = new Date().toISOString();
  const fact = (value: string) => ({ value, from: 'meta' }) as const;
  const article: Article = {
    id: crypto.randomUUID(),
    addresses: [cleanAddress(address) ?? address],
    metadata: {
      title: fact('A long read'),
      authors: null,
      outlet: fact('The Times'),
      source: null,
      published: null,
      language: fact('en'),
      section: null,
    },
    snapshot: null,
    created: now,
    modified: now,
  };
  const annotations = quotes.map(
    (exact): Annotation => ({
      id: crypto.randomUUID(),
      articleId: article.id,
      target: {
        quote: { exact, prefix: '', suffix: '' },
        position: null,
        range: null,
        source: address,
        snapshot: null,
      },
      codeIds: code === undefined ? [] : [code.id],
      note: '',
      created: now,
      modified: now,
      deleted: null,
    }),
  );
  await importArchive(store, crypto.randomUUID(), {
    format: 'pressmark-archive',
    version: 1,
    exported: now,
    articles: [article],
    snapshots: [],
    annotations,
    codes: code === undefined ? [] : [code],
    variables: [],
  });
  store.database.close();
}
