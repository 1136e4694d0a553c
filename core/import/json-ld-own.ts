/** Reads back the JSON-LD that we write: each field where our terms put it. */

import { ArchiveError, checkRecords } from '../archive';
import { bareName, namespace } from '../export/json-ld-terms';
import { checkPositions } from './check-positions';
import { ForeignFileError } from './foreign-file-error';
import type { Imported } from './imported';
import { isObject, type JsonObject, listOf, present } from './json-parts';

/** Whether the file has our terms, and the lists that only whole collections of ours have. */
export function isOwnCollection(file: JsonObject): boolean {
  const hasTerms = listOf(file['@context']).some((context) => isObject(context) && context.na === namespace);
  return hasTerms && Array.isArray(file.articles) && Array.isArray(file.codes);
}

/** Records that are not sound are left out and named. @throws ForeignFileError where the lists themselves are not sound */
export function readOwnCollection(file: JsonObject): Imported {
  const articles = listOf(file.articles);
  const items = isObject(file.first) ? listOf(file.first.items) : [];
  const records = {
    format: 'pressmark-archive',
    version: 1,
    exported: file.created,
    articles: articles.map(articleRecord),
    snapshots: articles
      .flatMap((article) => (isObject(article) ? listOf(article.texts) : []))
      .map(textRecord),
    annotations: items.map(annotationRecord),
    codes: listOf(file.codes).map(codeRecord),
    variables: listOf(file.variables).map(variableRecord),
  };
  const { archive, bad } = checked(records);
  const places = new Map(items.map((item, index) => [idOf(item), { index, place: codePointPlace(item) }]));
  const positions = checkPositions(archive, 'code-points', ({ id }) => {
    const { index = 0, place = null } = places.get(id) ?? {};
    return { where: `annotation ${index + 1}`, place };
  });
  return { archive: { ...archive, annotations: positions.annotations }, bad, mended: positions.mended };
}

function checked(records: unknown): ReturnType<typeof checkRecords> {
  try {
    return checkRecords(records);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    throw new ForeignFileError('not-an-archive', error.where, error.why);
  }
}

function idOf(node: unknown): unknown {
  return isObject(node) ? bareName(node.id) : undefined;
}

/** What is no object stays as it is, so that the check of the records names it. */
function record(node: unknown, fieldsOf: (node: JsonObject) => Record<string, unknown>): unknown {
  return isObject(node) ? present({ id: idOf(node), ...fieldsOf(node) }) : node;
}

function articleRecord(node: unknown): unknown {
  return record(node, (article) => ({
    addresses: article.address ?? article.url,
    metadata: article.metadata,
    snapshot: bareName(article.textDigest ?? null),
    variables: article.values,
    created: article.created,
    modified: article.modified,
  }));
}

function textRecord(node: unknown): unknown {
  if (!isObject(node)) return node;
  return { sha256: bareName(node.id), text: node.value, captured: node.captured };
}

function codeRecord(node: unknown): unknown {
  return record(node, (code) => ({
    name: code.prefLabel,
    parentId: bareName(code.broader ?? null),
    colour: code.color,
    definition: code.definition,
    examples: code.example,
    shortcut: code.shortcut,
    archived: code.archived,
    created: code.created,
    modified: code.modified,
  }));
}

function variableRecord(node: unknown): unknown {
  return record(node, (variable) => ({
    name: variable.label,
    kind: variable.kind,
    choices: variable.choices,
    created: variable.created,
    modified: variable.modified,
  }));
}

function annotationRecord(node: unknown): unknown {
  return record(node, (annotation) => {
    const bodies = listOf(annotation.body).filter(isObject);
    const target = isObject(annotation.target) ? annotation.target : {};
    const source = isObject(target.source) ? target.source : {};
    const creator = annotation.creator;
    return {
      articleId: bareName(source.article),
      target: targetRecord(target, source),
      codeIds: bodies
        .filter(({ purpose }) => purpose === 'tagging')
        .map((body) => bareName(isObject(body.source) ? body.source.id : body.source)),
      note: bodies.find(({ purpose }) => purpose === 'commenting')?.value ?? '',
      creator: isObject(creator) ? creator.name : undefined,
      created: annotation.created,
      modified: annotation.modified,
      deleted: annotation.deleted ?? null,
    };
  });
}

function targetRecord(target: JsonObject, source: JsonObject): Record<string, unknown> {
  const quote = selector(target, 'TextQuoteSelector');
  const { utf16Start: start, utf16End: end } = target;
  return present({
    source: listOf(source.address)[0] ?? source.id,
    quote: quote === undefined ? undefined : quoteRecord(quote),
    position: start === undefined ? null : { start, end },
    range: target.range ?? null,
    copies: target.copies,
    snapshot: bareName(target.textDigest ?? null),
  });
}

function quoteRecord({ exact, prefix = '', suffix = '' }: JsonObject): Record<string, unknown> {
  return present({ exact, prefix, suffix });
}

function selector(target: JsonObject, type: string): JsonObject | undefined {
  return listOf(target.selector)
    .filter(isObject)
    .find((one) => one.type === type);
}

function codePointPlace(node: unknown): { start: number; end: number } | null {
  const target = isObject(node) && isObject(node.target) ? node.target : {};
  const { start, end } = selector(target, 'TextPositionSelector') ?? {};
  return typeof start === 'number' && typeof end === 'number' ? { start, end } : null;
}
