/** Writes and reads projects for tests. */

import type { Archive } from '../../../core/archive';
import { archiveSource } from '../../../core/export/archive-source';
import { qdpxExporter } from '../../../core/export/qdpx';
import type { ExportOptions } from '../../../core/export/source';
import type { ImportEnvironment } from '../../../core/import/imported';
import { openZip } from '../../../core/zip/read-zip';
import { sha256 } from '../../../store/digest';
import { aCode, anAnnotation, anArchive, anArticle, aSnapshot, aTarget } from '../../builders';
import { bytesOf, textOf } from '../zip/written';

export const options: ExportOptions = { coder: '编码员甲', hasTexts: true, language: 'zh-CN' };

export const environment: ImportEnvironment = { now: '2026-11-23T00:00:00.000Z', digest: sha256 };

export function qdpxOf(archive: Archive, over: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const given = { ...options, ...over };
  return bytesOf(qdpxExporter.write(archiveSource(archive), given));
}

export async function projectOf(archive: Archive, over: Partial<ExportOptions> = {}) {
  const zip = openZip(await qdpxOf(archive, over));
  return { zip, names: zip.names, xml: textOf(zip.bytes('project.qde')) };
}

/** One article with a text, and an annotation for each of these words in it. */
export function codedText(text: string, quotes: readonly string[], over: Partial<Archive> = {}): Archive {
  const snapshot = aSnapshot({ text });
  const article = anArticle({ snapshot: snapshot.sha256 });
  const code = aCode();
  const annotations = quotes.map((exact) => {
    const start = text.indexOf(exact);
    const position = { start, end: start + exact.length };
    const quote = { exact, prefix: '', suffix: '' };
    return anAnnotation({
      articleId: article.id,
      codeIds: [code.id],
      target: aTarget({ quote, position, snapshot: snapshot.sha256 }),
    });
  });
  return anArchive({ articles: [article], snapshots: [snapshot], codes: [code], annotations, ...over });
}
