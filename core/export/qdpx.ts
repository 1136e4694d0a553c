/** The REFI-QDA project, `.qdpx`: what NVivo, MAXQDA, ATLAS.ti and QualCoder read. */

import type { Article } from '../article';
import { articleSources } from '../refi-qda/article-sources';
import { surveyProject } from '../refi-qda/project-survey';
import { createProjectWriter } from '../refi-qda/write-project';
import { createZipWriter } from '../zip/write-zip';
import { qdpxLosses } from './qdpx-losses';
import type { Exporter } from './source';

/**
 * Valid by the Project.xsd of REFI-QDA 1.5. Goes through the source twice; the notes of all annotations are in memory at the
 * end, and the texts compressed.
 */
export const qdpxExporter: Exporter = {
  extension: 'qdpx',
  mediaType: 'application/vnd.refi-qda.project+zip',
  async *write(source, options) {
    const survey = await surveyProject(source, options);
    const writer = createProjectWriter(source, survey, options);
    const nameOf = createNames();
    const notes: string[] = [];
    const zip = createZipWriter();
    const project = zip.open('project.qde');
    project.push(writer.head());
    for await (const one of source.articles()) {
      const { sources, placeless } = articleSources(one, options.hasTexts);
      for (const [index, part] of sources.entries()) {
        const orphans = index === 0 ? placeless : [];
        project.push(writer.source(one.article, part, nameOf(one.article), orphans));
        for (const { annotation } of part.selections) {
          if (annotation.note !== '') notes.push(writer.memo(annotation));
        }
        const text = zip.open(`sources/${part.guid}.txt`);
        text.push(part.text);
        text.end();
      }
      if (placeless.length > 0) notes.push(writer.orphans(one.article, placeless));
      yield* zip.take();
    }
    project.push(writer.foot(notes));
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
