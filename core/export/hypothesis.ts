/** Annotations as the Hypothesis client exports and imports them. */

import type { Annotation, RangeSelector } from '../annotation';
import { type Code, codePath, pathMark } from '../code';
import { readerLosses } from './reader-losses';
import type { ExportArticle, Exporter, ExportOptions, ExportSource, FilePart, Loss } from './source';

/**
 * Offsets are UTF-16 units of our text of the article: the client counts in the whole page, takes them for a hint and finds
 * the words by the quote. What is in the trash stays behind.
 */
export const hypothesisExporter: Exporter = {
  extension: 'json',
  mediaType: 'application/json',
  write,
  losses,
};

/** What Hypothesis keeps; its import keeps neither times nor names, but the file has them. */
const carried: readonly Loss['what'][] = ['prefix-and-suffix', 'note', 'times', 'addresses'];

/** Counted here: of them stays more or less than in formats for readers. */
const ownWay: readonly Loss['what'][] = ['codebook-tree', 'text', 'page-place'];

const authority = 'pressmark.example';

async function* write(source: ExportSource, { coder }: ExportOptions): AsyncGenerator<FilePart> {
  const codes = new Map(source.codes.map((code) => [code.id, code]));
  const head = { export_date: source.exported, export_userid: userOf(coder), client_version: 'Pressmark' };
  yield `${JSON.stringify(head, null, 1).slice(0, -2)},\n "annotations": [`;
  let separator = '\n  ';
  for await (const from of source.articles('without-texts')) {
    for (const annotation of from.annotations) {
      if (annotation.deleted !== null) continue;
      yield separator + JSON.stringify(apiAnnotation(annotation, from, codes, coder));
      separator = ',\n  ';
    }
  }
  yield ']\n}\n';
}

function apiAnnotation(
  annotation: Annotation,
  { article }: ExportArticle,
  codes: ReadonlyMap<string, Code>,
  coder: string,
) {
  const { id, codeIds, note, target, created, modified } = annotation;
  const creator = annotation.creator ?? coder;
  const title = article.metadata.title?.value;
  return {
    id,
    created,
    updated: modified,
    user: userOf(creator),
    user_info: { display_name: creator === '' ? null : creator },
    uri: target.source,
    text: note,
    tags: codeIds.flatMap((codeId) => {
      const code = codes.get(codeId);
      return code === undefined ? [] : [codePath(code, codes).join(pathMark)];
    }),
    target: [{ source: target.source, selector: selectorsOf(annotation) }],
    document: {
      title: title === undefined ? [] : [title],
      link: article.addresses.map((href) => ({ href })),
    },
  };
}

/**
 * Whether both ends stand in texts: there the client counts as we do. In elements we count nodes, it counts characters.
 */
export function isBetweenTexts(range: RangeSelector): boolean {
  return [range.startPath, range.endPath].every((path) => /^\/.*\/text\(\)\[\d+\]$/su.test(path));
}

function selectorsOf({ target: { quote, position, range } }: Annotation) {
  const { exact, prefix, suffix } = quote;
  return [
    ...(range === null || !isBetweenTexts(range)
      ? []
      : [
          {
            type: 'RangeSelector',
            startContainer: range.startPath,
            startOffset: range.startOffset,
            endContainer: range.endPath,
            endOffset: range.endOffset,
          },
        ]),
    ...(position === null
      ? []
      : [{ type: 'TextPositionSelector', start: position.start, end: position.end }]),
    { type: 'TextQuoteSelector', exact, prefix, suffix },
  ];
}

/** Empty for nobody. */
function userOf(name: string): string {
  return name === '' ? '' : `acct:${encodeURIComponent(name.toWellFormed())}@${authority}`;
}

/** Of the codebook stays what tags say: the paths of the codes that are used. */
async function losses(source: ExportSource, options: ExportOptions): Promise<Loss[]> {
  const counts = new Map<Loss['what'], number>();
  const count = (what: Loss['what'], by: number) => counts.set(what, (counts.get(what) ?? 0) + by);
  const used = new Set<string>();
  const codes = new Map(source.codes.map((code) => [code.id, code]));
  const common = await readerLosses(source, options, [...carried, ...ownWay], ({ article, annotations }) => {
    count('text', Number(article.snapshot !== null));
    for (const annotation of annotations) {
      const { range } = annotation.target;
      count('page-place', Number(range !== null && !isBetweenTexts(range)));
      count('trash', Number(annotation.deleted !== null));
      if (annotation.deleted === null) for (const id of annotation.codeIds) addWithParents(used, id, codes);
    }
  });
  count('codebook-tree', source.codes.filter(({ id }) => !used.has(id)).length);
  return [...common, ...Array.from(counts, ([what, number]) => ({ what, count: number }))].filter(
    (loss) => loss.count > 0,
  );
}

function addWithParents(used: Set<string>, id: string, codes: ReadonlyMap<string, Code>): void {
  let code = codes.get(id);
  while (code !== undefined && !used.has(code.id)) {
    used.add(code.id);
    code = codes.get(code.parentId ?? '');
  }
}
