/** What each request of a page must look like: nothing that is not told here is taken. */

import * as v from 'valibot';
import type { PageRequests } from './messages';
import { metadataLimits as limits, mostAlternatives, mostNames } from './metadata-limits';
import type { LostReason } from './placement';

const uuid = v.pipe(v.string(), v.uuid());
const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
// What is not safe here would be refused later in the archive that it went into.
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const codeIds = v.pipe(v.array(uuid), v.maxLength(50));
const newCodes = v.pipe(v.array(text(500)), v.maxLength(50));
const note = text(100_000);

const from = v.picklist([
  'json-ld',
  'microdata',
  'meta',
  'heading',
  'credit-line',
  'time-element',
  'title-element',
  'address',
]);
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const alternatives = <T extends v.GenericSchema>(value: T) =>
  v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ value, from, confidence: v.exactOptional(share) })),
      v.maxLength(mostAlternatives),
    ),
  );
const found = <T extends v.GenericSchema>(value: T) =>
  v.nullable(
    v.strictObject({
      value,
      from,
      confidence: v.exactOptional(share),
      alternatives: alternatives(value),
    }),
  );

const date = v.nullable(
  v.strictObject({
    value: text(limits.published),
    from,
    confidence: v.exactOptional(share),
    zoneAssumed: v.boolean(),
    alternatives: alternatives(text(limits.published)),
  }),
);
const credit = v.strictObject({
  name: text(limits.credits),
  role: v.pipe(v.string(), v.regex(/^[a-z-]{1,30}$/u)),
});

const names = <T extends v.GenericSchema>(name: T) => v.pipe(v.array(name), v.maxLength(mostNames));

const metadata = v.strictObject({
  title: found(text(limits.title)),
  authors: found(names(text(limits.authors))),
  outlet: found(text(limits.outlet)),
  source: found(text(limits.source)),
  published: date,
  language: found(text(limits.language)),
  section: found(text(limits.section)),
  kicker: v.exactOptional(found(text(limits.kicker))),
  subtitle: v.exactOptional(found(text(limits.subtitle))),
  credits: v.exactOptional(found(names(credit))),
  modified: v.exactOptional(date),
  lead: v.exactOptional(found(text(limits.lead))),
  licence: v.exactOptional(found(text(limits.licence))),
});

const selectors = v.strictObject({
  quote: v.strictObject({
    exact: v.pipe(v.string(), v.minLength(1), v.maxLength(100_000)),
    prefix: text(1_000),
    suffix: text(1_000),
  }),
  position: v.nullable(v.strictObject({ start: offset, end: offset })),
  range: v.nullable(
    v.strictObject({ startPath: text(4_000), startOffset: offset, endPath: text(4_000), endOffset: offset }),
  ),
  copies: v.exactOptional(offset),
});

const known = v.strictObject({
  quote: v.strictObject({ exact: v.string(), prefix: v.string(), suffix: v.string() }),
  position: v.nullable(v.strictObject({ start: v.number(), end: v.number() })),
  copies: v.exactOptional(v.number()),
  snapshot: v.exactOptional(v.nullable(v.string())),
});
const pageText = v.strictObject({ text: v.string(), origin: offset });

const article = v.strictObject({ metadata, text: v.nullable(v.string()) });

const kept = { selectors, codeIds, newCodes, note };
const draft = v.strictObject({ ...kept, article });

const edit = v.strictObject({
  codeIds: v.optional(codeIds),
  newCodes: v.optional(newCodes),
  note: v.optional(note),
});

const ids = v.pipe(v.array(uuid), v.minLength(2), v.maxLength(20));
const drafts = v.pipe(v.array(v.strictObject(kept)), v.minLength(1), v.maxLength(500));

const grade = v.picklist(['exact', 'moved', 'changed', 'ambiguous', 'lost', 'pending']);
const words = text(100_000);
const context = text(100);
const candidate = v.strictObject({
  start: offset,
  end: offset,
  score: share,
  words,
  before: context,
  after: context,
});
const lostReason: v.GenericSchema<LostReason> = v.picklist(['removed', 'absent', 'unlike', 'unreadable']);
const placement = v.strictObject({
  id: uuid,
  grade,
  score: share,
  start: v.nullable(offset),
  end: v.nullable(offset),
  words: v.nullable(words),
  candidates: v.pipe(v.array(candidate), v.maxLength(20)),
  reason: v.nullable(lostReason),
});
const placements = v.pipe(v.array(placement), v.maxLength(20_000));
const reason = v.pipe(v.string(), v.regex(/^[a-z_]{1,40}$/u));
const detection = v.strictObject({
  isArticle: v.boolean(),
  probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  reasons: v.pipe(v.array(reason), v.maxLength(20)),
});

/** One schema for each request of a page; what has none is refused. */
export const pageRequestSchemas = {
  detector: v.strictObject({}),
  detected: v.strictObject({ detection }),
  switchOff: v.strictObject({}),
  load: v.strictObject({}),
  keep: v.strictObject({ commandId: uuid, draft }),
  edit: v.strictObject({ commandId: uuid, id: uuid, edit }),
  keepAll: v.strictObject({ commandId: uuid, drafts, article }),
  remove: v.strictObject({ commandId: uuid, id: uuid }),
  mergeAnnotations: v.strictObject({ commandId: uuid, ids, draft: v.strictObject({ selectors, article }) }),
  reattach: v.strictObject({
    commandId: uuid,
    id: uuid,
    selectors,
    article,
    isAdjusted: v.exactOptional(v.boolean()),
  }),
  undo: v.strictObject({ commandId: uuid }),
  redo: v.strictObject({ commandId: uuid }),
  placed: v.strictObject({ placements }),
  match: v.strictObject({ records: v.pipe(v.array(known), v.maxLength(20_000)), page: pageText }),
  openSidebar: v.strictObject({ id: v.nullable(uuid) }),
  focusCard: v.strictObject({ id: uuid }),
} as const satisfies Record<keyof PageRequests, v.GenericSchema>;

export const claimSchema = v.strictObject({
  canonical: text(4_000),
  fingerprint: v.pipe(v.array(offset), v.maxLength(64)),
});
