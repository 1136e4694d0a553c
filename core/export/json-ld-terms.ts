/** The words of our JSON-LD that the W3C's context does not have; the file carries them, nothing is fetched to read it. */

export const annotationContext = 'http://www.w3.org/ns/anno.jsonld';

/** Under a domain that nobody can own: it names, and is never opened. */
export const home = 'https://pressmark.example/';
export const namespace = `${home}ns#`;

const nonNegative = 'http://www.w3.org/2001/XMLSchema#nonNegativeInteger';
const time = 'xsd:dateTime';

export const ownContext = {
  '@version': 1.1,
  na: namespace,

  articles: { '@id': 'na:articles', '@container': '@list' },
  NewsArticle: 'schema:NewsArticle',
  headline: 'schema:headline',
  author: 'schema:author',
  publisher: 'schema:publisher',
  datePublished: 'schema:datePublished',
  articleSection: 'schema:articleSection',
  url: { '@id': 'schema:url', '@type': '@id' },
  /** The addresses to the letter, where they are no valid URIs. */
  address: { '@id': 'na:address', '@container': '@list' },
  /** All that was found of the fields, and where; what the fields above say comes from here. */
  metadata: { '@id': 'na:metadata', '@type': '@json' },
  values: { '@id': 'na:values', '@type': '@json' },
  texts: { '@id': 'na:texts', '@container': '@list' },
  TextSnapshot: 'na:TextSnapshot',
  captured: { '@id': 'na:captured', '@type': time },
  textDigest: { '@id': 'na:textDigest', '@type': '@id' },

  codes: { '@id': 'na:codes', '@container': '@list' },
  Concept: 'skos:Concept',
  prefLabel: 'skos:prefLabel',
  broader: { '@id': 'skos:broader', '@type': '@id' },
  definition: 'skos:definition',
  example: { '@id': 'skos:example', '@container': '@list' },
  path: 'na:path',
  color: 'na:color',
  shortcut: 'na:shortcut',
  archived: { '@id': 'na:archived', '@type': time },

  variables: { '@id': 'na:variables', '@container': '@list' },
  Variable: 'na:Variable',
  kind: 'na:kind',
  choices: { '@id': 'na:choices', '@container': '@list' },

  article: { '@id': 'na:article', '@type': '@id' },
  anchorStatus: { '@id': 'na:anchorStatus', '@type': '@vocab' },
  anchored: 'na:anchored',
  orphan: 'na:orphan',
  utf16Start: { '@id': 'na:utf16Start', '@type': nonNegative },
  utf16End: { '@id': 'na:utf16End', '@type': nonNegative },
  range: { '@id': 'na:range', '@type': '@json' },
  copies: { '@id': 'na:copies', '@type': nonNegative },
  deleted: { '@id': 'na:deleted', '@type': time },
} as const;

const uuidScheme = 'urn:uuid:';
/** RFC 6920, section 7: names what has this digest. */
const digestScheme = 'nih:sha-256;';

export function uuidName(id: string): string {
  return uuidScheme + id;
}

export function digestName(sha256: string): string {
  return digestScheme + sha256;
}

/** What stands behind our schemes; other names, and what is no text, as they are. */
export function bareName(name: unknown): unknown {
  if (typeof name !== 'string') return name;
  const scheme = [uuidScheme, digestScheme].find((one) => name.startsWith(one)) ?? '';
  return name.slice(scheme.length);
}

/** The address with what RFC 3986 does not allow percent-encoded. */
export function validUri(address: string): string {
  const url = new URL(address);
  const [, front = '', rest = ''] = /^([^/]*\/\/[^/?#]*)(.*)$/su.exec(url.href) ?? [];
  const [beforeHash = '', ...hashes] = rest.split('#');
  const hash = hashes.length === 0 ? '' : `#${hashes.map(encodeIllegal).join('%23')}`;
  return front + encodeIllegal(beforeHash) + hash;
}

function encodeIllegal(part: string): string {
  return part
    .toWellFormed()
    .replace(/%(?![\da-f]{2})/giu, '%25')
    .replace(/[^\w\-.~:/?@!$&'()*+,;=%]/gu, encodeURIComponent);
}
