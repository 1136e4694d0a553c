/** A hundred titles that would break a format that does not escape. */

import * as fc from 'fast-check';
import type { Archive } from '../../../core/archive';
import { anAnnotation, anArchive, anArticle, anyText, aTarget, someMetadata } from '../../builders';

const known = [
  '经济：#"稳"',
  'A & B <i>x</i> {y} $z$ 100% #1 a_b ^c ~d \\e',
  '}, title = {stolen',
  '{ never closed',
  'closed } before { opened',
  'ends in \\',
  'TY  - JOUR',
  'line\r\nER  - \r\nTY  - BOOK\r\nTI  - other',
  '\\input{/etc/passwd}',
  '\\write18{touch /tmp/x}',
  '%comment',
  '@article{x,',
  'a and b and c',
  "it's -- a ``test'' --- `x` << >> ,,",
  '<script>alert(1)</script>',
  '</style><img src=x onerror=alert(1)>',
  '"><svg onload=alert(1)>',
  '---\ntitle: other\n---',
  '- [ ] task',
  '# heading',
  '> quote',
  '```\ncode',
  '[[link]] ![[embed]] ^block #tag',
  '[a](javascript:alert(1))',
  '<!-- comment -->',
  '{{title}} {{#quotes}}',
  '&lt;b&gt; &#x3c; &amp;',
  '𠮷野家😀 👩‍👩‍👧‍👦 e\u0301',
  '\u202Eevil\u202C',
  '1. one',
  '=1+1',
  'null',
  '2024-01-10',
  'yes',
  '…',
  ': ',
  '| a | b |',
  '$$x$$ ==y== ~~z~~ %%w%%',
];

const random = fc.sample(
  anyText.filter((text) => /\S/u.test(text)),
  { numRuns: 100 - known.length, seed: 100 },
);

export const hostileTitles = [...known, ...random];

/** An article for each, which an annotation quotes too; the outlet, the author and the date are those of the builders. */
export function hostileArchive(): Archive {
  const articles = hostileTitles.map((title) =>
    anArticle({ metadata: someMetadata({ title: { value: title, from: 'heading' } }) }),
  );
  const annotations = articles.map(({ id, metadata }) =>
    anAnnotation({
      articleId: id,
      target: aTarget({ quote: { exact: metadata.title?.value ?? '', prefix: '', suffix: '' } }),
    }),
  );
  return anArchive({ articles, annotations });
}
