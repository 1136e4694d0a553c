/** The lossless archive: one zip that is a backup, a data package, and the codebook and texts in files of their own. */

import { inArchiveOrder } from '../archive';
import { headerPath, recordsPath, textFileKey } from '../archive-layout';
import type { TextSnapshot } from '../article';
import { toQdc } from '../codebook-file/qdc';
import { derivedGuid } from '../refi-qda/derived-guid';
import { createZipWriter, type OpenEntry } from '../zip/write-zip';
import { archiveReadme } from './archive-readme';
import {
  annotationTable,
  articleTable,
  codeTable,
  codingTable,
  headLine,
  rowLine,
  valueTable,
  variableTable,
} from './archive-tables';
import { dataPackage, tablePath } from './data-package';
import { exportCodes } from './export-codes';
import { exportFileName } from './file-name';
import { createJsonLdWriter, jsonLdExporter } from './json-ld';
import { positionsIn } from './positions-in-text';
import type { ExportArticle, Exporter } from './source';
import { bytesOfBlob, createSpill } from './spill';

const codebookPath = 'codebook.qdc';

/** The archive has the texts in files of their own; annotations name them by their digests. */
const jsonLdPath = 'annotations.jsonld';

/** Reads the source once. All of it but the annotations waits in memory, compressed. */
export const archiveZipExporter: Exporter = {
  extension: 'zip',
  mediaType: 'application/zip',
  async *write(source, options) {
    const zip = createZipWriter();
    const whole = (name: string, parts: readonly string[]) => {
      const entry = zip.open(name);
      for (const part of parts) entry.push(part);
      entry.end();
    };
    const codes = [...source.codes].sort(byId);
    const variables = [...source.variables].sort(byId);
    const { exported } = source;
    const header = { format: 'pressmark-archive', version: 1, exported };
    whole(headerPath, [jsonLine(options.coder === '' ? header : { ...header, coder: options.coder })]);
    const files: Record<string, string> = { [headerPath]: 'application/json' };
    for (const list of ['articles', 'snapshots', 'annotations', 'codes', 'variables'] as const)
      files[recordsPath(list)] = 'application/x-ndjson';
    if (codes.length > 0) files[codebookPath] = 'application/xml';
    files[jsonLdPath] = jsonLdExporter.mediaType;
    whole('datapackage.json', [dataPackage(source.exported, files)]);
    whole('README.md', [archiveReadme]);
    whole(recordsPath('codes'), codes.map(jsonLine));
    whole(recordsPath('variables'), variables.map(jsonLine));
    whole(tablePath('variables'), [
      headLine(variableTable),
      ...variables.map((variable) => rowLine(variableTable, variable)),
    ]);

    const open = {
      annotations: zip.open(recordsPath('annotations')),
      annotationRows: openTable(annotationTable),
      codingRows: openTable(codingTable),
      articles: zip.open(recordsPath('articles')),
      articleRows: openTable(articleTable),
      valueRows: openTable(valueTable),
      snapshots: zip.open(recordsPath('snapshots')),
    };
    const jsonLd = createJsonLdWriter({ ...source, codes, variables }, { ...options, hasTexts: false });
    const jsonLdEntry = zip.open(jsonLdPath);
    const spill = createSpill<'jsonLdArticles'>();
    jsonLdEntry.push(jsonLd.head);
    const texts = createTextNames();
    const applied = new Set<string>();
    for await (const one of source.articles()) {
      const { article, annotations } = one;
      const snapshots = options.hasTexts ? one.snapshots : new Map<string, TextSnapshot>();
      for (const snapshot of snapshots.values()) {
        if (texts.of(snapshot.sha256) === undefined) putText(texts.add(one, snapshot), snapshot);
      }
      open.articles.push(jsonLine(article));
      const snapshot = snapshots.get(article.snapshot ?? '') ?? null;
      const textFile = snapshot === null ? null : (texts.of(snapshot.sha256) ?? null);
      open.articleRows.push(rowLine(articleTable, { article, snapshot, textFile }));
      for (const [variableId, value] of Object.entries(article.variables ?? {}).sort(byKey))
        open.valueRows.push(rowLine(valueTable, { article, variableId, value }));
      const positionOf = positionsIn(snapshots);
      for (const annotation of annotations) {
        open.annotations.push(jsonLine(annotation));
        open.annotationRows.push(rowLine(annotationTable, { annotation, position: positionOf(annotation) }));
        for (const [index, codeId] of annotation.codeIds.entries()) {
          open.codingRows.push(rowLine(codingTable, { annotation, codeId, number: index + 1 }));
          if (annotation.deleted === null) applied.add(codeId);
        }
      }
      for (const line of jsonLd.annotations(one)) jsonLdEntry.push(line);
      await spill.add('jsonLdArticles', jsonLd.article(one));
      yield* zip.take();
    }
    for (const entry of Object.values(open)) entry.end();
    jsonLdEntry.push(jsonLd.beforeArticles);
    for await (const bytes of bytesOfBlob(spill.whole('jsonLdArticles'))) {
      jsonLdEntry.push(bytes);
      yield* zip.take();
    }
    jsonLdEntry.push(jsonLd.foot);
    jsonLdEntry.end();

    const fileCodes = exportCodes(codes, applied);
    const byCode = new Map(fileCodes.map((code) => [code.id, code]));
    whole(tablePath('codes'), [
      headLine(codeTable),
      ...codes.map((code) => rowLine(codeTable, { code, file: byCode.get(code.id) })),
    ]);
    if (codes.length > 0) whole(codebookPath, [toQdc({ codes: fileCodes }, () => derivedGuid('code'))]);
    zip.end();
    yield* zip.take();

    function openTable(table: { name: string; columns: readonly { name: string }[] }): OpenEntry {
      const entry = zip.open(tablePath(table.name));
      entry.push(headLine(table));
      return entry;
    }

    function putText(path: string, { text, ...rest }: TextSnapshot): void {
      whole(path, [text]);
      const isWhole = text.isWellFormed();
      open.snapshots.push(jsonLine({ ...rest, ...(isWhole ? { [textFileKey]: path } : { text }) }));
    }
  },
  async losses(source, { hasTexts }) {
    let count = 0;
    if (hasTexts) return [];
    for await (const { snapshots } of source.articles()) count += Number(snapshots.size > 0);
    return count === 0 ? [] : [{ what: 'text', count }];
  },
};

/** Each text once, though two articles may have the same. */
function createTextNames(): {
  of(digest: string): string | undefined;
  add(one: ExportArticle, snapshot: TextSnapshot): string;
} {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  return {
    of: (digest) => names.get(digest),
    add({ article }, { sha256 }) {
      const stem = article.metadata.title?.value ?? '';
      const short = `texts/${exportFileName(stem, `${sha256.slice(0, 12)}.txt`)}`;
      const name = taken.has(short.toLowerCase()) ? `texts/${sha256}.txt` : short;
      taken.add(name.toLowerCase());
      names.set(sha256, name);
      return name;
    },
  };
}

function jsonLine(record: object): string {
  return `${JSON.stringify(inArchiveOrder(record))}\n`;
}

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : Number(one.id > other.id);
}

function byKey([one]: readonly [string, unknown], [other]: readonly [string, unknown]): number {
  return one < other ? -1 : Number(one > other);
}
