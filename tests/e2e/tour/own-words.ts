/** Finds the words of the interface that were left in English. */

import type { DrivenPage } from '../driver';

/** Latin words that stand in the Chinese interface too: names, formats and keys. */
const sameInChinese = new RegExp(
  `^(?:${[
    'Pressmark|Ctrl|Alt|Enter|Esc|Shift|Delete|Backspace|UTC|MB',
    'JSON|CSV|Markdown|Excel|zip|REFI|QDA|qdc|LD|RIS|CSL|BibLaTeX|LaTeX|GB|APA',
    'Obsidian|Python|NVivo|ATLAS|ti|MAXQDA|QualCoder|Taguette|Hypothesis|Zotero|EndNote|NoteExpress|pandoc',
  ].join('|')})$`,
  'iu',
);

/**
 * Each with the line that it stands in.
 * @param words as `ownWords` gives them in the Chinese interface
 */
export function englishWords(words: string): string[] {
  return words
    .split('\n')
    .flatMap((line) =>
      [...line.matchAll(/[A-Za-z]{2,}/gu)]
        .filter(([word]) => !sameInChinese.test(word))
        .map(([word]) => `${word} in “${line}”`),
    );
}

/** Texts, and the attributes that are shown or read out. */
export function ownWords(page: DrivenPage): Promise<string> {
  return page.evaluate(() => {
    // Outlets, facts and addresses are the paper's, the preview and what stands in bdi are the file's, code is typed as it is.
    const foreign =
      'bdi, code, .reading, .facts > span, .preview, [lang="en"], .addresses [dir="ltr"], .fields [dir="auto"]';
    const said = [...document.body.querySelectorAll('*')].flatMap((element) => {
      const nodes = element.closest(foreign) === null ? [...element.childNodes] : [];
      const texts = nodes.filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const attributes = ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name));
      return [...texts.map(({ textContent }) => textContent), ...attributes];
    });
    return said.filter((text) => text !== null).join('\n');
  }, null);
}
