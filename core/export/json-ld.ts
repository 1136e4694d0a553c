/** A W3C Web Annotation collection in JSON-LD; with our terms nothing is lost of the library that it is made from. */

import { annotationNode } from './json-ld-annotation';
import { articleNode, codeNode, variableNode } from './json-ld-nodes';
import { annotationContext, home, ownContext } from './json-ld-terms';
import { positionsIn } from './positions-in-text';
import type { ExportArticle, Exporter, ExportOptions, ExportSource, Loss } from './source';
import { createSpill } from './spill';

export const jsonLdExporter: Exporter = {
  extension: 'jsonld',
  mediaType: 'application/ld+json;profile="http://www.w3.org/ns/anno.jsonld"',
  async *write(source, options) {
    const writer = createJsonLdWriter(source, options);
    const spill = createSpill<'articles'>();
    yield writer.head;
    for await (const one of source.articles()) {
      yield* writer.annotations(one);
      await spill.add('articles', writer.article(one));
    }
    yield writer.beforeArticles;
    yield spill.whole('articles');
    yield writer.foot;
  },
  losses,
};

export interface JsonLdWriter {
  head: string;
  annotations(one: ExportArticle): Iterable<string>;
  /** Between the annotations of all articles and the articles. */
  beforeArticles: string;
  article(one: ExportArticle): string;
  foot: string;
}

/**
 * Texts go with it where `hasTexts` says so, one that two articles have with the first of them. Offsets in code points stand
 * only where the source has the text that they count in; those that we count in stand always.
 */
export function createJsonLdWriter(
  source: ExportSource,
  { coder, hasTexts }: Pick<ExportOptions, 'coder' | 'hasTexts'>,
): JsonLdWriter {
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
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0 };
  const written = new Set<string>();
  const [annotationLine, articleLine] = [createList(), createList()];
  return {
    head:
      `${JSON.stringify(head, null, 1).slice(0, -2)},\n` +
      ` "first": ${JSON.stringify(page).slice(0, -1)},"items": [`,
    annotations(from) {
      const positionOf = positionsIn(from.snapshots);
      return from.annotations.map((annotation) =>
        annotationLine(annotationNode(annotation, { from, codes, coder, positionOf })),
      );
    },
    beforeArticles: ']},\n "articles": [',
    article({ article, snapshots }) {
      const texts = hasTexts ? [...snapshots.values()].filter(({ sha256 }) => !written.has(sha256)) : [];
      for (const { sha256 } of texts) written.add(sha256);
      return articleLine(articleNode(article, texts));
    },
    foot: ']\n}\n',
  };
}

/** Each item of a list with what parts it from the one before. */
function createList(): (item: object) => string {
  let separator = '\n  ';
  return (item) => {
    const line = separator + JSON.stringify(item);
    separator = ',\n  ';
    return line;
  };
}

function byId({ id: one }: { id: string }, { id: other }: { id: string }): number {
  return one < other ? -1 : Number(one > other);
}

async function losses(source: ExportSource, { hasTexts }: ExportOptions): Promise<Loss[]> {
  if (hasTexts) return [];
  let count = 0;
  for await (const { snapshots } of source.articles()) count += Number(snapshots.size > 0);
  return count === 0 ? [] : [{ what: 'text', count }];
}
