/** Takes from what was found the part that is sent and kept with an article. */

import type { FoundMetadata, FoundValue, Metadata, MetadataValue } from '../../core/article';
import { metadataLimits, mostAlternatives, mostNames } from '../../core/metadata-limits';

/** What is longer than can be kept is left out, and so is what was not found of the younger fields. */
export function metadataToKeep(found: FoundMetadata): Metadata {
  const kicker = kept(found.kicker, isText('kicker'));
  const subtitle = kept(found.subtitle, isText('subtitle'));
  const credits = kept(found.credits, (people) => areNames(people.map(({ name }) => name)));
  const modified = dated(found.modified, isText('modified'));
  const lead = kept(found.lead, isText('lead'));
  const licence = kept(found.licence, isText('licence'));
  return {
    title: kept(found.title, isText('title')),
    authors: kept(found.authors, areNames),
    outlet: kept(found.outlet, isText('outlet')),
    source: kept(found.source, isText('source')),
    published: dated(found.published, isText('published')),
    language: kept(found.language, isText('language')),
    section: kept(found.section, isText('section')),
    ...(kicker && { kicker }),
    ...(subtitle && { subtitle }),
    ...(credits && { credits }),
    ...(modified && { modified }),
    ...(lead && { lead }),
    ...(licence && { licence }),
  };
}

function kept<T>(found: FoundValue<T> | null, isShort: (value: T) => boolean): MetadataValue<T> | null {
  if (found === null || !isShort(found.value)) return null;
  const { value, from, confidence } = found;
  const alternatives = found.alternatives.filter((other) => isShort(other.value)).slice(0, mostAlternatives);
  return { value, from, confidence, ...(alternatives.length > 0 && { alternatives }) };
}

function dated(
  found: FoundMetadata['published'],
  isShort: (value: string) => boolean,
): Metadata['published'] {
  const date = kept(found, isShort);
  return date === null || found === null ? null : { ...date, zoneAssumed: found.zoneAssumed };
}

function isText(field: keyof typeof metadataLimits): (value: string) => boolean {
  return (value) => value.length <= metadataLimits[field];
}

function areNames(names: readonly string[]): boolean {
  return names.length <= mostNames && names.every((name) => name.length <= metadataLimits.authors);
}
