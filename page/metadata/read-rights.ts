/** Finds who may read an article in full, and under which licence it stands. */

import type { FoundMetadata } from '../../core/article';
import { attributeOf, rootOf } from '../detection/unclobbered';
import { candidate, choose } from './candidates';
import { firstMeta } from './meta-tags';
import type { PageFacts } from './page-facts';
import { plainText } from './plain-text';
import { isObject, listOf, textOfValue } from './structured-data';

type Access = 'free' | 'restricted';

export function readAccess({ metas, article }: PageFacts): FoundMetadata['access'] {
  const { isAccessibleForFree, hasPart } = article;
  const parts = listOf(hasPart).flatMap((part) => {
    const { isAccessibleForFree: own } = isObject(part) ? part : {};
    return [own];
  });
  const tier = firstMeta(metas, ['article:content_tier', 'content_tier'])?.toLowerCase();
  return choose<Access>(
    [
      ...[isAccessibleForFree, ...parts].flatMap((value) =>
        candidate<Access>(accessOf(value), 'json-ld', 0.9),
      ),
      ...candidate<Access>(tier === undefined ? null : tier === 'free' ? 'free' : 'restricted', 'meta', 0.7),
    ],
    (value) => value,
  );
}

/** Sites write the truth value as a word too. */
function accessOf(value: unknown): Access | null {
  const word = String(value).toLowerCase();
  if (/^(?:true|yes)$|\/true$/u.test(word)) return 'free';
  return /^(?:false|no)$|\/false$/u.test(word) ? 'restricted' : null;
}

export function readLicence({ document, metas, article }: PageFacts): FoundMetadata['licence'] {
  const { license } = article;
  const link = rootOf(document)?.querySelector('link[rel~="license"], a[rel~="license"]');
  const address = link == null ? null : plainText(attributeOf(link, 'href'));
  return choose(
    [
      ...candidate(textOfValue(license), 'json-ld', 0.9),
      ...candidate(address, 'microdata', 0.7),
      ...candidate(firstMeta(metas, ['dcterms.license', 'dc.rights', 'dcterms.rights']), 'meta', 0.6),
    ],
    (value) => value,
  );
}
