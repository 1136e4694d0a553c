/** Builders of records for tests: each gives a sound record, with what the test is about put over it. */

import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import type { Annotation, Target } from '../core/annotation';
import type { Archive } from '../core/archive';
import type { Article, Metadata, TextSnapshot } from '../core/article';
import type { Code } from '../core/code';
import type { Placement } from '../core/placement';
import type { Variable } from '../core/variable';
import { anyCodebook, anyValues, anyVariables } from './any-codebook';
import { anyMetadata } from './any-metadata';

const moment = '2026-03-01T08:00:00.000Z';
let made = 0;

/** A UUID that no other call gives: the same at every run, as long as the calls are. */
export function anId(): string {
  made += 1;
  return `00000000-0000-4000-8000-${made.toString(16).padStart(12, '0')}`;
}

export function aCode(over: Partial<Code> = {}): Code {
  return {
    id: anId(),
    name: '经济框架',
    parentId: null,
    colour: 'green',
    created: moment,
    modified: moment,
    ...over,
  };
}

/** The digest is the text's own unless `over` says otherwise. */
export function aSnapshot(over: Partial<TextSnapshot> = {}): TextSnapshot {
  const text = over.text ?? '全区经济稳中向好。𠮷野家开业。';
  return { sha256: createHash('sha256').update(text).digest('hex'), text, captured: moment, ...over };
}

export function someMetadata(over: Partial<Metadata> = {}): Metadata {
  return {
    title: { value: '全区经济稳中向好', from: 'heading' },
    authors: { value: ['张三'], from: 'credit-line' },
    outlet: { value: '静安报', from: 'meta' },
    source: null,
    published: { value: '2024-01-10T09:31+08:00', from: 'meta', zoneAssumed: false },
    language: { value: 'zh-CN', from: 'meta' },
    section: null,
    ...over,
  };
}

export function anArticle(over: Partial<Article> = {}): Article {
  return {
    id: anId(),
    addresses: ['https://news.example/2024/01/10/1.html'],
    metadata: someMetadata(),
    snapshot: null,
    created: moment,
    modified: moment,
    ...over,
  };
}

export function aTarget(over: Partial<Target> = {}): Target {
  return {
    source: 'https://news.example/2024/01/10/1.html',
    quote: { exact: '稳中向好', prefix: '全区经济', suffix: '。' },
    position: null,
    range: null,
    snapshot: null,
    ...over,
  };
}

/** `over` should name the article that the test holds; else the annotation stands alone. */
export function anAnnotation(over: Partial<Annotation> = {}): Annotation {
  return {
    id: anId(),
    articleId: over.articleId ?? anId(),
    target: aTarget(),
    codeIds: [],
    note: '',
    created: moment,
    modified: moment,
    deleted: null,
    ...over,
  };
}

/** A place in the text's first words, or none, as the grade says. */
export function aPlacement(over: Partial<Placement> = {}): Placement {
  const hasPlace = !['lost', 'ambiguous', 'pending'].includes(over.grade ?? 'exact');
  return {
    id: anId(),
    grade: 'exact',
    score: hasPlace ? 1 : 0,
    start: hasPlace ? 0 : null,
    end: hasPlace ? 4 : null,
    words: null,
    candidates: [],
    reason: over.grade === 'lost' ? 'absent' : null,
    ...over,
  };
}

export function aVariable(over: Partial<Variable> = {}): Variable {
  return {
    id: anId(),
    name: '级别',
    kind: 'choice',
    choices: ['市', '区'],
    created: moment,
    modified: moment,
    ...over,
  };
}

/** Without records unless given. */
export function anArchive(over: Partial<Archive> = {}): Archive {
  return {
    format: 'pressmark-archive',
    version: 1,
    exported: moment,
    articles: [],
    snapshots: [],
    annotations: [],
    codes: [],
    variables: [],
    ...over,
  };
}

/** Any text a page or a person can give, lone surrogates and control characters too. */
export const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
    .map((units) => String.fromCharCode(...units)),
  fc.constantFrom(
    '',
    '=1+1',
    '＠某人',
    '：#"',
    '<script>',
    '𠮷野家😀',
    '第一行\n- 第二行',
    '\uD842',
    '__proto__',
  ),
);

