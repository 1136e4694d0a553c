/** What a reader does on a page, by real keys and clicks: select, keep, and look at what is painted. */

import type { DrivenPage } from './driver';

/** Which words: the `occurrence`-th time (from 0) that `from` starts, up to the end of `to` after it. */
export interface Words {
  from: string;
  /** Left out: the same as `from`. */
  to?: string;
  occurrence?: number;
}

/** Selects the words in the page and lets the extension see that a person did something. */
export async function select(page: DrivenPage, words: Words): Promise<void> {
  await page.evaluate(selectInPage, words);
  await showToolbar(page);
}

/** Any words, only to have the toolbar there. */
export async function keepNothingSelected(page: DrivenPage): Promise<void> {
  await page.evaluate(() => {
    // Hostile pages hide the document's own properties behind elements of their names.
    const paragraph = Document.prototype.querySelector.call(document, 'article p, main p, p');
    if (paragraph !== null) window.getSelection()?.selectAllChildren(paragraph);
  }, null);
  await showToolbar(page);
}

/** A key press that changes nothing: the extension looks at selections only after a real act. */
export function showToolbar(page: DrivenPage): Promise<void> {
  return page.press('Shift');
}

/** Selects and keeps with one key; resolves when the words are painted. */
export async function keep(page: DrivenPage, words: Words, key = 'h'): Promise<void> {
  const before = (await painted(page)).length;
  await select(page, words);
  await page.press(key);
  await waitForPainted(page, before + 1);
}

export interface PaintedPlace {
  text: string;
  /** How many UTF-16 units of the page's text nodes come before it, so that equal words differ. */
  start: number;
}

/** Where each painted annotation stands, in page order, as the page's own scripts can read it. */
export function paintedPlaces(page: DrivenPage): Promise<PaintedPlace[]> {
  return page.evaluate(() => {
    const before = new Range();
    before.setStart(Reflect.get(Document.prototype, 'body', document), 0);
    // The marks of overlaps and of a flash are no annotations.
    const groups = [...CSS.highlights].filter(([name]) => !/-(?:overlap|flash)$/u.test(name));
    const ranges = groups.flatMap(([, group]) => [...group]) as Range[];
    return ranges
      .map((range) => {
        before.setEnd(range.startContainer, range.startOffset);
        return { text: range.toString(), start: before.toString().length };
      })
      .sort((one, other) => one.start - other.start || one.text.length - other.text.length);
  }, null);
}

/** The painted words, in page order. */
export async function painted(page: DrivenPage): Promise<string[]> {
  return (await paintedPlaces(page)).map(({ text }) => text);
}

export function waitForPainted(page: DrivenPage, count: number): Promise<void> {
  return page.waitFor(
    (wanted) => {
      let found = 0;
      for (const [name, group] of CSS.highlights) {
        if (!/-(?:overlap|flash)$/u.test(name)) found += group.size;
      }
      return found === wanted;
    },
    count,
    `${count} painted annotations`,
  );
}

function selectInPage({ from, to, occurrence }: Words): void {
  const nodes: Text[] = [];
  const starts: number[] = [];
  let text = '';
  // Hostile pages hide the document's own properties behind elements of their names.
  const body: Element = Reflect.get(Document.prototype, 'body', document);
  const walker = Document.prototype.createTreeWalker.call(document, body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node.parentElement?.closest('script, style, noscript') !== null) continue;
    nodes.push(node as Text);
    starts.push(text.length);
    text += (node as Text).data;
  }
  let start = -1;
  for (let times = 0; times <= (occurrence ?? 0); times += 1) {
    start = text.indexOf(from, start + 1);
    if (start === -1) throw new Error(`The page does not hold "${from}" that often.`);
  }
  const endWords = to ?? from;
  const end = text.indexOf(endWords, to === undefined ? start : start + from.length) + endWords.length;
  const place = (offset: number, isEnd: boolean): [Text, number] => {
    let index = starts.findLastIndex((nodeStart) => (isEnd ? nodeStart < offset : nodeStart <= offset));
    if (index < 0) index = 0;
    const node = nodes[index];
    if (node === undefined) throw new Error('No text there.');
    return [node, offset - (starts[index] ?? 0)];
  };
  const range = new Range();
  range.setStart(...place(start, false));
  range.setEnd(...place(end, true));
  range.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  const selection = window.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

/** The annotator has put its one element beside the body. */
export function annotatorIsReady(page: DrivenPage): Promise<void> {
  return page.waitFor(hasAnnotator, null, 'the annotator to be in the page');
}

/** Runs in the page. */
export function hasAnnotator(): boolean {
  const root: Element = Reflect.get(Document.prototype, 'documentElement', document);
  return [...root.children].some(({ localName }) => localName === 'div');
}
