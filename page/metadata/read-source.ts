/** Finds the outlet that a page names as the source of its article (来源). */

import type { FoundValue } from '../../core/article';
import { readMarkedSources } from './byline-elements';
import { candidate, choose } from './candidates';
import type { ChineseCredits } from './chinese-credits';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable, plainText } from './plain-text';
import { isObject, listOf, textOfValue, typesOf } from './structured-data';

const sourceMetas = [
  'contentsource',
  'source',
  'article:source',
  'mediaid',
  'og:article:source',
  'docsource',
  'bytedance:source',
];
const label = /^\s*(?:文章|信息|稿件|新闻|内容)?(?:来\s?源|來\s?源|稿源|source|出处)(?:于|自)?\s*[:：|]?\s*/i;
/** UTF-16 units. */
const longestSource = 40;

export function readSource(facts: PageFacts, { source }: ChineseCredits): FoundValue<string> | null {
  if (!facts.isChinese) return null;
  const marked = readMarkedSources(facts);
  const [element] = marked.flatMap((text) => sourceName(text) ?? []);
  return choose(
    [
      ...candidate(sourceName(source), 'credit-line', 0.9),
      ...candidate(sourceName(firstMeta(facts.metas, sourceMetas)), 'meta', 0.6),
      ...candidate(element, 'microdata', 0.55),
      ...candidate(sourceName(structuredOutlet(facts)), 'json-ld', 0.5),
    ],
    comparable,
  );
}

/** An organisation that stands as the author wrote the text for others too. */
function structuredOutlet({ article }: PageFacts): string | null {
  const { author: stated } = article;
  const [author] = listOf(stated);
  const isOutlet = isObject(author) && typesOf(author).some((type) => /Organization$/u.test(type));
  return isOutlet ? textOfValue(author) : null;
}

function sourceName(raw: string | null): string | null {
  const text = raw === null ? null : plainText(raw.replace(label, ''));
  const isName =
    text !== null &&
    text.length >= 2 &&
    text.length <= longestSource &&
    /\p{L}/u.test(text) &&
    !/:\/\/|\d{4}[-年]|^(?:原创|转载|未知|网络|本站|互联网)$/u.test(text);
  return isName ? text : null;
}
