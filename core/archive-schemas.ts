/** What each record in an archive must look like, and how a fault in one is put into plain words. */

import * as v from 'valibot';
import type { MetadataSource } from './article';
import { colours } from './colour';
import { variableKinds } from './variable';

// Free text (quotes, notes, titles, the article's text) is taken as it stands, control characters and lone
// surrogates included: the page was like that, and a backup that cannot be read back is worse than odd text.
// What names, orders or links something has a form and is held to it. Unknown fields pass through.
const text = v.string('is not text');
const filled = v.pipe(text, v.regex(/\S/u, 'is empty'));
const uuid = v.pipe(text, v.uuid('is not a UUID'));
const offset = v.pipe(
  v.number('is not a number'),
  v.safeInteger('is not whole'),
  v.minValue(0, 'is below 0'),
);
const digest = v.pipe(text, v.regex(/^[0-9a-f]{64}$/u, 'is not a SHA-256 digest'));
const moment = v.pipe(
  text,
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/u, 'is not a time in UTC'),
  v.check((value) => !Number.isNaN(Date.parse(value)), 'is not a time in UTC'),
);
const address = v.pipe(
  text,
  v.regex(/^https?:\/\/[^\s\p{Cc}\p{Cs}]+$/iu, 'is not a web address'),
  v.check((value) => URL.canParse(value), 'is not a web address'),
);
const list = <T extends v.GenericSchema>(item: T) => v.array(item, 'is not a list');
const record = <T extends v.ObjectEntries>(entries: T) => v.looseObject(entries, 'is not a record');

// By name, so that an origin added to the type and forgotten here does not compile.
const origins = {
  'json-ld': 'json-ld',
  microdata: 'microdata',
  meta: 'meta',
  heading: 'heading',
  'credit-line': 'credit-line',
  'time-element': 'time-element',
  'title-element': 'title-element',
  address: 'address',
  reader: 'reader',
} as const satisfies { [Origin in MetadataSource]: Origin };
const from = v.enum(origins, 'is not a known origin');
const confidence = v.exactOptional(
  v.pipe(v.number('is not a number'), v.minValue(0, 'is below 0'), v.maxValue(1, 'is above 1')),
);
const alternatives = <T extends v.GenericSchema>(value: T) =>
  v.exactOptional(list(record({ value, from, confidence })));
const found = <T extends v.GenericSchema>(value: T) =>
  v.nullable(record({ value, from, confidence, alternatives: alternatives(value) }));

const date = v.nullable(
  record({
    value: text,
    from,
    confidence,
    zoneAssumed: v.boolean('is not true or false'),
    alternatives: alternatives(text),
  }),
);

export const articleSchema = record({
  id: uuid,
  addresses: v.pipe(list(address), v.minLength(1, 'is empty')),
  metadata: record({
    title: found(text),
    authors: found(list(text)),
    outlet: found(text),
    source: found(text),
    published: date,
    language: found(text),
    section: found(text),
    kicker: v.exactOptional(found(text)),
    subtitle: v.exactOptional(found(text)),
    credits: v.exactOptional(found(list(record({ name: text, role: text })))),
    modified: v.exactOptional(date),
    lead: v.exactOptional(found(text)),
    licence: v.exactOptional(found(text)),
  }),
  snapshot: v.nullable(digest),
  variables: v.exactOptional(v.record(uuid, text, 'is not a record')),
  created: moment,
  modified: moment,
});

export const variableSchema = record({
  id: uuid,
  name: filled,
  kind: v.picklist(variableKinds, 'is not a kind of variable'),
  choices: list(text),
  created: moment,
  modified: moment,
});

export const snapshotSchema = record({ sha256: digest, text, captured: moment });

export const codeSchema = record({
  id: uuid,
  name: v.pipe(filled, v.regex(/^[^/／]*$/u, 'holds the path mark "/"')),
  parentId: v.nullable(uuid),
  colour: v.picklist(colours, 'is not one of the eight colours'),
  definition: v.exactOptional(text),
  examples: v.exactOptional(list(text)),
  shortcut: v.exactOptional(v.nullable(v.pipe(text, v.regex(/^[1-9]$/u, 'is not a digit from 1 to 9')))),
  archived: v.exactOptional(v.nullable(moment)),
  created: moment,
  modified: moment,
});

export const annotationSchema = record({
  id: uuid,
  articleId: uuid,
  target: v.pipe(
    record({
      source: address,
      quote: record({ exact: v.pipe(text, v.minLength(1)), prefix: text, suffix: text }),
      position: v.nullable(
        v.pipe(
          record({ start: offset, end: offset }),
          v.check(({ start, end }) => start < end, 'ends before it starts'),
        ),
      ),
      range: v.nullable(record({ startPath: text, startOffset: offset, endPath: text, endOffset: offset })),
      copies: v.exactOptional(offset),
      snapshot: v.nullable(digest),
    }),
    v.check(
      ({ position, snapshot }) => position !== null || snapshot === null,
      'names a text without a position in it',
    ),
  ),
  codeIds: v.pipe(
    list(uuid),
    v.check((ids) => new Set(ids).size === ids.length, 'names one code twice'),
  ),
  note: text,
  creator: v.exactOptional(text),
  created: moment,
  modified: moment,
  deleted: v.nullable(moment),
});

/** The lists of records, before any is checked. An archive from before there were variables has none. */
export const archiveSchema = record({
  exported: moment,
  articles: list(v.unknown()),
  snapshots: list(v.unknown()),
  annotations: list(v.unknown()),
  codes: list(v.unknown()),
  variables: v.optional(list(v.unknown()), []),
  coder: v.exactOptional(text),
  choices: v.exactOptional(v.fallback(v.record(text, text), {})),
});

/** The first fault as the end of a sentence: "target.source is not a web address". Quotes no value of the file. */
export function faultOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]]): string {
  const [issue] = issues;
  const path = v.getDotPath(issue);
  if (path === null) return issue.message;
  if (path.startsWith('target.quote.exact')) return 'selector has no exact quote';
  return `${path} ${issue.received === 'undefined' ? 'is missing' : issue.message}`;
}
