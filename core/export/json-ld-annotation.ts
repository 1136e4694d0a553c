/** One annotation as the W3C Web Annotation Data Model has it, with our terms for what the model does not have. */

import type { Annotation, RangeSelector, TextPositionSelector } from '../annotation';
import { type Code, codePath } from '../code';
import { addressFields, articleFields, codeLabel } from './json-ld-nodes';
import { digestName, uuidName, validUri } from './json-ld-terms';
import type { ExportArticle } from './source';

export interface AnnotationSurroundings {
  from: ExportArticle;
  codes: ReadonlyMap<string, Code>;
  /** Who made those annotations that name nobody; empty: nobody is named. */
  coder: string;
  /** In code points, as `positionsIn` tells them from the texts. */
  positionOf(annotation: Annotation): TextPositionSelector | null;
}

export function annotationNode(annotation: Annotation, around: AnnotationSurroundings) {
  const { id, codeIds, note, created, modified, deleted, target } = annotation;
  const creator = annotation.creator ?? around.coder;
  const body = bodiesOf(annotation, around.codes);
  return {
    id: uuidName(id),
    type: 'Annotation',
    motivation: [
      'highlighting',
      ...(codeIds.length === 0 ? [] : ['tagging']),
      ...(note === '' ? [] : ['commenting']),
    ],
    ...(creator === '' ? {} : { creator: { type: 'Person', name: creator } }),
    created,
    modified,
    ...(deleted === null ? {} : { deleted }),
    ...(body.length === 0 ? {} : { body }),
    target: targetNode(annotation, around),
    anchorStatus: target.position === null ? 'orphan' : 'anchored',
  };
}

function bodiesOf({ codeIds, note }: Annotation, codes: ReadonlyMap<string, Code>) {
  const tags = codeIds.map((id) => {
    const code = codes.get(id);
    const source =
      code === undefined ? uuidName(id) : codeLabel({ id, name: code.name, path: codePath(code, codes) });
    return { type: 'SpecificResource', purpose: 'tagging', source };
  });
  const comment = { type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note };
  return note === '' ? tags : [...tags, comment];
}

function targetNode(annotation: Annotation, { from, positionOf }: AnnotationSurroundings) {
  const { target } = annotation;
  const position = positionOf(annotation);
  const { exact, prefix, suffix } = target.quote;
  const { article, snapshots } = from;
  const snapshot = snapshots.get(target.snapshot ?? '');
  const [canonical, ...others] = article.addresses.map(validUri);
  const { id: source, ...asWritten } = sourceAddress(target.source);
  return {
    type: 'SpecificResource',
    source: {
      id: source,
      ...asWritten,
      type: 'Text',
      format: 'text/html',
      ...articleFields(article),
      ...(canonical === undefined ? {} : { canonical }),
      ...(others.length === 0 ? {} : { via: others }),
      article: uuidName(article.id),
    },
    selector: [
      { type: 'TextQuoteSelector', exact, prefix, suffix },
      ...(position === null
        ? []
        : [{ type: 'TextPositionSelector', start: position.start, end: position.end }]),
    ],
    ...(target.position === null ? {} : { utf16Start: target.position.start, utf16End: target.position.end }),
    ...(target.range === null ? {} : { range: rangeNode(target.range) }),
    ...(target.copies === undefined ? {} : { copies: target.copies }),
    ...(target.snapshot === null ? {} : { textDigest: digestName(target.snapshot) }),
    ...(snapshot === undefined
      ? {}
      : {
          state: {
            type: 'TimeState',
            sourceDate: snapshot.captured,
            cached: digestName(snapshot.sha256),
          },
        }),
  };
}

/** To the letter, and in one order of its keys. */
function rangeNode({ startPath, startOffset, endPath, endOffset }: RangeSelector): RangeSelector {
  return { startPath, startOffset, endPath, endOffset };
}

function sourceAddress(source: string): { id: string; address?: readonly string[] } {
  const { address } = addressFields('id', [source]);
  return { id: validUri(source), ...(address === undefined ? {} : { address }) };
}
