/** Finds where an article stands: its outlet, section and language. */

import type { MetadataSource, MetadataValue } from '../../core/article';
import { attributeOf, rootOf } from '../detection/unclobbered';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { plainText } from './plain-text';
import { textOfValue } from './structured-data';

export function readOutlet({ metas, article }: PageFacts): MetadataValue<string> | null {
  const { publisher } = article;
  return (
    found(firstMeta(metas, ['og:site_name', 'sitename']), 'meta') ?? found(textOfValue(publisher), 'json-ld')
  );
}

export function readSection({ metas, article }: PageFacts): MetadataValue<string> | null {
  const { articleSection } = article;
  return (
    found(textOfValue(articleSection), 'json-ld') ??
    found(firstMeta(metas, ['article:section', 'columnname', 'parsely-section']), 'meta')
  );
}

export function readLanguage({ document, metas, article }: PageFacts): MetadataValue<string> | null {
  const { inLanguage } = article;
  const root = rootOf(document);
  const declared = root === null ? '' : attributeOf(root, 'lang') || attributeOf(root, 'xml:lang');
  return (
    language(declared, 'meta') ??
    language(firstMeta(metas, ['content-language', 'og:locale', 'language']), 'meta') ??
    language(textOfValue(inLanguage), 'json-ld')
  );
}

function language(raw: string | null, from: MetadataSource): MetadataValue<string> | null {
  const tag = (raw ?? '').trim().replaceAll('_', '-');
  try {
    const [value] = Intl.getCanonicalLocales(tag === '' ? [] : tag);
    return value === undefined ? null : found(value, from);
  } catch {
    return null;
  }
}

function found(raw: string | null, from: MetadataSource): MetadataValue<string> | null {
  const value = raw === null ? null : plainText(raw);
  return value === null ? null : { value, from };
}
