/** Takes from what was found the part that is sent and kept with an article. */

import type { FoundMetadata, FoundValue, Metadata, MetadataValue } from '../../core/article';

export function metadataToKeep(found: FoundMetadata): Metadata {
  const { title, authors, outlet, source, published, language, section } = found;
  return {
    title: plain(title),
    authors: plain(authors),
    outlet: plain(outlet),
    source: plain(source),
    published:
      published === null
        ? null
        : { value: published.value, from: published.from, zoneAssumed: published.zoneAssumed },
    language: plain(language),
    section: plain(section),
  };
}

function plain<T>(found: FoundValue<T> | null): MetadataValue<T> | null {
  return found === null ? null : { value: found.value, from: found.from };
}
