/** Takes in a REFI-QDA project, `.qdpx`, of any program. */

import { createRecordCollector } from '../archive-records';
import { planCodebookImport } from '../codebook/import-codebook';
import { CodebookError } from '../codebook-file/codebook-error';
import { colours } from '../colour';
import { decodeText } from '../decode-text';
import { readProject } from '../refi-qda/read-project';
import { readTime } from '../refi-qda/read-time';
import { type OpenZip, openZip } from '../zip/read-zip';
import { ForeignFileError } from './foreign-file-error';
import type { ImportEnvironment, Imported, ReadForeign } from './imported';
import { createBudget } from './mend-place';
import { namedId } from './named-id';
import { createAnnotationReader } from './qdpx-annotations';
import { createArticleReader, readVariables } from './qdpx-articles';

type Project = ReturnType<typeof readProject>;

/** Bytes of `project.qde` or of one text: more would not fit into memory beside what is made of it. */
const longestFile = 100_000_000;

/**
 * Sources with a text, their selections, codes, variables and users. What a library has no place for (pictures, sets, links,
 * notes of no selection) is listed as left out.
 * @throws ZipError, ForeignFileError or CodebookError where the file as a whole cannot be taken
 */
export const readQdpx: ReadForeign = async (file, environment) => {
  const zip = openZip(file.bytes, { entryBytes: longestFile });
  const project = projectIn(zip);
  const time = readTime(project.created, environment.now);
  const imported: Pick<Imported, 'bad' | 'mended'> = { bad: [], mended: [] };
  const collector = createRecordCollector();
  const { codes, idOfCode } = await readCodes(project, environment, time);
  for (const { where, why } of project.codebook.faults) imported.bad.push({ where, why });
  for (const code of codes) collector.take('codes', code);
  const variables = await readVariables(project, environment, time);
  for (const { variable } of variables.values()) {
    if (variable !== null) collector.take('variables', variable);
  }
  const texts = createTexts(zip);
  const undated = new Set<string>();
  const derived = new Set<string>();
  const articles = createArticleReader({ project, variables, environment, time, imported });
  const annotations = createAnnotationReader({
    project,
    idOfCode,
    environment,
    imported,
    undated,
    derived,
    budget: createBudget(),
    textOf: (path) => texts.at(path),
  });
  const digests = new Set<string>();
  for (const source of project.sources) {
    const text = source.path === null ? source.content : texts.at(source.path);
    if (text === null) imported.bad.push({ where: source.where, why: 'its text is not in the file' });
    const place = await articles.read(source, text);
    if (place.snapshot !== null && !digests.has(place.digest)) collector.take('snapshots', place.snapshot);
    digests.add(place.digest);
    for (const annotation of await annotations.read(source, place)) collector.take('annotations', annotation);
    if (source.wholeCodings > 0)
      imported.bad.push({ where: source.where, why: 'codes of a whole source are left out' });
  }
  for (const article of articles.all()) collector.take('articles', article);
  for (const { name, isUsed } of project.notes.values()) {
    if (!isUsed) imported.bad.push({ where: `note “${name.slice(0, 80)}”`, why: 'belongs to no selection' });
  }
  for (const [element, count] of project.unread) {
    imported.bad.push({ where: `<${element}>`, why: `has no place in a library (${count} left out)` });
  }
  const { bad, ...records } = collector.collect();
  if (readTime(project.created, '') === '') {
    for (const { id } of [...records.articles, ...records.codes, ...records.variables]) undated.add(id);
  }
  return {
    archive: {
      format: 'pressmark-archive',
      version: 1,
      exported: time,
      ...records,
      ...(undated.size > 0 && { undated }),
      ...(derived.size > 0 && { derived }),
    },
    bad: [...imported.bad, ...bad],
    mended: imported.mended,
  };
};

function projectIn(zip: OpenZip): Project {
  const [name, ...others] = zip.names.filter((entry) => /^[^/]+\.qde$/iu.test(entry));
  if (name === undefined) throw new ForeignFileError('not-an-archive', 'file', 'holds no project (*.qde)');
  if (others.length > 0) throw new ForeignFileError('not-an-archive', 'file', 'holds several projects');
  try {
    const project = readProject(decodeText(zip.bytes(name)));
    if (project.root !== 'Project')
      throw new ForeignFileError('not-an-archive', name, `<${project.root}> is no <Project>`);
    return project;
  } catch (error) {
    if (error instanceof RangeError) throw new ForeignFileError('too-large', name, error.message);
    if (!(error instanceof CodebookError)) throw error;
    const fault = error.fault === 'codebook-unsafe' ? 'unsafe' : 'not-an-archive';
    throw new ForeignFileError(fault, name, error.message);
  }
}

async function readCodes(project: Project, environment: ImportEnvironment, now: string) {
  const ids = new Map<string, string>();
  const named = [];
  for (const [index, code] of project.codebook.file.codes.entries()) {
    const id = await namedId(environment, 'code', ...code.path);
    ids.set(keyOf(code.path), id);
    const colour = code.colour ?? colours[index % colours.length] ?? null;
    named.push({ ...code, id, colour });
  }
  const newId = () => '';
  return {
    codes: planCodebookImport([], { codes: named }, { newId, now }).added,
    idOfCode: (guid: string) => ids.get(keyOf(project.codePaths.get(guid) ?? [])) ?? null,
  };
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path.map((name) => name.normalize('NFKC').toLowerCase()));
}

/** `internal://` is the folder `sources`, which ATLAS.ti writes with a capital letter. */
function createTexts(zip: OpenZip): { at(path: string): string | null } {
  const names = new Map(zip.names.map((name) => [name.toLowerCase(), name]));
  return {
    at(path) {
      const inside = /^internal:\/\/\/?(.+)$/iu.exec(path.trim())?.[1];
      const name = names.get(`sources/${inside?.normalize('NFC').toLowerCase()}`);
      return name === undefined ? null : decodeText(zip.bytes(name));
    },
  };
}
