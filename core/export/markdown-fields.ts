/** The fields that a Markdown template may name, and their values for an article. */

import { apa } from '../citation/apa';
import { oneLine } from '../citation/citation-item';
import { gbt7714In2015, gbt7714In2025 } from '../citation/gbt7714';
import { pathMark } from '../code';
import type { Variable } from '../variable';
import { markdownLine, markdownLink } from './markdown-text';
import { codePathsOf, type Quoted, type QuotedArticle } from './quoted-articles';
import type { ReaderWords } from './reader-words';
import type { TemplateFields, TemplateValues } from './template';

/** Every text can be asked for as `|yaml`; lists of texts are written with ` · ` between them. */
export const markdownFields = {
  /** Not empty where the file holds this article alone. */
  alone: 'text',
  title: 'text',
  /** The title, or the address of an article without one. */
  heading: 'text',
  kicker: 'text',
  lead: 'text',
  outlet: 'text',
  source: 'text',
  authors: 'list',
  /** As precise as the page is; `day` has no time. */
  published: 'text',
  day: 'text',
  section: 'text',
  language: 'text',
  url: 'text',
  /** The address as a link that shows its host. */
  link: 'markup',
  captured: 'text',
  sha256: 'text',
  gbt7714: 'text',
  gbt7714in2015: 'text',
  apa: 'text',
  /** Of all codes of the article, as Obsidian takes them; without `#`. */
  tags: 'list',
  variables: { name: 'text', value: 'text' },
  quotes: {
    id: 'markup',
    quote: 'text',
    prefix: 'text',
    suffix: 'text',
    note: 'text',
    colour: 'text',
    coder: 'text',
    created: 'text',
    modified: 'text',
    /** A link to the live page at the words. */
    passage: 'markup',
    passageUrl: 'text',
    codePaths: 'list',
    codes: { path: 'text', name: 'text', tag: 'markup', colour: 'text' },
  },
  wordCodes: 'text',
  wordNote: 'text',
} as const satisfies TemplateFields;

interface Surroundings {
  words: ReaderWords;
  coder: string;
  variables: readonly Variable[];
  isAlone: boolean;
  /** A code's path as a tag. */
  tagOf(path: readonly string[]): string;
}

export function markdownValues(
  { article, citation, quotes }: QuotedArticle,
  { words, coder, variables, isAlone, tagOf }: Surroundings,
): TemplateValues {
  const { metadata } = article;
  const address = article.addresses[0] ?? '';
  const line = (text: string | undefined) => oneLine(text ?? '');
  const title = line(metadata.title?.value);
  return {
    alone: isAlone ? 'alone' : '',
    title,
    heading: title === '' ? address : title,
    kicker: line(metadata.kicker?.value),
    lead: line(metadata.lead?.value),
    outlet: line(metadata.outlet?.value),
    source: line(metadata.source?.value),
    authors: (metadata.authors?.value ?? []).map(oneLine).filter((name) => name !== ''),
    published: line(metadata.published?.value),
    day: line(metadata.published?.value).split('T', 1)[0] ?? '',
    section: line(metadata.section?.value),
    language: line(metadata.language?.value),
    url: address,
    link: markdownLink(address) ?? '',
    captured: quotes.map(({ captured }) => captured).sort()[0] ?? '',
    sha256: article.snapshot ?? '',
    gbt7714: gbt7714In2025(citation),
    gbt7714in2015: gbt7714In2015(citation),
    apa: apa(citation),
    tags: [...new Set(codePathsOf(quotes).map(tagOf))],
    variables: variables
      .map(({ id, name }) => ({ name: line(name), value: line(article.variables?.[id]) }))
      .filter(({ value }) => value !== ''),
    quotes: quotes.map((quote) => quoteValues(quote, { words, coder, tagOf })),
    wordCodes: words.codes,
    wordNote: words.note,
  };
}

/** What costs time is made only where the template names it. */
function quoteValues(
  quoted: Quoted,
  { words, coder, tagOf }: Pick<Surroundings, 'words' | 'coder' | 'tagOf'>,
) {
  const { annotation, codes, colour } = quoted;
  const { id, target, note, creator, created, modified } = annotation;
  return {
    id,
    quote: target.quote.exact,
    prefix: target.quote.prefix,
    suffix: target.quote.suffix,
    note,
    colour,
    coder: creator ?? coder,
    created,
    modified,
    get passage() {
      return markdownLink(quoted.link, markdownLine(words.passage)) ?? '';
    },
    get passageUrl() {
      return quoted.link;
    },
    codePaths: codes.map(({ path }) => path.join(pathMark)),
    codes: codes.map((code) => ({
      path: code.path.join(pathMark),
      name: code.path.at(-1) ?? '',
      tag: tagOf(code.path),
      colour: code.colour,
    })),
  };
}
