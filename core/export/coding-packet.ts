/** What a second coder is given: articles with the text as it was kept, and the codebook, but no codings. */

import type { Archive } from '../archive';
import type { Article } from '../article';
import { filledVariables } from '../filled-variables';

export interface PacketChoice {
  articleIds: ReadonlySet<string>;
  /** Nothing that tells how somebody judged an article: no coders, and no values of variables either. */
  isBlind: boolean;
}

export interface CodingPacket {
  archive: Archive;
  /** Wanted, but no text of them was kept: two people might not read the same. They are left out. */
  withoutText: Article[];
}

/** Each article has its first text only, so that all count in the same one. The codebook is whole. */
export function codingPacket(
  { exported, articles, snapshots, codes, variables }: Archive,
  { articleIds, isBlind }: PacketChoice,
): CodingPacket {
  const texts = new Map(snapshots.map((snapshot) => [snapshot.sha256, snapshot]));
  const wanted = articles.filter(({ id }) => articleIds.has(id));
  const readable = wanted.filter(({ snapshot }) => texts.has(snapshot ?? ''));
  const packed = isBlind ? readable.map(({ variables: _, ...article }) => article) : readable;
  const digests = new Set(packed.map(({ snapshot }) => snapshot));
  return {
    archive: {
      format: 'pressmark-archive',
      version: 1,
      exported,
      articles: packed,
      snapshots: snapshots.filter(({ sha256 }) => digests.has(sha256)),
      annotations: [],
      codes: [...codes],
      variables: filledVariables(packed, variables),
    },
    withoutText: wanted.filter((article) => !readable.includes(article)),
  };
}
