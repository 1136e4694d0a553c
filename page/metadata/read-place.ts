/** Finds where an article stands: its outlet, section and language. */

import type { FoundValue, MetadataSource } from '../../core/article';
import { attributeOf, rootOf } from '../detection/unclobbered';
import { candidate, choose } from './candidates';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { comparable, plainText } from './plain-text';
import { textOfValue } from './structured-data';

export function readOutlet({ metas, article }: PageFacts): FoundValue<string> | null {
  const { publisher } = article;
  return choose(
    [
      ...found(firstMeta(metas, ['og:site_name', 'sitename']), 'meta', 0.8),
      ...found(textOfValue(publisher), 'json-ld', 0.7),
      ...found(firstMeta(metas, ['application-name', 'dc.publisher']), 'meta', 0.4),
    ],
    comparable,
  );
}

export function readSection({ metas, article }: PageFacts): FoundValue<string> | null {
  const { articleSection } = article;
  return choose(
    [
      ...found(textOfValue(articleSection), 'json-ld', 0.8),
      ...found(
        firstMeta(metas, ['article:section', 'columnname', 'parsely-section', 'section']),
        'meta',
        0.7,
      ),
    ],
    comparable,
  );
}

export function readLanguage({ document, metas, article }: PageFacts): FoundValue<string> | null {
  const { inLanguage } = article;
  const root = rootOf(document);
  const declared = root === null ? '' : attributeOf(root, 'lang') || attributeOf(root, 'xml:lang');
  return choose(
    [
      ...language(declared, 'meta', 0.8),
      ...language(firstMeta(metas, ['content-language', 'og:locale', 'language']), 'meta', 0.6),
      ...language(textOfValue(inLanguage), 'json-ld', 0.7),
    ],
    (tag) => tag,
  );
}

function language(raw: string | null, from: MetadataSource, confidence: number) {
  const tag = (raw ?? '').trim().replaceAll('_', '-');
  try {
    const [value] = Intl.getCanonicalLocales(tag === '' ? [] : tag);
    return found(value ?? null, from, confidence);
  } catch {
    return [];
  }
}

function found(raw: string | null, from: MetadataSource, confidence: number) {
  return candidate(raw === null ? null : plainText(raw), from, confidence);
}
