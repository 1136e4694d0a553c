/** Random libraries as the product makes them: well-formed texts, codes and variables of plain names, articles at addresses of their own. */

import type { Annotation } from '../../../core/annotation';
import type { Archive } from '../../../core/archive';
import type { TextSnapshot } from '../../../core/article';
import { archives, aSnapshot } from '../../builders';

export const tameLibraries = archives.map(tame);

function tame(archive: Archive): Archive {
  const texts = new Map(archive.snapshots.map((snapshot) => [snapshot.sha256, tameText(snapshot)]));
  const digestOf = (digest: string | null) => texts.get(digest ?? '')?.sha256 ?? digest;
  return {
    ...archive,
    codes: archive.codes.map((code, index) => ({ ...code, name: `${index} 框架` })),
    variables: archive.variables.map((variable, index) => ({ ...variable, name: `${index} 级别` })),
    snapshots: [...new Map(Array.from(texts.values(), (snapshot) => [snapshot.sha256, snapshot])).values()],
    articles: archive.articles.map((article, index) => ({
      ...article,
      addresses: [`https://news.example/${index}.html`, `https://m.news.example/${index}.html`],
      snapshot: digestOf(article.snapshot),
    })),
    annotations: archive.annotations.map((annotation) => tameQuote(annotation, texts)),
  };
}

function tameText({ text, captured }: TextSnapshot): TextSnapshot {
  return aSnapshot({
    text: text
      .toWellFormed()
      .replace(/^\uFEFF/u, ' ')
      .replaceAll('\r', '\n'),
    captured,
  });
}

function tameQuote(annotation: Annotation, texts: ReadonlyMap<string, TextSnapshot>): Annotation {
  const { target } = annotation;
  const snapshot = texts.get(target.snapshot ?? '');
  const { position, quote } = target;
  if (snapshot === undefined || position === null) return annotation;
  const exact = snapshot.text.slice(position.start, position.end);
  return {
    ...annotation,
    target: { ...target, snapshot: snapshot.sha256, quote: { ...quote, exact } },
  };
}
