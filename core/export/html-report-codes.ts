/** The HTML report by code: each code with its quotes, then the articles that they are from. */

import { type Code, codePath, pathMark } from '../code';
import { uncodedColour } from '../colour';
import { element, type Html, startTag, together } from './html-element';
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
import type { ExportSource } from './source';

interface Section {
  /** Null for quotes without a code. */
  code: Code | null;
  count: number;
}

/** So many quotes are held at a time: the articles are gone through once for each such batch of codes. */
const mostHeld = 25_000;

export async function* codesPart(
  source: ExportSource,
  codes: readonly Code[],
  voice: ReportVoice,
  most = mostHeld,
): AsyncGenerator<string> {
  const { words } = voice;
  const byId = new Map(codes.map((code) => [code.id, code]));
  const sections = await countSections(source, codes);
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

  let number = 0;
  for (const batch of batches(sections, most)) {
    const quotes = await quotesOf(source, batch, voice);
    for (const { code, count } of batch) {
      number += 1;
      const section = element(
        'section',
        { class: 'part', id: `c${number}` },
        element(
          'h2',
          { dir: 'auto' },
          element('span', { class: `code ${code?.colour ?? uncodedColour}` }, nameOf(code)),
        ),
        paragraph('byline soft', words.quotes(count)),
        code === null ? null : definitionOf(code, words),
        element('ol', {}, together(quotes.get(code?.id ?? null) ?? [])),
        paragraph('up soft', element('a', { href: '#top' }, words.toTop)),
      );
      yield `${section.html}\n`;
    }
  }

  yield `${startTag('section', { class: 'part', id: 'articles' })}${element('h1', {}, words.articles).html}\n`;
  number = 0;
  for await (const quoted of quotedArticles(source)) {
    number += 1;
    const article = element(
      'article',
      { class: 'part', id: `a${number}` },
      articleHead(quoted, number, voice),
    );
    yield `${article.html}\n`;
  }
  yield '</section>\n</main>\n';
}

/** Only those that have quotes, in the order of the codebook; those without a code last. */
async function countSections(source: ExportSource, codes: readonly Code[]): Promise<Section[]> {
  const counts = new Map<string | null, number>();
  for await (const { quotes } of quotedArticles(source, 'without-texts')) {
    for (const id of quotes.flatMap(sectionIds)) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...codes, null]
    .map((code) => ({ code, count: counts.get(code?.id ?? null) ?? 0 }))
    .filter(({ count }) => count > 0);
}

function sectionIds({ codes }: Quoted): (string | null)[] {
  return codes.length === 0 ? [null] : [...new Set(codes.map(({ id }) => id))];
}

function batches(sections: readonly Section[], most: number): Section[][] {
  const all: Section[][] = [];
  let held = Infinity;
  for (const section of sections) {
    if (held + section.count > most) {
      all.push([]);
      held = 0;
    }
    held += section.count;
    all.at(-1)?.push(section);
  }
  return all;
}

async function quotesOf(
  source: ExportSource,
  batch: readonly Section[],
  voice: ReportVoice,
): Promise<Map<string | null, Html[]>> {
  const quotes = new Map<string | null, Html[]>(batch.map(({ code }) => [code?.id ?? null, []]));
  let number = 0;
  for await (const quoted of quotedArticles(source)) {
    number += 1;
    const where = together([
      element('a', { href: `#a${number}` }, `[${number}]`),
      ` ${titleOf(quoted, voice.words)} · ${byline(quoted)}`,
    ]);
    for (const quote of quoted.quotes) {
      const wanted = sectionIds(quote).filter((id) => quotes.has(id));
      if (wanted.length === 0) continue;
      const block = quoteBlock(quote, quoted, where, voice);
      for (const id of wanted) quotes.get(id)?.push(block);
    }
  }
  return quotes;
}
