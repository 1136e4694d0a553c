/** What a page may ask of the background, and every way in which it is refused. */

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotationDraft } from '../../core/library';
import { checkPageRequest, RefusedRequestError } from '../../core/messages';
import { anId, aPlacement, aTarget, someMetadata } from '../builders';

const id = anId();
const commandId = anId();

function aDraft(): AnnotationDraft {
  const { quote, range } = aTarget();
  return {
    selectors: { quote, position: { start: 4, end: 8 }, range },
    codeIds: [id],
    newCodes: ['主体/区委'],
    note: '见下文',
    article: { metadata: someMetadata(), text: '全区经济稳中向好。' },
  };
}

const sound: Record<string, () => object> = {
  detected: () => ({ detection: { isArticle: true, probability: 0.9, reasons: ['long_text'] } }),
  load: () => ({}),
  keep: () => ({ commandId, draft: aDraft() }),
  edit: () => ({ commandId, id, edit: { codeIds: [id], newCodes: ['甲'], note: '新' } }),
  remove: () => ({ commandId, id }),
  reattach: () => {
    const { selectors, article } = aDraft();
    return { commandId, id, selectors, article };
  },
  keepAll: () => {
    const { article, ...draft } = aDraft();
    return { commandId, drafts: [draft, draft], article };
  },
  mergeAnnotations: () => {
    const { selectors, article } = aDraft();
    return { commandId, ids: [id, commandId], draft: { selectors, article } };
  },
  undo: () => ({ commandId }),
  redo: () => ({ commandId }),
  placed: () => ({ placements: [aPlacement({ id, grade: 'moved', start: 3 })] }),
  match: () => {
    const { quote } = aTarget();
    return {
      records: [{ quote, position: { start: 4, end: 8 }, copies: 0, snapshot: null }],
      page: { text: '全区经济稳中向好。', origin: 0 },
    };
  },
  openSidebar: () => ({ id: null }),
  focusCard: () => ({ id }),
};

/** The sound request with `value` put at a path such as `draft.selectors.quote.exact`; undefined takes it away. */
function spoiled(name: string, path: string, value: unknown): unknown {
  const request = structuredClone(sound[name]?.() ?? {});
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<object>((level, key) => Reflect.get(level, key), request);
  if (value === undefined) Reflect.deleteProperty(parent, last);
  else Object.defineProperty(parent, last, { value, enumerable: true, configurable: true, writable: true });
  return request;
}

function refusal(name: string, request: unknown): string {
  try {
    checkPageRequest(name, request);
  } catch (error) {
    if (error instanceof RefusedRequestError) return error.message;
    throw error;
  }
  return 'taken';
}

