/** The HTML report by code: each code with its quotes, then the articles that they are from. */

import { type Code, codePath, pathMark } from '../code';
import { uncodedColour } from '../colour';
import { element, startTag, together } from './html-element';
import {
  articleHead,
  byline,
  definitionOf,
  paragraph,
  quoteBlock,
  type ReportVoice,
  titleOf,
} from './html-report-parts';
import { type Quoted, quotedArticles } from './quoted-articles';
import type { ExportSource, FilePart } from './source';
import { createSpill, type Spill } from './spill';

/** Null for quotes without a code. */
type SectionId = string | null;

/** Bytes of the quotes of all codes together: each code's become a blob of their own, which should not be small. */
const mostGathered = 5_000_000;

export async function* codesPart(
  source: ExportSource,
  codes: readonly Code[],
  voice: ReportVoice,
): AsyncGenerator<FilePart> {
  const { words } = voice;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const quotes = createSpill<SectionId>(mostGathered);
  const articles = createSpill<'articles'>();
  const counts = await sortQuotes(source, voice, quotes, articles);
  // Only those that have quotes, in the order of the codebook; those without a code last.
  const sections = [...codes, null]
    .map((code) => ({ code, count: counts.get(code?.id ?? null) ?? 0 }))
    .filter(({ count }) => count > 0);
  const nameOf = (code: Code | null) => (code === null ? words.uncoded : codePath(code, byId).join(pathMark));
  const lines = sections.map(({ code, count }, index) => {
    const name = element(
      'a',
      { href: `#c${index + 1}`, class: `code ${code?.colour ?? uncodedColour}`, dir: 'auto' },
      nameOf(code),
    );
    return element('li', {}, name, element('span', { class: 'soft' }, words.quotes(count)));
  });
  const toArticles = element('li', {}, element('a', { href: '#articles' }, words.articles));
  yield `${element('nav', { class: 'contents' }, element('h2', {}, words.contents), element('ol', {}, ...lines, toArticles)).html}\n${startTag('main')}\n`;

  for (const [index, { code, count }] of sections.entries()) {
    const head = together([
      element(
        'h2',
        { dir: 'auto' },
        element('span', { class: `code ${code?.colour ?? uncodedColour}` }, nameOf(code)),
      ),
      paragraph('byline soft', words.quotes(count)),
      code === null ? null : definitionOf(code, words),
    ]);
    yield `${startTag('section', { class: 'part', id: `c${index + 1}` })}${head.html}${startTag('ol')}`;
    yield quotes.whole(code?.id ?? null);
    const toTop = together([paragraph('up soft', element('a', { href: '#top' }, words.toTop))]);
    yield `</ol>${toTop.html}</section>\n`;
  }

  yield `${startTag('section', { class: 'part', id: 'articles' })}${element('h1', {}, words.articles).html}\n`;
  yield articles.whole('articles');
  yield '</section>\n</main>\n';
}

/** @returns how many quotes each section has */
async function sortQuotes(
  source: ExportSource,
  voice: ReportVoice,
  quotes: Spill<SectionId>,
  articles: Spill<'articles'>,
): Promise<ReadonlyMap<SectionId, number>> {
  const counts = new Map<SectionId, number>();
  let number = 0;
  for await (const quoted of quotedArticles(source)) {
    number += 1;
    const where = together([
      element('a', { href: `#a${number}` }, `[${number}]`),
      ` ${titleOf(quoted, voice.words)} · ${byline(quoted)}`,
    ]);
    for (const quote of quoted.quotes) {
      const block = quoteBlock(quote, quoted, where, voice);
      for (const id of sectionIds(quote)) {
        counts.set(id, (counts.get(id) ?? 0) + 1);
        await quotes.add(id, block.html);
      }
    }
    const article = element(
      'article',
      { class: 'part', id: `a${number}` },
      articleHead(quoted, number, voice),
    );
    await articles.add('articles', `${article.html}\n`);
  }
  return counts;
}

function sectionIds({ codes }: Quoted): SectionId[] {
  return codes.length === 0 ? [null] : [...new Set(codes.map(({ id }) => id))];
}
