/** A W3C Web Annotation collection in JSON-LD; with our terms nothing is lost of the library that it is made from. */

import type { TextSnapshot } from '../article';
import { annotationNode } from './json-ld-annotation';
import { articleNode, codeNode, variableNode } from './json-ld-nodes';
import { annotationContext, home, ownContext } from './json-ld-terms';
import { positionsIn } from './positions-in-text';
import type { Exporter, ExportOptions, ExportSource, FilePart, Loss } from './source';

/**
 * Texts go with it where `hasTexts` says so. Offsets in code points stand only where the source has the text that they
 * count in; those that we count in stand always.
 */
export const jsonLdExporter: Exporter = {
  extension: 'jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  write,
  losses,
};

async function* write(source: ExportSource, options: ExportOptions): AsyncGenerator<FilePart> {
  const codes = new Map(source.codes.map((code) => [code.id, code]));
  const id = `${home}exports/${source.exported}`;
  const head = {
    '@context': [annotationContext, ownContext],
    id,
    type: 'AnnotationCollection',
    created: source.exported,
    generator: { id: home, type: 'Software', name: 'Pressmark' },
    total: source.annotationCount,
    codes: source.codes.toSorted(byId).map((code) => codeNode(code, codes)),
    variables: source.variables.toSorted(byId).map(variableNode),
  };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n`;
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  yield ` "first": ${JSON.stringify(page).slice(0, -1)},"items": [`;
  yield* listed(annotationLines(source, options, codes));
  yield ']},\n "articles": [';
  yield* listed(articleLines(source, options));
  yield ']\n}\n';
}

function byId({ id: one }: { id: string }, { id: other }: { id: string }): number {
  return one < other ? -1 : Number(one > other);
}

async function* annotationLines(
  source: ExportSource,
  { coder }: ExportOptions,
  codes: Parameters<typeof annotationNode>[1]['codes'],
): AsyncGenerator<string> {
  for await (const from of source.articles()) {
    const positionOf = positionsIn(from.snapshots);
    for (const annotation of from.annotations) {
      yield JSON.stringify(annotationNode(annotation, { from, codes, coder, positionOf }));
    }
  }
}

/** A text that two articles have stands with the first one. */
async function* articleLines(source: ExportSource, { hasTexts }: ExportOptions): AsyncGenerator<string> {
  const written = new Set<string>();
  for await (const { article, snapshots } of source.articles(hasTexts ? 'whole' : 'bare')) {
    const texts: TextSnapshot[] = [];
    for (const snapshot of hasTexts ? snapshots.values() : []) {
      if (written.has(snapshot.sha256)) continue;
      written.add(snapshot.sha256);
      texts.push(snapshot);
    }
    yield JSON.stringify(articleNode(article, texts));
  }
}

async function* listed(items: AsyncIterable<string>): AsyncGenerator<string> {
  let separator = '\n  ';
  for await (const item of items) {
    yield separator + item;
    separator = ',\n  ';
  }
}

async function losses(source: ExportSource, { hasTexts }: ExportOptions): Promise<Loss[]> {
  if (hasTexts) return [];
  let count = 0;
  for await (const { snapshots } of source.articles()) count += Number(snapshots.size > 0);
  return count === 0 ? [] : [{ what: 'text', count }];
}
