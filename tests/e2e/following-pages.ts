/** What pages do under a reader's annotations, run in the page's own world, and a watch over the paint meanwhile. */

import type { DrivenPage } from './driver';

/** What the watch has seen so far. */
export interface Seen {
  looks: number;
  /** Looks at which all the words were painted, each once and where it should be. */
  whole: number;
  /** Words painted that are none of the kept ones, or that were painted twice. */
  wrong: string[];
}

interface Watched {
  __seen?: Seen;
  __timers?: ReturnType<typeof setInterval>[];
}

/** Looks at the paint ten times a second. A range that the page has taken the words from paints nothing. */
export function watchPaint(page: DrivenPage, words: readonly string[]): Promise<void> {
  return page.evaluate((wanted) => {
    const watched = window as unknown as Watched;
    const seen: Seen = { looks: 0, whole: 0, wrong: [] };
    watched.__seen = seen;
    const look = () => {
      const found: string[] = [];
      for (const [name, group] of CSS.highlights) {
        if (/-(?:overlap|flash)$/u.test(name)) continue;
        for (const range of group as Iterable<Range>) {
          if (!range.collapsed && range.startContainer.isConnected) found.push(range.toString());
        }
      }
      const right = new Set(found.filter((text) => wanted.includes(text)));
      seen.looks += 1;
      if (right.size === wanted.length) seen.whole += 1;
      if (right.size < found.length) seen.wrong.push(found.join(' | '));
    };
    watched.__timers = [...(watched.__timers ?? []), setInterval(look, 100)];
  }, words);
}

export async function seenPaint(page: DrivenPage): Promise<Seen> {
  const seen = await page.evaluate(() => (window as unknown as Watched).__seen ?? null, null);
  if (seen === null) throw new Error('Nobody watches the paint.');
  return seen;
}

/** Writes the whole body anew each second, for so many seconds, with a clock at the top of it. */
export function rewriteBodyEachSecond(page: DrivenPage, times: number): Promise<void> {
  return page.evaluate((most) => {
    const markup = document.body.innerHTML;
    let count = 0;
    const timer = setInterval(() => {
      count += 1;
      document.body.innerHTML = `<p>Rewritten ${count} times.</p>${markup}`;
      document.body.setAttribute('data-rewritten', String(count));
      if (count === most) clearInterval(timer);
    }, 1_000);
  }, times);
}

/** Writes the whole body anew, all of it in one block of this style. */
export function rewriteBodyInside(page: DrivenPage, style: string): Promise<void> {
  return page.evaluate((wanted) => {
    const watched = window as unknown as { __markup?: string };
    watched.__markup ??= document.body.innerHTML;
    document.body.innerHTML = `<div style="${wanted}">${watched.__markup}</div>`;
  }, style);
}

export function bodyIsRewritten(page: DrivenPage, times: number): Promise<boolean> {
  return page.evaluate((wanted) => Number(document.body.getAttribute('data-rewritten')) >= wanted, times);
}

const syllables =
  'ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru ste pla tri'.split(' ');

/** Paragraphs in words of its own: chosen by the article's number, the same each time. */
function paragraphsOf(number: number): string[] {
  let state = number * 7_919 + 17;
  const syllable = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return syllables[(state >>> 8) % syllables.length] ?? '';
  };
  const word = () => Array.from({ length: 3 }, syllable).join('');
  return Array.from({ length: 8 }, () => `The ${Array.from({ length: 40 }, word).join(' ')}.`);
}

/** Eight words from the middle of an article. */
export function wordsOfArticle(number: number): string {
  return (paragraphsOf(number)[3] ?? '').split(' ').slice(12, 20).join(' ');
}

/** Adds articles to the end of the page, as scrolling does, and takes nothing away. */
export function appendArticles(page: DrivenPage, from: number, to: number): Promise<void> {
  const articles = Array.from({ length: to - from + 1 }, (_, index) => paragraphsOf(from + index));
  return page.evaluate((texts) => {
    for (const paragraphs of texts) {
      const article = document.createElement('article');
      for (const text of paragraphs) {
        const paragraph = document.createElement('p');
        paragraph.textContent = text;
        article.append(paragraph);
      }
      (document.querySelector('main') ?? document.body).append(article);
    }
  }, articles);
}

/** As Chrome does it: each piece of text in two `font` elements, in another language. `undoTranslation` puts the nodes back. */
export function translate(page: DrivenPage): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node.parentElement?.closest('script, style') === null && node.textContent?.trim() !== '') {
        nodes.push(node as Text);
      }
    }
    const undo: [HTMLElement, Text][] = [];
    for (const node of nodes) {
      const outer = document.createElement('font');
      const inner = document.createElement('font');
      outer.append(inner);
      // Figures and names stay as they are, as in a real translation.
      inner.append(node.data.replace(/[a-z]{2,}/gu, (word) => [...word].reverse().join('')));
      node.replaceWith(outer);
      undo.push([outer, node]);
    }
    Object.assign(window, { __undo: undo });
  }, null);
}

export function undoTranslation(page: DrivenPage): Promise<void> {
  return page.evaluate(() => {
    const { __undo: undo } = window as unknown as { __undo: [HTMLElement, Text][] };
    for (const [outer, node] of undo) outer.replaceWith(node);
  }, null);
}
