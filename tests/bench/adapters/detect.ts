/** Pressmark's detection and metadata in the form that the detection bench asks of a tool; bundled by the bench, run in its pages. */

import type { Metadata } from '../../../core/article';
import { detectArticle } from '../../../page/detection/detect-article';
import { readMetadata } from '../../../page/metadata/read-metadata';
import { readArticleBody } from '../../../page/text/read-article-body';

function extract(document: Document, url: string) {
  const metadata: Metadata = readMetadata(document, url);
  return {
    title: metadata.title?.value,
    authors: metadata.authors?.value ?? [],
    published: metadata.published?.value,
    siteName: metadata.outlet?.value,
    source: metadata.source?.value,
    section: metadata.section?.value,
    lang: metadata.language?.value,
    text: readArticleBody(document)?.text,
  };
}

function detect(document: Document, url: string) {
  const { isArticle, probability, reasons } = detectArticle(document, url);
  return { isArticle, score: probability, signals: reasons };
}

Object.assign(globalThis, { __adapter: { detect, extract } });
