/** Cuts an archive down to some of its annotations, with only the articles, texts, codes and variables that they need. */

import type { Archive } from './archive';
import type { Code } from './code';
import { filledVariables } from './filled-variables';
import { namedTexts } from './named-texts';

export function narrowArchive(archive: Archive, annotationIds: ReadonlySet<string>): Archive {
  const annotations = archive.annotations.filter(({ id }) => annotationIds.has(id));
  const articleIds = new Set(annotations.map(({ articleId }) => articleId));
  const articles = archive.articles.filter(({ id }) => articleIds.has(id));
  const digests = namedTexts(articles, annotations);
  const codeIds = withParents(
    new Set(annotations.flatMap((annotation) => annotation.codeIds)),
    archive.codes,
  );
  return {
    ...archive,
    annotations,
    articles,
    snapshots: archive.snapshots.filter(({ sha256 }) => digests.has(sha256)),
    codes: archive.codes.filter(({ id }) => codeIds.has(id)),
    variables: filledVariables(articles, archive.variables),
  };
}

function withParents(ids: Set<string>, codes: readonly Code[]): Set<string> {
  const byId = new Map(codes.map((code) => [code.id, code]));
  for (const id of ids) {
    const parentId = byId.get(id)?.parentId ?? null;
    if (parentId !== null) ids.add(parentId);
  }
  return ids;
}
