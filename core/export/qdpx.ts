/** The REFI-QDA project, `.qdpx`: what NVivo, MAXQDA, ATLAS.ti and QualCoder read. */

import type { Article } from '../article';
import { articleSources } from '../refi-qda/article-sources';
import { mixedVariables } from '../refi-qda/project-survey';
import { createProjectWriter } from '../refi-qda/write-project';
import { createZipWriter } from '../zip/write-zip';
import { qdpxLosses } from './qdpx-losses';
import type { Exporter } from './source';
import { bytesOfBlob, createSpill } from './spill';

/**
 * Valid by the Project.xsd of REFI-QDA 1.5. Reads the annotations once: what the project says of them waits in blobs until all
 * is known that stands before, and the texts in memory, compressed.
 */
export const qdpxExporter: Exporter = {
  extension: 'qdpx',
  mediaType: 'application/vnd.refi-qda.project+zip',
  async *write(source, options) {
    const writer = createProjectWriter(source, await mixedVariables(source), options);
    const nameOf = createNames();
    const users = new Set([options.coder]);
    const appliedCodes = new Set<string>();
    const outlets = new Map<string, string[]>();
    const spill = createSpill<'sources' | 'notes'>();
    const zip = createZipWriter();
    const project = zip.open('project.qde');
    for await (const one of source.articles()) {
      const { article } = one;
      const outlet = article.metadata.outlet?.value ?? '';
      if (outlet.trim() !== '') {
        const ids = outlets.get(outlet) ?? [];
        ids.push(article.id);
        outlets.set(outlet, ids);
      }
      for (const { deleted, creator, codeIds } of one.annotations) {
        if (deleted !== null) continue;
        users.add(creator ?? options.coder);
        for (const id of codeIds) appliedCodes.add(id);
      }
      const { sources, placeless } = articleSources(one, options.hasTexts);
      for (const [index, part] of sources.entries()) {
        const orphans = index === 0 ? placeless : [];
        await spill.add('sources', writer.source(article, part, nameOf(article), orphans));
        for (const { annotation } of part.selections) {
          if (annotation.note !== '') await spill.add('notes', writer.memo(annotation));
        }
        const text = zip.open(`sources/${part.guid}.txt`);
        text.push(part.text);
        text.end();
      }
      if (placeless.length > 0) await spill.add('notes', writer.orphans(article, placeless));
    }
    const notes = spill.whole('notes');
    const hasNotes = notes.size > 0;
    project.push(writer.head({ users, appliedCodes, outlets }));
    for await (const bytes of bytesOfBlob(spill.whole('sources'))) {
      project.push(bytes);
      yield* zip.take();
    }
    project.push(writer.afterSources(hasNotes));
    for await (const bytes of bytesOfBlob(notes)) {
      project.push(bytes);
      yield* zip.take();
    }
    project.push(writer.foot(hasNotes));
    project.end();
    zip.end();
    yield* zip.take();
  },
  losses: qdpxLosses,
};

/** QualCoder makes files of the sources by their names: no two may have the same. */
function createNames(): (article: Article) => string {
  const taken = new Set<string>();
  return ({ id, metadata, addresses }) => {
    const title = (metadata.title?.value ?? '').replace(/\s+/gu, ' ').trim();
    const name = title === '' ? (addresses[0] ?? id) : title;
    let single = name;
    for (let number = 1; taken.has(single); number += 1)
      single = `${name} (${id.slice(0, 8)}${number === 1 ? '' : `-${number}`})`;
    taken.add(single);
    return single;
  };
}
