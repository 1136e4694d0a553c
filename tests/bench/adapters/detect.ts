/** Pressmark's detection and metadata in the form that the detection bench asks of a tool; bundled by the bench, run in its pages. */

import type { CreditRole } from '../../../core/article';
import { detectArticle } from '../../../page/detection/detect-article';
import { readArticle } from '../../../page/metadata/read-article';

function extract(document: Document, url: string) {
  const { metadata, body } = readArticle(document, url);
  const { title, authors, credits, published, modified, outlet, source, ...found } = metadata;
  const named = (roles: readonly CreditRole[]) =>
    (credits?.value ?? []).filter(({ role }) => roles.includes(role)).map(({ name }) => name);
  return {
    title: title?.value,
    authors: authors?.value ?? [],
    published: published?.value,
    tz: published === null ? null : published.zoneAssumed ? 'inferred:+08:00' : 'given',
    modified: modified?.value,
    siteName: outlet?.value,
    source: source?.value,
    editors: named(['duty-editor', 'editor']),
    other: named(['reviewer', 'proofreader', 'producer']),
    section: found.section?.value,
    lang: found.language?.value,
    lead: found.lead?.value,
    kicker: found.kicker?.value,
    captions: found.captions?.value,
    paywalled: found.access === null ? undefined : found.access.value === 'restricted',
    text: body?.text,
  };
}

function detect(document: Document, url: string) {
  const { isArticle, probability, reasons } = detectArticle(document, url);
  return { isArticle, score: probability, signals: reasons };
}

Object.assign(globalThis, { __adapter: { detect, extract } });
