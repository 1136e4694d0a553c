/** The archive as one JSON text. */

import { type Archive, serializeArchive } from '../archive';
import type { Exporter, ExportSource } from './source';

/** Costs memory for all of it. */
export const jsonArchiveExporter: Exporter = {
  extension: 'json',
  mediaType: 'application/json',
  async *write(source) {
    yield serializeArchive(await collectArchive(source));
  },
  losses: async () => [],
};

async function collectArchive(source: ExportSource): Promise<Archive> {
  const { exported, codes, variables } = source;
  const archive: Archive = {
    format: 'pressmark-archive',
    version: 1,
    exported,
    articles: [],
    snapshots: [],
    annotations: [],
    codes: [...codes],
    variables: [...variables],
  };
  const digests = new Set<string>();
  for await (const { article, annotations, snapshots } of source.articles()) {
    archive.articles.push(article);
    archive.annotations.push(...annotations);
    for (const [digest, snapshot] of snapshots) {
      if (!digests.has(digest)) archive.snapshots.push(snapshot);
      digests.add(digest);
    }
  }
  return archive;
}
