/** What a page says of itself: metas, and structured data by the names of its types. Nothing is parsed. */

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

export function readHeadEvidence(root: Element): HeadSignals {
  const items = root.querySelectorAll('[itemtype*="Article"]').length;
  return { ...readMetas(root), ...readTypeNames(root), articleItem: items > 0 && items < mostArticles };
}

function readMetas(root: Element): HeadSignals {
  const signals: HeadSignals = {};
  for (const meta of root.querySelectorAll('meta[content]')) {
    const name = (meta.getAttribute('property') || meta.getAttribute('name') || '').toLowerCase();
    const content = (meta.getAttribute('content') || '').toLowerCase();
    if (content === '') continue;
    if (name === 'og:type') signals[openGraphSignal(content)] = true;
    else if (publishedMeta.test(name)) signals.publishedMeta = true;
    else if (articleMeta.test(name)) signals.articleMeta = true;
    else if (authorMeta.test(name)) signals.authorMeta = true;
    else if (chineseMeta.test(name)) signals.chineseMeta = true;
  }
  return signals;
}

function openGraphSignal(type: string): 'ogArticle' | 'ogWebsite' | 'ogOther' {
  if (/article|news/.test(type)) return 'ogArticle';
  return /website|blog/.test(type) ? 'ogWebsite' : 'ogOther';
}

function readTypeNames(root: Element): HeadSignals {
  let text = '';
  for (const script of root.querySelectorAll('script[type="application/ld+json"]'))
    text += script.textContent;
  const articles = text.match(articleTypes)?.length ?? 0;
  return {
    articleType: articles > 0 && articles <= mostArticles,
    otherType: otherType.test(text),
    listType: articles === 0 && listType.test(text),
  };
}
