/** Our Markdown as its readers see it: front matter by two YAML readers, the rest by CommonMark. */

import { Parser } from 'commonmark';
import { parse } from 'yaml';

export interface ReadMarkdown {
  /** Null where the file begins without one. */
  frontMatter: unknown;
  body: string;
  /** The text of each block quote, its paragraphs parted by line breaks. */
  quotes: string[];
  /** Each block by its kind, in order, without what stands inside others. */
  kinds: string[];
  headings: string[];
  destinations: string[];
  /** What would be live HTML, code or emphasis: nothing of ours is. */
  live: string[];
}

export function yamlOf(markdown: string): string | null {
  return /^---\n([\s\S]*?)\n---\n/u.exec(markdown)?.[1] ?? null;
}

export function readMarkdown(markdown: string): ReadMarkdown {
  const yaml = yamlOf(markdown);
  const body = yaml === null ? markdown : markdown.slice(yaml.length + 9);
  const read: ReadMarkdown = {
    frontMatter: yaml === null ? null : parse(yaml),
    body,
    quotes: [],
    kinds: [],
    headings: [],
    destinations: [],
    live: [],
  };
  const walker = new Parser().parse(body).walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    const { node, entering } = event;
    if (!entering) continue;
    if (node.parent?.type === 'document') read.kinds.push(node.type);
    if (node.type === 'block_quote') read.quotes.push(textOf(node));
    if (node.type === 'heading') read.headings.push(textOf(node));
    if (node.type === 'link') read.destinations.push(node.destination ?? '');
    if (/^(?:html_|code|emph|strong|image|list|thematic)/u.test(node.type)) read.live.push(node.type);
  }
  return read;
}

type MarkdownNode = ReturnType<Parser['parse']>;

function textOf(node: MarkdownNode): string {
  const texts: string[] = [];
  const walker = node.walker();
  for (let event = walker.next(); event !== null; event = walker.next()) {
    if (event.node.type === 'softbreak' || (event.node.type === 'paragraph' && !event.entering))
      texts.push('\n');
    else if (event.entering) texts.push(event.node.literal ?? '');
  }
  return texts.join('').trim();
}
