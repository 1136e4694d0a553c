/** Reads what a news page says about its article; what the page does not say stays null. */

import type { FoundMetadata } from '../../core/article';
import { type CreditLine, readChineseCredits } from './chinese-credits';
import { linesAround, type PageFacts, readPageFacts } from './page-facts';
import { readModified, readPublished } from './read-dates';
import { readCaptions, readKicker, readLead, readSubtitle } from './read-furniture';
import { readAuthors, readCredits } from './read-people';
import { readLanguage, readOutlet, readSection } from './read-place';
import { readAccess, readLicence } from './read-rights';
import { readSource } from './read-source';
import { readHeadline } from './read-title';
import type { ReadingLines } from './reading-lines';

/** Reads only, asks for no layout. Costs a walk over the whole page: call it when the reader annotates, not before. */
export function readMetadata(document: Document, url: string): FoundMetadata {
  return readMetadataOf(readPageFacts(document, url));
}

/** As `readMetadata`, for a caller that has the page's facts already. */
export function readMetadataOf(page: PageFacts): FoundMetadata {
  const { title, element } = readHeadline(page);
  const facts = { ...page, titleElement: element };
  const headline = title?.value ?? null;
  const lines = linesAround(facts, headline);
  const chinese = facts.isChinese ? readChineseCredits(creditLines(lines)) : { credits: [], source: null };
  const outlet = readOutlet(facts);
  const source = readSource(facts, chinese);
  return {
    kicker: readKicker(lines, headline),
    title,
    subtitle: readSubtitle(facts, lines, headline),
    authors: readAuthors(facts, lines, chinese.credits, [outlet?.value ?? '', source?.value ?? '']),
    credits: readCredits(chinese),
    outlet,
    source,
    section: readSection(facts),
    published: readPublished(facts, lines),
    modified: readModified(facts, lines),
    language: readLanguage(facts),
    lead: readLead(facts, lines),
    captions: readCaptions(facts),
    access: readAccess(facts),
    licence: readLicence(facts),
  };
}

/** UTF-16 units; what desks put into the text is short. */
const longestInside = 80;

/** Credits stand around the text, in its first paragraph and its last ones; an editor's name also between two parts of it. */
function creditLines({ before, body, after }: ReadingLines): CreditLine[] {
  const isInside = (index: number) => index >= 3 && index < body.length - 4;
  return [
    ...before.map(({ text }) => ({ text, isInside: false })),
    ...body
      .map(({ text }, index) => ({ text, isInside: body.length > 6 && isInside(index) }))
      .filter((line) => !line.isInside || line.text.length <= longestInside),
    ...after.map(({ text }) => ({ text, isInside: false })),
  ];
}
