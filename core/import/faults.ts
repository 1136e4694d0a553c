/** What is wrong with a record of a file as a code with its values, so that the interface can say it in the reader's language. */

/** Each with the end of the sentence that readers say it by, in English; what stands in brackets are its values. */
const sentences = {
  'no-address': /^(?:its page has no web address|uri is missing)$/u,
  'whole-page': /^(?:is a note on a whole page|has no quote: it stands on a whole page)/u,
  'no-quote': /^(?:has no quote|selector has no exact quote)/u,
  'too-long': /^is longer than (\d+) characters$/u,
  'same-id': /^has the same id as (.+)$/u,
  more: /^(\d+) more are left out$/u,
  record: /^is not (?:a record|of the type Annotation)$/u,
  json: /^is not JSON/u,
  'article-missing': /^its article \S+ is missing$/u,
  'code-missing': /^its code \S+ is missing$/u,
  'above-missing': /^a code above it is missing$/u,
  circle: /^the codes above it form a circle$/u,
  'tag-empty': /^(?:has|.+ is) a tag without a name$/u,
  'tag-deep': /^has a tag of more than (\d+) levels$/u,
  'tags-many': /^its tag goes beyond (\d+) codes$/u,
  colours: /^colours are left out/u,
  'document-tags': /^tags of whole documents are left out$/u,
  'no-text': /^its text is not in the file$/u,
  'source-codes': /^codes of a whole source are left out$/u,
  'loose-note': /^belongs to no selection$/u,
  'no-place': /^has no place in a library \((\d+) left out\)$/u,
  nowhere: /^has neither words nor a place in the text$/u,
  answer: /^answers an annotation that is not in the file$/u,
  choice: /^.+ is a choice, of which the first is taken$/u,
  'no-words': /^.+ has no words$/u,
  elsewhere: /^(?:is but an address: it stands in another file|has further pages in other files)$/u,
  'code-id': /^has the id of another code/u,
  'code-deep': /^stands more than (\d+) levels deep$/u,
  'code-twice': /^stands twice in the codebook: (.+)$/su,
  'code-nameless': /^has no name; it is left out/u,
  'code-none': /^names no code$/u,
  'code-mark': /^has a mark of levels in (?:a|its) name; it is read as “(.*)”$/su,
  digest: /^the text does not have this digest$/u,
  missing: /^(\S+) is missing$/u,
  // Of a field by its path, such as `target.source`.
  'not-text': /^(\S+) is not text$/u,
  'not-list': /^(\S+) is not a list/u,
  'not-time': /^(\S+) is not a time in UTC$/u,
  'not-address': /^(\S+) is not a web address$/u,
  value: /^(\S+) (?:is|ends|names|holds|has neither) .+$/su,
} as const satisfies Record<string, RegExp>;

export type FaultCode = keyof typeof sentences;

export interface Fault {
  code: FaultCode;
  values: readonly string[];
}

/** Null where only English says it. @param why as in a `BadRecord` or a `CodebookFault` */
export function faultIn(why: string): Fault | null {
  for (const [code, sentence] of Object.entries(sentences)) {
    const [found, ...values] = sentence.exec(why) ?? [];
    if (found !== undefined && isCode(code)) return { code, values };
  }
  return null;
}

function isCode(name: string): name is FaultCode {
  return Object.hasOwn(sentences, name);
}

const placeKinds = [
  'article',
  'snapshot',
  'annotation',
  'code',
  'variable',
  'line',
  'page',
  'highlight',
  'target',
  'source',
  'selection',
] as const;

export interface Place {
  /** Null for what names itself: an element, a note, a path in a zip. */
  kind: (typeof placeKinds)[number] | 'file' | null;
  /** Its number, counted from 1; of what names itself the name. */
  name: string;
}

/** From the outermost to the innermost: "page 2, highlight 3". */
export function placesIn(where: string): Place[] {
  return where.split(/, (?=[a-z]+ (?:\d|“))/u).map((part) => {
    if (part === 'file') return { kind: 'file', name: '' };
    const [, word = '', number = ''] = /^([a-z]+) (\d+|[\da-f]{64})$/u.exec(part) ?? [];
    const kind = placeKinds.find((one) => one === word) ?? null;
    return { kind, name: kind === null ? part : number };
  });
}