describe('checkPageRequest', () => {
  it.each(Object.entries(sound))('takes a sound %s as it is', (name, make) => {
    expect(checkPageRequest(name, make())).toEqual({ name, request: make() });
  });

  it.each([
    'toString',
    'constructor',
    '__proto__',
    'hasOwnProperty',
    'import',
    'deleteEverything',
    'Keep',
    'keep ',
    '',
  ])('knows no request "%s"', (name) => {
    expect(refusal(name, {})).toBe('No such request.');
  });

  const long = 'x'.repeat(100_001);
  it.each<[string, string, string, unknown]>([
    ['a command id that is none', 'keep', 'commandId', '1'],
    ['no command id', 'remove', 'commandId', undefined],
    ['a command id that is a record', 'remove', 'commandId', { toString: '1' }],
    ['an id that leads elsewhere', 'remove', 'id', '../../annotations'],
    ['an id that is a list', 'focusCard', 'id', [id]],
    ['no id', 'openSidebar', 'id', undefined],
    ['an address of its own', 'load', 'address', 'https://other.example/'],
    ['a tab of its own', 'detected', 'tabId', 1],
    ['an address in a draft', 'keep', 'draft.source', 'https://other.example/'],
    ['an article id in a draft', 'keep', 'draft.articleId', id],
    ['a text digest in its selectors', 'keep', 'draft.selectors.snapshot', 'a'.repeat(64)],
    ['an article id in an edit', 'edit', 'edit.articleId', id],
    ['a deletion in an edit', 'edit', 'edit.deleted', null],
    ['a prototype', 'remove', '__proto__', { commandId }],
    ['a prototype in a draft', 'keep', 'draft.__proto__', { polluted: true }],
    ['a constructor in a quote', 'keep', 'draft.selectors.quote.constructor', { prototype: {} }],
    ['a prototype in an edit', 'edit', 'edit.__proto__', { note: 'x' }],
    ['an empty quote', 'keep', 'draft.selectors.quote.exact', ''],
    ['a quote that is too long', 'keep', 'draft.selectors.quote.exact', long],
    ['no quote', 'keep', 'draft.selectors.quote', undefined],
    ['a quote that is null', 'keep', 'draft.selectors.quote', null],
    ['a prefix that is too long', 'keep', 'draft.selectors.quote.prefix', 'x'.repeat(1_001)],
    ['a suffix that is a number', 'keep', 'draft.selectors.quote.suffix', 7],
    ['a position before the text', 'keep', 'draft.selectors.position.start', -1],
    ['a position between two letters', 'keep', 'draft.selectors.position.end', 0.5],
    ['a position beyond every number', 'keep', 'draft.selectors.position.end', 1e300],
    ['a position that is no number', 'keep', 'draft.selectors.position.start', Number.NaN],
    ['a position in words', 'keep', 'draft.selectors.position', '4-8'],
    ['no position at all', 'keep', 'draft.selectors.position', undefined],
    ['a range without an end', 'keep', 'draft.selectors.range', { startPath: '/p[1]', startOffset: 0 }],
    [
      'a path that is too long',
      'keep',
      'draft.selectors.range',
      { startPath: 'x'.repeat(4_001), startOffset: 0, endPath: '', endOffset: 0 },
    ],
    ['a code that is no id', 'keep', 'draft.codeIds', ['主体']],
    ['too many codes', 'keep', 'draft.codeIds', Array.from({ length: 51 }, () => id)],
    ['a new code that is too long', 'keep', 'draft.newCodes', ['x'.repeat(501)]],
    ['too many new codes', 'edit', 'edit.newCodes', Array.from({ length: 51 }, () => 'x')],
    ['codes as text', 'edit', 'edit.codeIds', id],
    ['a note that is too long', 'keep', 'draft.note', long],
    ['a note that is null', 'edit', 'edit.note', null],
    ['a note that is a list', 'edit', 'edit.note', ['x']],
    ['a text that is a number', 'keep', 'draft.article.text', 7],
    ['no metadata', 'keep', 'draft.article.metadata', undefined],
    ['a title said to be the reader’s', 'keep', 'draft.article.metadata.title.from', 'reader'],
    ['authors said to be the reader’s', 'keep', 'draft.article.metadata.authors.from', 'reader'],
    ['a date said to be the reader’s', 'keep', 'draft.article.metadata.published.from', 'reader'],
    ['an unknown origin', 'keep', 'draft.article.metadata.outlet.from', 'constructor'],
    ['a title that is too long', 'keep', 'draft.article.metadata.title.value', 'x'.repeat(2_001)],
    ['authors as text', 'keep', 'draft.article.metadata.authors.value', '张三'],
    ['a zone in words', 'keep', 'draft.article.metadata.published.zoneAssumed', 'yes'],
    ['unknown metadata', 'keep', 'draft.article.metadata.rating', 5],
    ['an address of its own with a new place', 'reattach', 'source', 'https://other.example/'],
    ['a note with a new place', 'reattach', 'note', 'x'],
    ['a text digest with a new place', 'reattach', 'selectors.snapshot', 'a'.repeat(64)],
    ['a new place without words', 'reattach', 'selectors.quote.exact', ''],
    ['a new place that is nowhere', 'reattach', 'selectors', undefined],
    ['a new place before the text', 'reattach', 'selectors.position.start', -1],
    ['a prototype in a new place', 'reattach', 'selectors.__proto__', { polluted: true }],
    ['a new place for no annotation', 'reattach', 'id', null],
    ['a new place that cannot be asked twice', 'reattach', 'commandId', undefined],
    ['a new place without the page', 'reattach', 'article', undefined],
    ['an article id with a new place', 'reattach', 'article.id', id],
    ['an unknown grade', 'placed', 'placements.0.grade', 'sure'],
    ['a chance above one', 'placed', 'placements.0.score', 1.5],
    ['a reason of its own', 'placed', 'placements.0.reason', 'deleted by us'],
    ['places without words', 'placed', 'placements.0.candidates', [{ start: 1, end: 2 }]],
    ['a place before the text', 'placed', 'placements.0.start', -1],
    ['a placement that is text', 'placed', 'placements.0', 'x'],
    ['placements as a record', 'placed', 'placements', {}],
    ['a quote in parts', 'match', 'records.0.quote.exact', ['全', '区']],
    ['a record that brings its address', 'match', 'records.0.source', 'https://other.example/'],
    ['a text that is none', 'match', 'page.text', null],
    ['a text that begins nowhere', 'match', 'page.origin', Number.NaN],
    ['too many records', 'match', 'records', Array.from({ length: 20_001 }, () => ({}))],
    ['a probability above one', 'detected', 'detection.probability', 1.1],
    ['a probability without end', 'detected', 'detection.probability', Number.POSITIVE_INFINITY],
    ['a reason that is no name', 'detected', 'detection.reasons', ['<script>']],
    ['too many reasons', 'detected', 'detection.reasons', Array.from({ length: 21 }, () => 'x')],
    ['a verdict in words', 'detected', 'detection.isArticle', 'true'],
  ])('refuses %s and names the place', (_what, name, path, value) => {
    const message = refusal(name, spoiled(name, path, value));
    // The fault may lie deeper: in an item of the list, in a field of the record.
    expect(message.startsWith(`${name}: ${path}`), message).toBe(true);
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['null', null],
    ['text', 'x'],
    ['a number', 7],
    ['a list', []],
    ['truth', true],
  ])('refuses %s in the place of a request', (_what, request) => {
    expect(refusal('remove', request)).toMatch(/^remove: /u);
  });

  it('refuses a request that is too large as a whole, though each part is not', () => {
    const placements = Array.from({ length: 20_000 }, () => aPlacement({ id }));
    expect(refusal('placed', { placements })).toBe('The request is too large.');
    const text = 'x'.repeat(1_100_000);
    expect(refusal('keep', spoiled('keep', 'draft.article.text', text))).toBe('The request is too large.');
    expect(refusal('match', spoiled('match', 'page.text', text))).toBe('taken');
    expect(refusal('match', spoiled('match', 'page.text', text.repeat(4)))).toBe('The request is too large.');
  });

  it('refuses what has no form in JSON', () => {
    const circle: { self?: unknown } = {};
    circle.self = circle;
    const deep = Array.from({ length: 200_000 }).reduce<unknown>((inner) => [inner], []);
    expect(refusal('load', circle)).toBe('The request is not JSON.');
    expect(refusal('load', { size: 10n })).toBe('The request is not JSON.');
    expect(refusal('load', { deep })).toMatch(/^(?:The request is not JSON\.|load: deep)/u);
  });

  it('leaves every prototype as it was', () => {
    refusal(
      'edit',
      JSON.parse(`{"commandId":"${commandId}","id":"${id}","edit":{"__proto__":{"polluted":1}}}`),
    );
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  const anyName = fc.oneof(fc.constantFrom(...Object.keys(sound)), fc.string(), fc.constant('__proto__'));
  const anyRequest = fc.oneof(
    fc.anything({ withBigInt: true, withMap: true, withSet: true, withDate: true, withNullPrototype: true }),
    fc
      .tuple(fc.constantFrom(...Object.keys(sound)), fc.string(), fc.anything())
      .map(([name, key, value]) => ({ ...sound[name]?.(), [key]: value })),
  );

  it('throws nothing but its own error and gives no unknown name, whatever is asked', () => {
    fc.assert(
      fc.property(anyName, anyRequest, (name, request) => {
        try {
          const checked = checkPageRequest(name, request);
          expect(checked.name).toBe(name);
          expect(Object.keys(sound)).toContain(checked.name);
        } catch (error) {
          expect(error).toBeInstanceOf(RefusedRequestError);
        }
      }),
      { numRuns: 2_000 },
    );
  });
});
