/** What a page says of itself: metas, and structured data by the names of its types. Nothing is parsed. */

import { attributeOf, textOf } from './unclobbered';
import type { HeadSignals } from './weights';

const publishedMeta = /publish(?!er)|pub-?date|release_date|^dc.*\.(?:date|issued)/;
const authorMeta = /^byl$|author$/;
/** Metas that only articles carry. */
const articleMeta = /^article:(?!modif)|^news_keywords/;
/** Metas that Chinese government sites have to carry. */
const chineseMeta = /^(?:articletitle|contentsource)$/;
const articleTypes = /"@type"\s*:\s*\[?\s*"\w*(?:Article|BlogPosting|Report)"/g;
const otherType =
  /"@type"\s*:\s*\[?\s*"(?:Product|\w*Offer|Software|Event|LocalBusiness|Discussion|QA|FAQ|Question)/;
const listType = /"@type"\s*:\s*\[?\s*"(?:ItemList|Collection|Search|Blog"|WebSite)/;
/** A page that describes more articles than this lists them. */
const mostArticles = 3;

/** By tag names alone: no other look over a whole page costs so little. */
export function readHeadEvidence(root: Element): HeadSignals {
  const signals: HeadSignals = {};
  for (const meta of root.getElementsByTagName('meta')) addMeta(signals, meta);
  let types = '';
  for (const script of root.getElementsByTagName('script')) {
    if (attributeOf(script, 'type') === 'application/ld+json') types += textOf(script);
  }
  return {
    ...signals,
    ...readTypeNames(types),
    oneArticle: root.getElementsByTagName('article').length === 1,
  };
}

function addMeta(signals: HeadSignals, meta: Element): void {
  const name = (attributeOf(meta, 'property') || attributeOf(meta, 'name')).toLowerCase();
  const signal = metaSignal(name, meta);
  if (signal !== null && attributeOf(meta, 'content') !== '') signals[signal] = true;
}

function metaSignal(name: string, meta: Element): keyof HeadSignals | null {
  if (name === 'og:type') return openGraphSignal(attributeOf(meta, 'content').toLowerCase());
  if (publishedMeta.test(name)) return 'publishedMeta';
  if (articleMeta.test(name)) return 'articleMeta';
  if (authorMeta.test(name)) return 'authorMeta';
  return chineseMeta.test(name) ? 'chineseMeta' : null;
}

function openGraphSignal(type: string): 'ogArticle' | 'ogWebsite' | 'ogOther' {
  if (/article|news/.test(type)) return 'ogArticle';
  return /website|blog/.test(type) ? 'ogWebsite' : 'ogOther';
}

/** @param text all the JSON-LD of a page */
function readTypeNames(text: string): HeadSignals {
  if (text === '') return {};
  const articles = text.match(articleTypes)?.length ?? 0;
  return {
    articleType: articles > 0 && articles <= mostArticles,
    otherType: otherType.test(text),
    listType: articles === 0 && listType.test(text),
  };
}
