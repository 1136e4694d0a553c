/** What a page says of itself: metas, and structured data by the names of its types. Nothing is parsed. */

import { attributeOf, tagOf, textOf } from './unclobbered';
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

/** One look over the page for all of them: it is the look that costs. */
const evidence = 'meta[content], script[type="application/ld+json"], [itemtype*="Article"], article';

export function readHeadEvidence(root: Element): HeadSignals {
  const signals: HeadSignals = {};
  let types = '';
  let [items, articles] = [0, 0];
  for (const element of root.querySelectorAll(evidence)) {
    const tag = tagOf(element);
    if (tag === 'META') addMeta(signals, element);
    else if (tag === 'SCRIPT') types += textOf(element);
    else {
      articles += Number(tag === 'ARTICLE');
      items += Number(attributeOf(element, 'itemtype').includes('Article'));
    }
  }
  return {
    ...signals,
    ...readTypeNames(types),
    articleItem: items > 0 && items < mostArticles,
    oneArticle: articles === 1,
  };
}

function addMeta(signals: HeadSignals, meta: Element): void {
  const name = (attributeOf(meta, 'property') || attributeOf(meta, 'name')).toLowerCase();
  const content = attributeOf(meta, 'content').toLowerCase();
  if (content === '') return;
  if (name === 'og:type') signals[openGraphSignal(content)] = true;
  else if (publishedMeta.test(name)) signals.publishedMeta = true;
  else if (articleMeta.test(name)) signals.articleMeta = true;
  else if (authorMeta.test(name)) signals.authorMeta = true;
  else if (chineseMeta.test(name)) signals.chineseMeta = true;
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
