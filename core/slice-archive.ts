/** Cuts an archive into slices that can be taken in one after the other, so that no work on it is long. */

import type { Annotation } from './annotation';
import type { Archive } from './archive';
import type { Article } from './article';
import { namedTexts } from './named-texts';

/** So many annotations are read, merged and written within some tens of milliseconds. */
const most = 500;

/**
 * Articles in the order of their ids, each with its annotations; one with more than fit comes again, alone, with the rest. Every
 * slice has all codes and variables, which its records point at; texts that nothing names come with the first.
 * An archive that fits is its own only slice.
 */
export function sliceArchive(archive: Archive): Archive[] {
  if (archive.annotations.length <= most && archive.articles.length <= most) return [archive];
  const texts = new Map(archive.snapshots.map((snapshot) => [snapshot.sha256, snapshot]));
  const slices = stretches(archive).map(({ articles, annotations }) => ({
    ...archive,
    articles,
    annotations,
    snapshots: [...namedTexts(articles, annotations)].flatMap((digest) => takeFrom(texts, digest) ?? []),
  }));
  const [first] = slices;
  if (first !== undefined) first.snapshots = [...first.snapshots, ...texts.values()];
  return slices;
}

/** Each once: a text that several slices name is there for the later ones. */
function takeFrom<V>(map: Map<string, V>, key: string): V | undefined {
  const value = map.get(key);
  map.delete(key);
  return value;
}

/** In which the library keeps what is searched, so that each slice changes few of its segments. */
function byId(one: Article, other: Article): number {
  return one.id < other.id ? -1 : 1;
}

interface Stretch {
  articles: Article[];
  annotations: Annotation[];
}

function stretches({ articles, annotations }: Archive): Stretch[] {
  const byArticle = Map.groupBy(annotations, ({ articleId }) => articleId);
  const all: Stretch[] = [];
  let open: Stretch = { articles: [], annotations: [] };
  const close = () => {
    all.push(open);
    open = { articles: [], annotations: [] };
  };
  for (const article of articles.toSorted(byId)) {
    const own = byArticle.get(article.id) ?? [];
    const isFull = open.annotations.length + own.length > most || open.articles.length === most;
    if (isFull && open.articles.length > 0) close();
    for (let start = 0; start === 0 || start < own.length; start += most) {
      if (start > 0) close();
      open.articles.push(article);
      open.annotations.push(...own.slice(start, start + most));
    }
    if (own.length > most) close();
  }
  if (open.articles.length > 0) close();
  return all;
}
