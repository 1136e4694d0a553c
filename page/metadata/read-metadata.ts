/** Reads what a news page says about its article; what the page does not say stays null. */

import type { Metadata } from '../../core/article';
import { linesAround, readPageFacts } from './page-facts';
import { readAuthors, readPageCredits, readSource } from './read-people';
import { readLanguage, readOutlet, readSection } from './read-place';
import { readPublished } from './read-published';
import { readTitle } from './read-title';

/** Reads only. Costs a walk over the whole page: call it when the reader annotates, not before. */
export function readMetadata(document: Document, url: string): Metadata {
  const facts = readPageFacts(document, url);
  const title = readTitle(facts);
  const lines = linesAround(facts, title?.value ?? null);
  const credits = readPageCredits(lines);
  const outlet = readOutlet(facts);
  const source = readSource(facts, credits);
  return {
    title,
    authors: readAuthors(facts, credits, [outlet?.value ?? '', source?.value ?? '']),
    outlet,
    source,
    published: readPublished(facts, lines),
    language: readLanguage(facts),
    section: readSection(facts),
  };
}