const times = fc
  .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString());
const webAddresses = fc.webUrl({ withQueryParameters: true, withFragments: true });
const metadata = anyMetadata(anyText);

const codebooks = anyCodebook(anyText, times);
const variableLists = anyVariables(anyText, times);

const snapshotSeeds = fc.array(fc.record({ text: anyText, captured: times }), { maxLength: 3 });

/** Sound archives of a few records; the links between them hold. */
export const archives: fc.Arbitrary<Archive> = fc
  .record({
    exported: times,
    codes: codebooks,
    variables: variableLists,
    snapshots: snapshotSeeds.map((seeds) => seeds.map(aSnapshot)),
  })
  .chain(({ exported, codes, variables, snapshots }) => {
    const articles = fc.uniqueArray(
      fc.record(
        {
          id: fc.uuid(),
          addresses: fc.array(webAddresses, { minLength: 1, maxLength: 2 }),
          metadata,
          snapshot: fc.constantFrom(null, ...snapshots.map(({ sha256 }) => sha256)),
          variables: anyValues(anyText, variables),
          created: times,
          modified: times,
        },
        { requiredKeys: ['id', 'addresses', 'metadata', 'snapshot', 'created', 'modified'] },
      ),
      { maxLength: 3, selector: ({ id }) => id },
    );
    return articles.chain((known) =>
      fc.record({
        format: fc.constant<'pressmark-archive'>('pressmark-archive'),
        version: fc.constant<1>(1),
        exported: fc.constant(exported),
        articles: fc.constant(known),
        snapshots: fc.constant(uniqueBy(snapshots, ({ sha256 }) => sha256)),
        annotations:
          known.length === 0
            ? fc.constant<Annotation[]>([])
            : annotationsOf(
                known.map(({ id }) => id),
                codes.map(({ id }) => id),
                snapshots,
              ),
        codes: fc.constant(uniqueBy(codes, ({ id }) => id)),
        variables: fc.constant(variables),
      }),
    );
  });

function annotationsOf(
  articleIds: string[],
  codeIds: string[],
  snapshots: readonly TextSnapshot[],
): fc.Arbitrary<Annotation[]> {
  return fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      articleId: fc.constantFrom(...articleIds),
      target: targetsIn(snapshots),
      codeIds: fc.subarray([...new Set(codeIds)]),
      note: anyText,
      created: times,
      modified: times,
      deleted: fc.option(times, { nil: null }),
    }),
    { maxLength: 6, selector: ({ id }) => id },
  );
}

/** Targets without a place, in a text that was not kept, in one that the archive lacks, and in those that it has. */
function targetsIn(snapshots: readonly TextSnapshot[]): fc.Arbitrary<Target> {
  const offset = fc.nat(200);
  const inUnseenTexts = fc
    .record({
      exact: anyText.filter((text) => text !== ''),
      start: fc.option(offset, { nil: null }),
      unseen: fc.constantFrom(null, 'f'.repeat(64)),
    })
    .map(({ exact, start, unseen }) =>
      start === null
        ? { exact, position: null, snapshot: null }
        : { exact, position: { start, end: start + exact.length }, snapshot: unseen },
    );
  const inKeptTexts = snapshots
    .filter(({ text }) => text !== '')
    .map(({ sha256, text }) =>
      fc.record({ first: offset, length: fc.integer({ min: 1, max: 9 }) }).map(({ first, length }) => {
        const start = first % text.length;
        const exact = text.slice(start, start + length);
        return { exact, position: { start, end: start + exact.length }, snapshot: sha256 };
      }),
    );
  return fc
    .record({
      source: webAddresses,
      place: fc.oneof(inUnseenTexts, ...inKeptTexts),
      prefix: anyText,
      suffix: anyText,
      range: fc.option(
        fc.record({ startPath: anyText, startOffset: offset, endPath: anyText, endOffset: offset }),
        { nil: null },
      ),
    })
    .map(({ place: { exact, ...place }, prefix, suffix, ...rest }) => ({
      ...rest,
      ...place,
      quote: { exact, prefix, suffix },
    }));
}

function uniqueBy<T>(records: readonly T[], keyOf: (record: T) => string): T[] {
  return [...new Map(records.map((record) => [keyOf(record), record])).values()];
}
