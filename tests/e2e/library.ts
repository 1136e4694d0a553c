/** What a person does in the library's page, by real keys and clicks, and what they see there. */

import type { DrivenPage } from './driver';

/** Waits until exactly these are listed, in this order; each by its beginning. */
export function waitForQuotes(library: DrivenPage, beginnings: readonly string[]): Promise<void> {
  return library.waitFor(
    (wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.list-row')].sort(
        (one, other) => one.offsetTop - other.offsetTop,
      );
      const quotes = rows.flatMap((row) => row.querySelector('blockquote')?.textContent ?? []);
      return (
        quotes.length === wanted.length && quotes.every((quote, at) => quote.startsWith(wanted[at] ?? '—'))
      );
    },
    [...beginnings],
    `the quotes ${beginnings.join(' | ')}`,
  );
}

/** As it stands over the list: `Annotations: 9 · Articles: 4`. */
export function waitForFound(library: DrivenPage, words: string): Promise<void> {
  return library.waitFor(
    (wanted) => document.querySelector('.library-summary .counts')?.textContent === wanted,
    words,
    `“${words}” over the list`,
  );
}

/** Presses the filter with this name, when it is offered: the filters are counted after the list. */
export function pressFilter(library: DrivenPage, name: string): Promise<void> {
  return library.waitFor(
    (wanted) => {
      const rows = [...document.querySelectorAll<HTMLElement>('.filter-row')];
      const row = rows.find((one) => one.querySelector('.filter-name, .code-name')?.textContent === wanted);
      row?.click();
      return row !== undefined;
    },
    name,
    `the filter ${name}`,
  );
}

export function queryIn(library: DrivenPage): Promise<string> {
  return library.evaluate(() => document.querySelector('input')?.value ?? '', null);
}

/** Types a query in place of the one that is there. */
export async function search(library: DrivenPage, text: string): Promise<void> {
  await library.press('/');
  await library.evaluate(() => document.querySelector('input')?.select(), null);
  await library.type(text);
}
