/** MiniSearch and FlexSearch over the same records: how long their indexes take to build, how fast they answer, and how much of it is right. */

import { Charset, Index } from 'flexsearch';
import MiniSearch from 'minisearch';
import type { Annotation } from '../../../core/annotation';
import { codePath } from '../../../core/code';
import { allCodes } from '../../../store/codes';
import { freshQuery } from './fresh-query';
import { ask, open, timed, warmed } from './measure';

export type PeerName = 'MiniSearch' | 'FlexSearch' | 'FlexSearch, its Chinese encoder';

interface Peer {
  add(id: string, text: string): void;
  /** All ids that are found. */
  search(text: string): string[];
}

const peers: Readonly<Record<PeerName, () => Peer>> = {
  // As their documentation has it for a search as one types.
  MiniSearch() {
    const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] });
    return {
      add: (id, text) => index.add({ id, text }),
      search: (text) => index.search(text, { prefix: true, combineWith: 'AND' }).map(({ id }) => String(id)),
    };
  },
  FlexSearch: () => flexSearch(new Index({ tokenize: 'forward' })),
  'FlexSearch, its Chinese encoder': () =>
    flexSearch(new Index({ tokenize: 'forward', encoder: Charset.CJK })),
};

function flexSearch(index: Index): Peer {
  const ids: string[] = [];
  return {
    add(id, text) {
      index.add(ids.push(id) - 1, text);
    },
    search: (text) => index.search(text, { limit: ids.length }).map((at) => ids[Number(at)] ?? ''),
  };
}

let built: Peer | null = null;

/** Milliseconds for the index alone; the records are read before, some at a time. */
export async function buildPeer(name: PeerName): Promise<number> {
  const store = await open();
  const { annotations, articles } = store.database;
  const codes = new Map((await allCodes(store)).map((code) => [code.id, code]));
  const paths = new Map(Array.from(codes.values(), (code) => [code.id, codePath(code, codes).join('/')]));
  const peer = peers[name]();
  let spent = 0;
  for (let after = ''; ; ) {
    const batch: Annotation[] = await annotations.where('id').above(after).limit(2_000).toArray();
    const last = batch.at(-1);
    if (last === undefined) break;
    const known = await articles.bulkGet(batch.map(({ articleId }) => articleId));
    const texts = batch.map(({ target, note, codeIds }, index) => {
      const { title, outlet, authors } = known[index]?.metadata ?? {};
      const words = [target.quote.exact, note, ...codeIds.map((id) => paths.get(id) ?? '')];
      return [...words, title?.value ?? '', outlet?.value ?? '', ...(authors?.value ?? [])].join('\n');
    });
    const start = performance.now();
    for (const [index, { id, deleted }] of batch.entries()) {
      if (deleted === null) peer.add(id, texts[index] ?? '');
    }
    spent += performance.now() - start;
    after = last.id;
  }
  store.database.close();
  built = peer;
  return spent;
}

interface PeerAnswer {
  /** Milliseconds, and ours in turn with them, to all ids that are found. */
  times: number[];
  own: number[];
  /** Of what our search finds, which a plain scan has confirmed, how many it found; and how many more. */
  right: number;
  wanted: number;
  others: number;
}

export async function askPeer({ text, runs }: { text: string; runs: number }): Promise<PeerAnswer> {
  const { search, codes } = await warmed();
  const peer = built;
  if (peer === null) throw new Error('nothing was built');
  const ours = async () => {
    const ids: string[] = [];
    for await (const { packed, indexes } of search.find(ask(freshQuery(text), codes))) {
      for (const index of indexes) ids.push(packed.ids[index] ?? '');
    }
    return ids;
  };
  const answer: PeerAnswer = { times: [], own: [], right: 0, wanted: 0, others: 0 };
  let found: string[] = [];
  let wanted: string[] = [];
  for (let run = 0; run < runs; run += 1) {
    const [time, theirs] = await timed(async () => peer.search(text));
    const [own, all] = await timed(ours);
    answer.times.push(time);
    answer.own.push(own);
    [found, wanted] = [theirs, all];
  }
  const right = new Set(wanted);
  answer.wanted = right.size;
  answer.right = new Set(found.filter((id) => right.has(id))).size;
  answer.others = new Set(found).size - answer.right;
  return answer;
}
